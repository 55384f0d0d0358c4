// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/buildpage.h"

#include "app/core/format.h"
#include "ui/build/actionsview.h"
#include "ui/build/buildtext.h"
#include "ui/build/derivationdelegate.h"
#include "ui/build/derivationsmodel.h"
#include "ui/build/failurebox.h"
#include "ui/build/failurecard.h"
#include "ui/build/logpanel.h"
#include "ui/build/logview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

using Build = TargetState::Build;

namespace {

QWidget *padded(QWidget *content)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(theme::space::m, 10, theme::space::m, 10);
    column->addWidget(content);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    box->hide();
    return box;
}

/// Left of the buttons; hidden as long as there is nothing to choose.
SegmentedControl *viewControl(PageHeader &header)
{
    auto *control = new SegmentedControl({BuildPage::tr("Target"), BuildPage::tr("GitHub Actions")});
    control->setAccessibleName(BuildPage::tr("What of the builds is shown"));
    control->hide();
    header.addWidget(control);
    return control;
}

} // namespace

BuildPage::BuildPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(tr("Build")))
    , m_view(viewControl(*m_header))
    , m_openLog(m_header->addButton(tr("Open &log file")))
    , m_earlierLog(m_header->addButton(tr("Show &earlier log")))
    , m_cancelTarget(m_header->addButton(tr("Cancel this &target")))
    , m_cancelAll(m_header->addButton(tr("&Cancel build")))
    , m_again(m_header->addButton(tr("Build &again")))
    , m_build(m_header->addButton(tr("&Build"), true))
    , m_views(new QStackedWidget)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(QString()))
    , m_actions(new ActionsView)
    , m_reason(new Banner)
    , m_stall(new Banner)
    , m_others(new Banner)
    , m_failureBox(new FailureBox(FailureBox::Holds::Card))
    , m_derivations(new DerivationsModel(this))
    , m_list(new QListView)
    , m_log(new LogPanel)
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeContent());
    m_stack->addWidget(m_actions);
    auto *target = new QWidget;
    auto *below = new QVBoxLayout(target);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addWidget(padded(m_reason));
    below->addWidget(padded(m_others));
    below->addWidget(m_stack, 1);
    m_views->addWidget(target);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_views, 1);
    m_clock.setInterval(1s);
    connectParts();
    addPageShortcut(this, QKeySequence::Find, [this] {
        if (LogPanel *log = logPanel())
            log->focusFind();
    });
    setTarget({});
}

QWidget *BuildPage::makeContent()
{
    m_list->setModel(m_derivations);
    m_list->setItemDelegate(new DerivationDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("What the build works on"));
    m_list->setMinimumWidth(180);
    m_log->setGivingWay(m_list);

    auto *right = new QWidget;
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(0);
    rightColumn->addWidget(padded(m_stall));
    rightColumn->addWidget(m_log, 1);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"build"_s); // by which its place is remembered
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({344, 759});

    // What is left: the log gives way to the card down to a few lines.
    splitter->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    splitter->setMinimumHeight(theme::rowHeight(140));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_failureBox);
    column->addWidget(splitter, 1);
    return content;
}

void BuildPage::connectParts()
{
    connect(m_openLog, &QPushButton::clicked, this, &BuildPage::openLogRequested);
    m_earlierLog->setToolTip(tr("Show the last log that was kept of a build of this target"));
    connect(m_earlierLog, &QPushButton::clicked, this, &BuildPage::earlierLogRequested);
    connect(m_log, &LogPanel::linkActivated, this, &BuildPage::linkActivated);
    connect(m_actions, &ActionsView::linkActivated, this, &BuildPage::linkActivated);
    connect(m_cancelTarget, &QPushButton::clicked, this, &BuildPage::cancelTargetRequested);
    connect(m_cancelAll, &QPushButton::clicked, this, &BuildPage::cancelAllRequested);
    connect(m_again, &QPushButton::clicked, this, &BuildPage::buildTargetRequested);
    connect(m_build, &QPushButton::clicked, this, &BuildPage::buildRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &BuildPage::buildTargetRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BuildPage::chooseDerivation);
    connect(&m_clock, &QTimer::timeout, this, &BuildPage::refresh);
}

