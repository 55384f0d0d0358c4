// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/logpanel.h"

#include "build/derivationsmodel.h"
#include "build/logview.h"
#include "core/format.h"
#include "widgets/buttons.h"
#include "widgets/elidedlabel.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/stateicon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace unmoor {

LogPanel::LogPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, theme::Type::Mono))
    , m_detail(new ElidedLabel({}, theme::Type::Secondary, true))
    , m_problemIcon(new StateIcon)
    , m_problems(linkButton(QString()))
    , m_find(new QLineEdit)
    , m_hits(textLabel({}, theme::Type::Secondary, true))
    , m_follow(new SegmentedControl({tr("Follow"), tr("Hold")}))
    , m_phase(new ElidedLabel({}, theme::Type::Header, true))
    , m_view(new LogView)
{
    m_phase->setContentsMargins(theme::space::l, 0, theme::space::s, 0);
    m_phase->setFixedHeight(theme::rowHeight(theme::size::columnHeader, theme::Type::Header));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    column->addWidget(m_phase);
    column->addWidget(m_view, 1);
    connectParts();
    updateTitle();
    updateProblems();
    updateHits();
}

QWidget *LogPanel::makeStrip()
{
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_find->setPlaceholderText(tr("Find in log  Ctrl+F"));
    m_find->setAccessibleName(tr("Find in log"));
    m_find->setToolTip(tr("Enter goes to the next line that has it, Shift+Enter to the one before"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(theme::symbol(u"search"_s), QLineEdit::LeadingPosition);
    m_find->setMinimumWidth(104);
    m_find->setMaximumWidth(176);
    m_title->setMinimumWidth(theme::rowHeight(84));
    m_follow->setAccessibleName(tr("Follow or hold the log"));
    m_problems->setToolTip(tr("Go to the next problem (F8); Shift+F8 goes back"));

    auto *strip = new QWidget;
    strip->setFixedHeight(theme::rowHeight(theme::size::toolStrip));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(theme::space::m, 0, 10, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(m_title);
    row->addWidget(m_detail, 1);
    row->addWidget(m_problemIcon);
    row->addWidget(m_problems);
    row->addWidget(m_hits);
    row->addWidget(m_find, 3);
    row->addWidget(m_follow);
    return strip;
}

void LogPanel::connectParts()
{
    connect(m_find, &QLineEdit::textChanged, m_view, &LogView::setNeedle);
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
    m_view->setLog(monitor ? &monitor->lines() : nullptr);
    updateTitle();
    updatePhase();
}

void LogPanel::refresh(qint64 now)
{
    m_now = now;
    m_view->refresh();
    updateTitle();
    updatePhase();
}

void LogPanel::setDerivation(std::optional<qint32> derivation)
{
    if (derivation == m_view->filter())
        return;
    m_view->setFilter(derivation);
    m_view->setFollowing(true);
    updateTitle();
    updatePhase();
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
    const DerivationState *shown = derivation(m_view->filter().value_or(-1));
    m_title->setText(shown ? shown->name : tr("Whole log"));
    m_title->setFont(theme::font(shown ? theme::Type::Mono : theme::Type::Body));
    const qsizetype lines = m_view->rowCount();
    QString detail = lines == 1 ? tr("1 line") : tr("%L1 lines").arg(lines);
    if (shown && !shown->host.isEmpty())
        detail = tr("on %1 · %2").arg(shown->host, detail);
    if (shown && !shown->buildPhase.isEmpty() && shown->phase == DerivationState::Phase::Running)
        detail = u"%1 · %2"_s.arg(shown->buildPhase, detail);
    m_detail->setText(detail);
}

void LogPanel::updateProblems()
{
    const int errors = m_view->index().headCount(Severity::Error);
    const int warnings = m_view->index().headCount(Severity::Warning);
    const QString errorText = errors == 1 ? tr("1 error") : tr("%L1 errors").arg(errors);
    const QString warningText = warnings == 1 ? tr("1 warning") : tr("%L1 warnings").arg(warnings);
    m_problems->setVisible(errors + warnings > 0);
    m_problemIcon->setState(errors > 0         ? std::optional(theme::State::Error)
                                : warnings > 0 ? std::optional(theme::State::Warning)
                                               : std::nullopt);
    m_problems->setText(tr("%1  F8").arg(errors > 0 ? errorText : warningText));
    m_problems->setAccessibleName(tr("Next problem: %1, %2").arg(errorText, warningText));
}

void LogPanel::updateHits()
{
    const bool searching = !m_find->text().isEmpty();
    m_hits->setVisible(searching);
    if (!searching)
        return;
    const QString more = m_view->isSettled() ? QString() : u"+"_s;
    if (m_view->hitCount() == 0)
        m_hits->setText(m_view->isSettled() ? tr("not found") : tr("searching…"));
    else
        m_hits->setText(tr("%L1 of %L2%3").arg(m_view->hitNumber()).arg(m_view->hitCount()).arg(more));
}

/// Names the phase that the first line in sight belongs to.
void LogPanel::updatePhase()
{
    const qsizetype row = m_view->firstVisibleRow();
    const LogLine *line = m_view->lineAtRow(row);
    const LogPhase *phase = line ? m_view->index().phaseAt(m_view->lineNumberOfRow(row), line->derivation) : nullptr;
    const DerivationState *owner = phase ? derivation(phase->derivation) : nullptr;
    if (!owner) {
        m_phase->setText(line ? tr("Messages of the run") : QString());
        return;
    }
    const LogPhase *next = m_view->index().phaseAfter(*phase);
    const bool runs = !next && owner->phase == DerivationState::Phase::Running;
    const qint64 end = next ? next->msec : (runs ? m_now : owner->endedMsec);
    const QString time = runs ? tr("%1 so far").arg(runningTime(end - phase->msec))
                              : formatSeconds(double(std::max<qint64>(0, end - phase->msec)) / 1000);
    m_phase->setText(m_view->filter() ? tr("%1, %2").arg(phase->name, time)
                                      : tr("%1 · %2, %3").arg(owner->name, phase->name, time));
}

} // namespace unmoor
