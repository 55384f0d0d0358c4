// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/logpanel.h"

#include "app/core/format.h"
#include "ui/build/derivationsmodel.h"
#include "ui/build/logview.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/stateicon.h"
#include "ui/widgets/toolstrip.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

LogPanel::LogPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, theme::Type::Mono))
    , m_detail(new ElidedLabel({}, theme::Type::Secondary, true))
    , m_problemIcon(new StateIcon)
    , m_problems(linkButton(QString()))
    , m_level(new QToolButton)
    , m_find(new QLineEdit)
    , m_regex(new QToolButton)
    , m_hits(textLabel({}, theme::Type::Secondary, true))
    , m_follow(new SegmentedControl({tr("Follow"), tr("Hold")}))
    , m_more(new QToolButton)
    , m_phase(new ElidedLabel({}, theme::Type::Header, true))
    , m_view(new LogView)
    , m_strip(new ToolStrip)
{
    m_phase->setContentsMargins(theme::space::l, 0, theme::space::s, 0);
    m_phase->setFixedHeight(theme::rowHeight(theme::size::columnHeader, theme::Type::Header));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeStrip();
    column->addWidget(m_strip);
    column->addWidget(m_phase);
    column->addWidget(m_view, 1);
    connectParts();
    updateTitle();
    updateProblems();
    updateHits();
}

void LogPanel::makeStrip()
{
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_find->setPlaceholderText(tr("Find in log  Ctrl+F"));
    m_find->setAccessibleName(tr("Find in log"));
    m_find->setToolTip(tr("Enter goes to the next line that has it, Shift+Enter to the one before"));
    addSearchButtons(m_find);
    m_find->setMinimumWidth(104);
    m_find->setMaximumWidth(176);
    m_title->setMinimumWidth(theme::rowHeight(84));
    m_follow->setAccessibleName(tr("Follow or hold the log"));
    m_problems->setToolTip(tr("Go to the next problem (F8); Shift+F8 goes back"));

    m_regex->setText(u".*"_s);
    m_regex->setCheckable(true);
    m_regex->setFocusPolicy(Qt::TabFocus);
    m_regex->setAccessibleName(tr("Find a regular expression"));
    m_regex->setToolTip(tr("Find a regular expression. Case does not matter unless it begins with (?-i)"));
    makeLevels();
    makeMenu();
    fillStrip();
}

void LogPanel::fillStrip()
{
    m_strip->addWidget(m_title);
    m_strip->addWidget(m_detail, 1);
    m_strip->addWidget(m_problemIcon);
    m_strip->addWidget(m_problems);
    m_strip->addWidget(m_level);
    m_strip->allowBreak();
    m_strip->addWidget(m_hits);
    m_strip->addWidget(m_find, 3);
    m_strip->addWidget(m_regex);
    m_strip->addWidget(m_follow);
    m_strip->addWidget(m_more);
}

void LogPanel::setGivingWay(QWidget *neighbor)
{
    m_strip->setGivingWay(neighbor);
}

void LogPanel::makeLevels()
{
    using Problem = LogEntry::Problem;
    auto *menu = new QMenu(m_level);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &name, const QString &shortName, Problem least) {
        QAction *action = menu->addAction(name, this, [this, least] { setLeast(least); });
        action->setIconText(shortName);
        action->setData(int(least));
        action->setCheckable(true);
        group->addAction(action);
    };
    add(tr("&All lines"), tr("All lines"), Problem::None);
    add(tr("&Warnings and errors"), tr("Warnings"), Problem::Warning);
    add(tr("&Errors"), tr("Errors"), Problem::Error);
    m_level->setAutoRaise(true);
    m_level->setIcon(theme::symbol(u"chevron-down"_s));
    m_level->setIconSize({14, 14});
    m_level->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_level->setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the word
    m_level->setFocusPolicy(Qt::TabFocus);
    m_level->setPopupMode(QToolButton::InstantPopup);
    m_level->setAccessibleName(tr("Which lines are shown"));
    m_level->setToolTip(tr("Which lines are shown"));
    menu->setLayoutDirection(layoutDirection()); // which it would take over from the button
    m_level->setMenu(menu);
    markLevel(Problem::None);
}

void LogPanel::markLevel(LogEntry::Problem least)
{
    for (QAction *action : m_level->menu()->actions()) {
        if (action->data().toInt() != int(least))
            continue;
        action->setChecked(true);
        m_level->setText(action->iconText());
    }
}