void BuildPage::setRunsView(QWidget *view)
{
    m_runs = view;
    m_views->addWidget(view);
    m_view->show();
    connect(m_view, &SegmentedControl::currentChanged, this, &BuildPage::showView);
}

void BuildPage::setRunsStanding(std::optional<theme::State> state, const QString &text)
{
    m_runsState = state;
    m_runsText = text;
    updateHeader();
}

void BuildPage::showRuns(bool shown)
{
    m_view->setCurrentIndex(shown ? 1 : 0);
    showView();
}

bool BuildPage::isShowingRuns() const
{
    return m_runs && m_view->currentIndex() == 1;
}

void BuildPage::showView()
{
    m_views->setCurrentIndex(m_view->currentIndex());
    updateHeader();
    updateButtons();
}

LogPanel *BuildPage::logPanel() const
{
    return isShowingRuns() ? m_runs->findChild<LogPanel *>() : m_log;
}

void BuildPage::goToProblem(bool forward)
{
    if (LogPanel *log = logPanel())
        log->goToProblem(forward);
}

void BuildPage::setTarget(const TargetState &target)
{
    m_target = target;
    if (isRunning() != m_clock.isActive())
        isRunning() ? m_clock.start() : m_clock.stop();
    m_derivations->setFailure(target.failure);
    m_log->setFailed(target.build == Build::Failed);
    m_log->view()->setGrowing(isRunning());
    updateFailure();
    updateEmpty();
    updateButtons();
    updateOthers();
    refresh();
}

void BuildPage::setMonitor(const BuildMonitor *monitor)
{
    m_monitor = monitor;
    const bool isSameRun = m_log->isShowing(monitor); // that has ended: people stay where they look
    m_log->setMonitor(monitor);
    if (!isSameRun) {
        m_derivations->clear();
        m_log->setDerivation(std::nullopt);
    }
    updateEmpty();
    updateEarlierLog();
    refresh();
}

void BuildPage::setHasEarlierLog(bool has)
{
    m_hasEarlierLog = has;
    updateEarlierLog();
}

/// Of what was cached the log says little; of what has none, nothing.
void BuildPage::updateEarlierLog()
{
    m_earlierLog->setVisible(!isShowingRuns() && m_hasEarlierLog && (!m_monitor || m_target.build == Build::Cached));
}

void BuildPage::refresh()
{
    updateDerivations();
    if (m_monitor)
        m_log->refresh(elapsedMsec());
    updateHeader();
    updateStall();
}

void BuildPage::setRunSummary(const RunSummary &summary)
{
    if (summary == m_run)
        return;
    m_run = summary;
    updateButtons();
    updateOthers();
}

qint64 BuildPage::elapsedMsec() const
{
    if (isRunning() && m_target.startedAt.isValid())
        return m_target.startedAt.msecsTo(QDateTime::currentDateTimeUtc());
    return m_monitor ? m_monitor->lastMsec() : 0;
}

void BuildPage::updateDerivations()
{
    if (!m_monitor)
        return;
    const bool first = m_derivations->rowCount() == 0;
    m_derivations->setOutlook(m_target.outlook);
    m_derivations->update(m_monitor->derivations(), m_monitor->lineCount(), elapsedMsec(), isRunning());
    if (first && m_derivations->rowCount() > 0)
        m_list->setCurrentIndex(m_derivations->index(0));
}

void BuildPage::chooseDerivation(const QModelIndex &current)
{
    const int derivation = current.data(DerivationsModel::DerivationRole).toInt();
    if (current.isValid())
        m_log->setDerivation(derivation < 0 ? std::nullopt : std::optional<qint32>(derivation));
}