void LogPanel::makeMenu()
{
    auto *menu = new QMenu(m_more);
    QAction *firstError = menu->addAction(tr("Go to the first &error"), this, &LogPanel::goToFirstError);
    firstError->setShortcut(Qt::CTRL | Qt::Key_E);
    addAction(firstError); // so that its keys work while the menu is closed
    addTimes(*menu->addMenu(tr("&Times")));
    menu->addSeparator();
    menu->addAction(tr("&Save log as…"), this, &LogPanel::chooseFile);
    m_more->setIcon(theme::symbol(u"more"_s));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAccessibleName(tr("More about this log"));
    m_more->setToolTip(tr("First error, times, save"));
    m_more->setMenu(menu);
}

void LogPanel::addTimes(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    const auto add = [&](const QString &name, LogView::Times times) {
        QAction *action = menu.addAction(name, this, [this, times] { m_view->setTimes(times); });
        action->setCheckable(true);
        action->setChecked(times == m_view->times());
        group->addAction(action);
    };
    add(tr("Since the &start"), LogView::Times::SinceStart);
    add(tr("Time of &day"), LogView::Times::Clock);
    add(tr("&None"), LogView::Times::None);
}

void LogPanel::connectParts()
{
    connect(m_find, &QLineEdit::textChanged, this, &LogPanel::updateMatcher);
    connect(m_regex, &QToolButton::toggled, this, &LogPanel::updateMatcher);
    connect(m_view, &LogView::linkActivated, this,
            [this](const QString &address) { Q_EMIT linkActivated(QUrl(address, QUrl::StrictMode)); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { m_view->findNext(true); });
    auto *back = new QShortcut(Qt::SHIFT | Qt::Key_Return, m_find);
    back->setContext(Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, [this] { m_view->findNext(false); });
    connect(m_problems, &QPushButton::clicked, this, [this] { goToProblem(true); });
    connect(m_follow, &SegmentedControl::currentChanged, m_view,
            [this](int index) { m_view->setFollowing(index == 0); });
    connect(m_view, &LogView::followingChanged, m_follow,
            [this](bool following) { m_follow->setCurrentIndex(following ? 0 : 1); });
    connect(m_view, &LogView::problemsChanged, this, &LogPanel::updateProblems);
    connect(m_view, &LogView::findChanged, this, &LogPanel::updateHits);
    connect(m_view, &LogView::currentRowChanged, this, &LogPanel::updateHits);
    connect(m_view, &LogView::scrolled, this, &LogPanel::updatePhase);
}

void LogPanel::setMonitor(const BuildMonitor *monitor)
{
    m_monitor = monitor;
    if (!isShowing(monitor)) {
        m_isFailed = m_wantsFirstError = false; // as yet
        m_view->setLog(monitor ? monitor->log() : nullptr);
    }
    updateTitle();
    updatePhase();
}

bool LogPanel::isShowing(const BuildMonitor *monitor) const
{
    return monitor && monitor->log() && monitor->log() == m_view->log();
}

void LogPanel::refresh(qint64 now)
{
    m_now = now;
    // Another run in the same place: one that has begun anew.
    const std::shared_ptr<const LogStore> log = m_monitor ? m_monitor->log() : nullptr;
    if (log != m_view->log())
        m_view->setLog(log);
    else
        m_view->refresh();
    showFirstErrorIfWanted();
    updateTitle();
    updatePhase();
}

void LogPanel::setDerivation(std::optional<qint32> derivation)
{
    if (derivation == m_view->filter().derivation)
        return;
    m_view->setFilter({.derivation = derivation, .least = m_view->filter().least});
    m_view->setFollowing(true);
    updateTitle();
    updatePhase();
}

void LogPanel::setLeast(LogEntry::Problem least)
{
    markLevel(least);
    m_view->setFilter({.derivation = m_view->filter().derivation, .least = least});
    updateTitle();
    updatePhase();
}

void LogPanel::setFailed(bool failed)
{
    if (failed == m_isFailed)
        return;
    m_isFailed = m_wantsFirstError = failed;
    showFirstErrorIfWanted();
}

/// A log that is still being read may get to its first error later.
void LogPanel::showFirstErrorIfWanted()
{
    if (m_wantsFirstError && m_view->isFollowing() && m_view->goToFirstError())
        m_wantsFirstError = false;
}

void LogPanel::goToFirstError()
{
    m_view->goToFirstError();
    m_view->setFocus(Qt::OtherFocusReason);
}

void LogPanel::goToProblem(bool forward)
{
    m_view->goToProblem(forward);
    m_view->setFocus(Qt::OtherFocusReason);
}

void LogPanel::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

const DerivationState *LogPanel::derivation(qint32 index) const
{
    const bool isKnown = m_monitor && index >= 0 && index < m_monitor->derivations().size();
    return isKnown ? &m_monitor->derivations()[index] : nullptr;
}

void LogPanel::updateTitle()
{
    const DerivationState *shown = derivation(m_view->filter().derivation.value_or(-1));
    m_title->setText(shown ? shown->name : tr("Whole log"));
    m_title->setFont(theme::font(shown ? theme::Type::Mono : theme::Type::Body));
    const qsizetype lines = m_view->lineCount();
    QString detail = lines == 1 ? tr("1 line") : tr("%L1 lines").arg(lines);
    if (shown && !shown->host.isEmpty())
        detail = tr("on %1 · %2").arg(shown->host, detail);
    if (shown && !shown->buildPhase.isEmpty() && shown->phase == DerivationState::Phase::Running)
        detail = u"%1 · %2"_s.arg(shown->buildPhase, detail);
    m_detail->setText(detail);
}

void LogPanel::updateProblems()
{
    const int errors = m_view->problemCount(LogEntry::Problem::Error);
    const int warnings = m_view->problemCount(LogEntry::Problem::Warning);
    const QString errorText = errors == 1 ? tr("1 error") : tr("%L1 errors").arg(errors);
    const QString warningText = warnings == 1 ? tr("1 warning") : tr("%L1 warnings").arg(warnings);
    m_problems->setVisible(errors + warnings > 0);
    m_problemIcon->setState(errors > 0         ? std::optional(theme::State::Error)
                                : warnings > 0 ? std::optional(theme::State::Warning)
                                               : std::nullopt);
    m_problems->setText(tr("%1  F8").arg(errors > 0 ? errorText : warningText));
    m_problems->setAccessibleName(tr("Next problem: %1, %2").arg(errorText, warningText));
}

void LogPanel::updateMatcher()
{
    const QString text = m_find->text();
    const Result<LogMatcher> matcher =
        m_regex->isChecked() && !text.isEmpty() ? LogMatcher::forPattern(text) : LogMatcher::forText(text);
    m_wrongPattern = matcher ? QString() : matcher.error().message;
    m_view->setMatcher(matcher.value_or(LogMatcher()));
    updateHits();
}

void LogPanel::updateHits()
{
    const bool searching = !m_find->text().isEmpty();
    m_hits->setVisible(searching);
    m_hits->setToolTip(toolTipText(m_wrongPattern));
    m_find->setAccessibleDescription(m_wrongPattern);
    if (!searching)
        return;
    const QString more = m_view->isSettled() ? QString() : u"+"_s;
    if (!m_wrongPattern.isEmpty())
        m_hits->setText(tr("not a pattern"));
    else if (m_view->hitCount() == 0)
        m_hits->setText(m_view->isSettled() ? tr("not found") : tr("searching…"));
    else
        m_hits->setText(tr("%L1 of %L2%3").arg(m_view->hitNumber()).arg(m_view->hitCount()).arg(more));
}

/// Names the phase that the first line in sight belongs to.
void LogPanel::updatePhase()
{
    const qsizetype row = m_view->firstVisibleRow();
    if (!m_view->log() || row < 0)
        return m_phase->setText({});
    const qsizetype line = m_view->lineNumberOfRow(row);
    const auto phase = m_view->log()->phaseAt(line, m_view->log()->entry(line).derivation);
    const DerivationState *owner = phase ? derivation(phase->derivation) : nullptr;
    if (!phase || (!owner && phase->derivation >= 0))
        return m_phase->setText(tr("Messages of the run"));
    // A group of a job's log belongs to no derivation.
    const bool isOne = !owner || m_view->filter().derivation.has_value();
    const QString name = isOne ? phase->name : tr("%1 · %2").arg(owner->name, phase->name);
    const auto next = m_view->log()->phaseAfter(*phase);
    const bool runs = !next && owner && owner->phase == DerivationState::Phase::Running;
    const qint64 end = next ? next->msec : (runs || !owner ? m_now : owner->endedMsec);
    if (phase->msec < 0 || end < phase->msec)
        return m_phase->setText(name); // nobody wrote down when
    const qint64 msec = end - phase->msec;
    m_phase->setText(
        tr("%1, %2").arg(name, runs ? tr("%1 so far").arg(runningTime(msec)) : formatSeconds(double(msec) / 1000)));
}

} // namespace unmoor