void BuildPage::updateHeader()
{
    if (isShowingRuns()) {
        m_header->setTitle(tr("GitHub Actions"));
        m_header->setState(m_runsState);
        return m_header->setSummary(m_runsText);
    }
    const QString triple = m_target.target.triple;
    m_header->setTitle(triple.isEmpty() ? tr("Build") : triple, !triple.isEmpty());
    m_header->setState(stateOf(m_target.build), m_target.progress);
    m_header->setSummary(buildSummary(m_target, elapsedMsec()));
}

void BuildPage::updateButtons()
{
    const bool anyRuns = m_run.running + m_run.waiting > 0 || isRunning();
    const Build build = m_target.build;
    const bool isForGood = build == Build::Failed && m_target.failure && m_target.failure->isForGood;
    const bool ended = m_target.hasArchive() || (build == Build::Failed && !isForGood) || build == Build::Canceled;
    m_openLog->setVisible(!m_target.record.logFile.isEmpty());
    updateEarlierLog();
    const bool isOneOfMany = m_run.running + m_run.waiting > 1 && (isRunning() || build == Build::Waiting);
    m_cancelTarget->setVisible(isOneOfMany && m_stall->parentWidget()->isHidden()); // the banner offers it too
    m_cancelAll->setVisible(anyRuns);
    m_again->setVisible(ended);
    m_build->setVisible(!anyRuns && m_run.toBuild > 0);
    m_build->setText(buildButtonText(m_run.toBuild, m_run.failed, m_run.canceled));
    setAccent(*m_build, !hasAccentInCard()); // what mends the failure is what the eye must find
    if (isShowingRuns())
        for (QPushButton *button : {m_openLog, m_earlierLog, m_cancelTarget, m_cancelAll, m_again, m_build})
            button->hide();
}

bool BuildPage::hasAccentInCard() const
{
    const auto buttons = m_failureBox->findChildren<QPushButton *>();
    return !m_failureBox->isHidden() && std::ranges::any_of(buttons, [this](const QPushButton *one) {
        return one->isVisibleTo(m_failureBox) && one->property("accent").toBool();
    });
}

void BuildPage::setRepair(const std::optional<FailureRepair> &repair)
{
    if (repair == m_repair)
        return;
    m_repair = repair;
    if (m_shownFailure)
        makeFailureCard();
}

void BuildPage::updateFailure()
{
    const bool shows = m_target.build == Build::Failed && m_target.failure;
    const std::optional<BuildFailure> failure = shows ? m_target.failure : std::nullopt;
    m_failureBox->setVisible(shows);
    if (failure == m_shownFailure)
        return;
    m_shownFailure = failure;
    m_repair.reset();
    makeFailureCard();
}

void BuildPage::makeFailureCard()
{
    if (!m_shownFailure)
        return m_failureBox->setCard(nullptr);
    const double seconds = m_target.record.seconds;
    auto *card = new FailureCard(*m_shownFailure, m_repair, seconds > 0 ? formatSeconds(seconds) : QString());
    connect(card, &FailureCard::offerChosen, this, &BuildPage::offerChosen);
    m_failureBox->setCard(card);
    updateButtons();
}

bool BuildPage::showsActions() const
{
    const Build build = m_target.build;
    return m_target.stage && (isRunning() || build == Build::Canceled || m_target.isFromActions());
}

void BuildPage::updateEmpty()
{
    const QString triple = m_target.target.triple;
    const bool unbuildable = m_target.build == Build::Unbuildable;
    updateReason();
    const bool hasContent = m_monitor || (m_target.build == Build::Failed && m_target.failure);
    m_stack->setCurrentIndex(hasContent ? 1 : showsActions() ? 2 : 0);
    if (showsActions())
        m_actions->setStage(*m_target.stage, actionsNote(m_target));
    m_empty->setAction({});
    if (triple.isEmpty())
        m_empty->setSentence(tr("Choose a target to see how its build goes."));
    else if (m_target.build == Build::LeftOut)
        m_empty->setSentence(tr("%1 is left out of this release, so there is nothing to build.").arg(triple));
    else if (unbuildable)
        m_empty->setSentence(tr("A finished archive can stand in for the build, or the release can go without it."));
    else if (m_target.build == Build::Waiting)
        m_empty->setSentence(tr("%1 waits for its turn. Its log appears as soon as the build starts.").arg(triple));
    else if (m_target.isFromActions())
        m_empty->setSentence(actionsNote(m_target));
    else if (m_target.hasArchive())
        m_empty->setSentence(tr("%1 is there. No log of its build was kept here.").arg(triple));
    else {
        m_empty->setSentence(tr("%1 is not built yet.").arg(triple));
        m_empty->setAction(tr("Build &only %1").arg(triple));
    }
}

void BuildPage::setPlaces(const QList<PlaceChoice> &places)
{
    const QList<PlaceChoice> suitable = suitablePlaces(places);
    if (suitable == m_places)
        return;
    m_places = suitable;
    m_reason->clear(); // its actions name the places
    updateReason();
}

void BuildPage::updateReason()
{
    const bool shows = m_target.build == Build::Unbuildable;
    m_reason->parentWidget()->setVisible(shows);
    if (!shows)
        return m_reason->clear();
    if (m_reason->isHidden()) {
        for (const PlaceChoice &choice : std::as_const(m_places))
            connect(m_reason->addAction(tr("Build on %1").arg(placeName(choice.place))), &QPushButton::clicked, this,
                    [this, place = choice.place] { Q_EMIT placeChosen(place); });
        connect(m_reason->addAction(tr("&Take a finished archive…")), &QPushButton::clicked, this,
                &BuildPage::adoptRequested);
        connect(m_reason->addAction(tr("&Leave it out…")), &QPushButton::clicked, this, &BuildPage::leaveOutRequested);
    }
    m_reason->showMessage(theme::State::Warning, tr("Nothing here builds %1").arg(m_target.target.triple),
                          m_target.failure ? m_target.failure->message : m_target.forecast.message);
}

/// Many run at once and one is shown: a failure of another must not wait until somebody looks there.
void BuildPage::updateOthers()
{
    const auto without = [this](QStringList triples) {
        triples.removeAll(m_target.target.triple);
        return triples;
    };
    const QStringList failed = without(m_run.failedTriples);
    const QStringList silent = without(m_run.silentTriples);
    const QStringList all = failed + silent;
    m_others->parentWidget()->setVisible(!all.isEmpty());
    m_toShow = all.value(0);
    if (all.isEmpty())
        return m_others->clear();
    if (m_others->isHidden())
        connect(m_others->addAction(tr("&Show it")), &QPushButton::clicked, this,
                [this] { Q_EMIT targetRequested(m_toShow); });
    const auto say = [](const QStringList &triples, const QString &one, const QString &many) {
        return triples.isEmpty() ? QString() : counted(triples.size(), one, many).arg(triples.join(u", "_s));
    };
    QStringList sentences{say(failed, tr("%1 failed."), tr("These failed: %1.")),
                          say(silent, tr("%1 runs without a sign of life."), tr("Without a sign of life: %1."))};
    sentences.removeAll(QString());
    m_others->showMessage(failed.isEmpty() ? theme::State::Warning : theme::State::Error, sentences.join(u' '), {});
}

void BuildPage::updateStall()
{
    const std::optional<Stall> stall = isRunning() ? m_target.stall : std::nullopt;
    if (m_stall->parentWidget()->isHidden() == stall.has_value()) {
        m_stall->parentWidget()->setVisible(stall.has_value());
        updateButtons();
    }
    if (!stall)
        return m_stall->clear();
    if (m_stall->isHidden()) {
        connect(m_stall->addAction(tr("Show &processes")), &QPushButton::clicked, this, &BuildPage::processesRequested);
        connect(m_stall->addAction(tr("Cancel this &target")), &QPushButton::clicked, this,
                &BuildPage::cancelTargetRequested);
    }
    m_stall->showMessage(theme::State::Warning, stallTitle(*stall, elapsedMsec()), stallText(*stall));
}

} // namespace unmoor
