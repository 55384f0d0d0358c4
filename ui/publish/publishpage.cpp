// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/publishpage.h"

#include "app/core/format.h"
#include "app/core/linktarget.h"
#include "app/core/when.h"
#include "ui/publish/checklistdelegate.h"
#include "ui/publish/checklistmodel.h"
#include "ui/publish/publishoverview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/plaintext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

PublishPage::PublishPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(tr("Publish"), this))
    , m_bannerBox(new QWidget(this))
    , m_banner(new Banner(m_bannerBox))
    , m_overview(new PublishOverview(this))
    , m_list(new QTreeView(this))
    , m_model(new ChecklistModel(this))
{
    m_read = m_header->addButton(tr("&Read GitHub again"));
    m_open = m_header->addButton(tr("&Open on GitHub"));
    m_cancel = m_header->addButton(tr("&Cancel publishing"));
    m_withdraw = m_header->addButton(tr("&Take back…"));
    m_draft = m_header->addButton(tr("&Keep as draft…"));
    m_publish = m_header->addButton(tr("Publish…"), true);
    connect(m_read, &QPushButton::clicked, this, &PublishPage::readRequested);
    connect(m_cancel, &QPushButton::clicked, this, &PublishPage::cancelRequested);
    m_withdraw->setToolTip(tr("Demote a release that is broken, hide it, tidy up after it, or put it back"));
    connect(m_withdraw, &QPushButton::clicked, this, &PublishPage::withdrawRequested);
    connect(m_draft, &QPushButton::clicked, this, &PublishPage::draftRequested);
    connect(m_publish, &QPushButton::clicked, this, &PublishPage::publishRequested);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_remote && m_remote->release)
            Q_EMIT openReleaseRequested(m_remote->release->htmlUrl);
    });

    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChecklistDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Publish plan"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    auto *bannerRow = new QVBoxLayout(m_bannerBox);
    bannerRow->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::s);
    bannerRow->addWidget(m_banner);
    layout->addWidget(m_bannerBox);
    layout->addWidget(m_overview);
    layout->addWidget(m_list, 1);
    showBanner();
    makeCopyActions();
    m_ageTimer.setInterval(5000);
    connect(&m_ageTimer, &QTimer::timeout, this, &PublishPage::showAge);
    refresh();
}

void PublishPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showAge();
    m_ageTimer.start();
}

void PublishPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ageTimer.stop();
}

/// The steps keep most of the height, and every column stays in sight.
void PublishPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_overview->setMaximumHeight(std::max(m_overview->minimumHeight(), height() / 3));
    m_list->header()->resizeSection(ChecklistModel::Step, width() * 43 / 100);
    m_list->header()->resizeSection(ChecklistModel::Why, width() * 31 / 100);
}

void PublishPage::makeCopyActions()
{
    auto *copy = new QAction(tr("&Copy step and proof"), m_list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    auto *all = new QAction(tr("Copy &every step and proof"), m_list);
    m_list->addActions({copy, all});
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(copiedText()); });
    connect(all, &QAction::triggered, this, [this] {
        m_list->clearSelection();
        QGuiApplication::clipboard()->setText(copiedText());
    });
}

QString PublishPage::copiedText() const
{
    const QItemSelectionModel *selection = m_list->selectionModel();
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (!selection->hasSelection() || selection->isRowSelected(row))
            lines += m_model->index(row, 0).data(ChecklistModel::CopyRole).toString();
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString PublishPage::bannerText() const
{
    return m_banner->isHidden() ? QString() : m_banner->text();
}

QString PublishPage::bannerTitle() const
{
    return m_banner->isHidden() ? QString() : m_banner->title();
}

void PublishPage::setRelease(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote,
                             const QMap<QString, QString> &accepted)
{
    m_desired = desired;
    m_remote = remote;
    m_overview->setRelease(desired, remote, accepted);
    m_model->setFiles(desired.files);
    refresh();
}

void PublishPage::setPlan(const PublishPlan &plan)
{
    if (std::exchange(m_plan, plan) != plan || m_model->rowCount() == 0 || m_running) {
        m_model->setPlan(plan);
        showAge();
    }
    showBanner();
    refresh();
}

void PublishPage::setObstacles(const QStringList &obstacles)
{
    if (std::exchange(m_obstacles, obstacles) == obstacles)
        return;
    showBanner();
    refresh();
}

void PublishPage::setStory(const std::optional<ReleaseStory> &story)
{
    if (std::exchange(m_story, story) == story)
        return;
    showBanner();
}

void PublishPage::setReadAt(const QDateTime &moment)
{
    m_readAt = moment;
    showAge();
}

void PublishPage::showAge()
{
    if (m_readAt.isValid())
        m_model->setReadAge(tr("read from GitHub %1").arg(ageText(m_readAt, QDateTime::currentDateTimeUtc())));
}

/// One at most, and the nearest first: what broke just now, what stands in the way, what is unfinished.
void PublishPage::showBanner()
{
    const bool isStopped = !m_running && m_outcome && (!*m_outcome || (*m_outcome)->error);
    if (isStopped && m_outcomeIsShown)
        return; // its button may have the focus
    m_banner->clear();
    m_outcomeIsShown = isStopped;
    if (isStopped)
        showOutcome();
    else if (!m_running)
        showStanding();
    m_bannerBox->setVisible(!m_banner->isHidden());
}

void PublishPage::showStanding()
{
    if (m_readProblem)
        m_banner->showMessage(theme::State::Error, m_readProblemTitle, m_readProblem->message);
    else if (m_plan.blocker)
        m_banner->showMessage(theme::State::Error, tr("This cannot be published as it stands"),
                              m_plan.blocker->message);
    else if (m_obstacles.size() == 1)
        m_banner->showMessage(theme::State::Warning,
                              tr("1 thing to settle before %1 can be published").arg(m_desired.tag),
                              m_obstacles.constFirst());
    else if (!m_obstacles.isEmpty())
        m_banner->showMessage(
            theme::State::Warning,
            tr("%1 things to settle before %2 can be published").arg(m_obstacles.size()).arg(m_desired.tag),
            m_obstacles.join(u'\n'));
    else if (m_story)
        m_banner->showMessage(theme::State::Warning, m_story->title, m_story->text);
    else if (!m_plan.remarks.isEmpty())
        m_banner->showMessage(theme::State::Note, tr("This stays for you"), m_plan.remarks.join(u'\n'));
}

void PublishPage::setReading(bool reading)
{
    m_reading = reading;
    if (reading)
        m_readProblem.reset();
    showBanner();
    refresh();
}

void PublishPage::setRunning(bool running)
{
    m_running = running;
    if (running)
        m_outcome.reset();
    showBanner();
    refresh();
}

void PublishPage::stepStarted(int step)
{
    m_model->setStarted(step);
    m_list->scrollTo(m_model->index(m_model->rowOfStep(step), 0));
    refresh();
}

void PublishPage::stepProgressed(int step, qint64 sent, qint64 total)
{
    m_model->setProgress(step, sent, total);
}

void PublishPage::stepFinished(int step, const StepResult &result)
{
    m_model->setFinished(step, result);
    refresh();
}

void PublishPage::setWaiting(int seconds, const QString &why)
{
    m_waitSeconds = seconds;
    m_model->setWaiting(seconds, why);
    refresh();
}

void PublishPage::setOutcome(const Result<PublishOutcome> &outcome)
{
    m_outcome = outcome;
    m_outcomeIsShown = false;
    showBanner();
    refresh();
}

void PublishPage::showOutcome()
{
    const Result<PublishOutcome> &outcome = *m_outcome;
    if (!outcome) {
        const bool isCanceled = outcome.error().kind == Error::Kind::Canceled;
        return m_banner->showMessage(isCanceled ? theme::State::Canceled : theme::State::Error, tr("Nothing was sent"),
                                     outcome.error().message);
    }
    const bool hidden = !m_remote || !m_remote->release || m_remote->release->draft;
    const QString title = hidden
        ? tr("%1 stopped half-way. Users cannot see it: it is still a draft.").arg(m_desired.tag)
        : tr("%1 stopped half-way. It is published; what is left is below.").arg(m_desired.tag);
    if (outcome->error->kind != Error::Kind::Unauthorized)
        return m_banner->showMessage(theme::State::Warning, title, outcome->error->message);
    m_banner->showMessage(
        theme::State::Warning, tr("GitHub does not take the token any more"),
        tr("%1 Sign in again, and publishing goes on from where it stopped.").arg(outcome->error->message));
    connect(m_banner->addAction(tr("&Sign in again…"), true), &QPushButton::clicked, this,
            &PublishPage::signInRequested);
}

void PublishPage::setProblem(const QString &title, const QString &text)
{
    m_readProblemTitle = title;
    m_readProblem = Error{Error::Kind::Failed, text};
    showBanner();
}

void PublishPage::setComplete(bool complete)
{
    m_complete = complete;
    refresh();
}

void PublishPage::refresh()
{
    const bool read = m_remote.has_value();
    const bool complete = read && m_complete;
    const bool started = read && m_remote->release.has_value();
    m_read->setVisible(!m_running);
    m_read->setEnabled(!m_reading);
    m_open->setVisible(started && !m_remote->release->htmlUrl.isEmpty());
    m_open->setToolTip(toolTipText(started ? shownAddress(m_remote->release->htmlUrl) : QString()));
    m_open->setText(started && m_remote->release->draft ? tr("&Open draft on GitHub") : tr("&Open on GitHub"));
    m_overview->setVisible(!m_running);
    m_cancel->setVisible(m_running);
    const bool isPublished = started && !m_remote->release->draft;
    const bool isWithdrawn = read && m_plan.isWithdrawn;
    m_withdraw->setVisible(!m_running && started && (isPublished || !m_remote->otherDrafts.isEmpty()));
    m_draft->setVisible(!m_running && !complete && !isPublished);
    m_publish->setVisible(!m_running && !complete && !isWithdrawn);
    const bool can = read && !m_reading && m_obstacles.isEmpty() && !m_plan.blocker;
    m_draft->setEnabled(can);
    m_publish->setEnabled(can);
    const bool tokenEnded =
        m_outcome && *m_outcome && (*m_outcome)->error && (*m_outcome)->error->kind == Error::Kind::Unauthorized;
    setAccent(*m_publish, !tokenEnded); // then signing in again is what the eye must find
    m_publish->setText(started ? tr("&Finish %1…").arg(m_desired.tag) : tr("&Publish %1…").arg(m_desired.tag));

    if (m_running && m_waitSeconds > 0) {
        m_header->setState(theme::State::Waiting);
        m_header->setSummary(tr("%1 of %2 steps done · waiting, goes on by itself in %3")
                                 .arg(m_model->doneCount())
                                 .arg(m_model->stepCount())
                                 .arg(countdownText(m_waitSeconds)));
    } else if (m_running) {
        m_header->setState(theme::State::Running);
        m_header->setSummary(tr("%1 of %2 steps done").arg(m_model->doneCount()).arg(m_model->stepCount()));
    } else if (m_reading) {
        m_header->setState(theme::State::Running);
        m_header->setSummary(tr("reading what is on GitHub"));
    } else if (isWithdrawn) {
        m_header->setState(theme::State::Note);
        m_header->setSummary(tr("%1 was taken back. Its files stay as users have them.").arg(m_desired.tag));
    } else if (complete) {
        m_header->setState(theme::State::Verified);
        m_header->setSummary(
            tr("%1 is complete: every file, the tag and the notes were read back.").arg(m_desired.tag));
    } else if (!read) {
        m_header->setState(theme::State::Planned);
        m_header->setSummary(tr("GitHub was not read yet."));
    } else {
        const QString steps = counted(m_plan.steps.size(), tr("1 step"), tr("%1 steps"));
        m_header->setState(m_obstacles.isEmpty() && !m_plan.blocker ? theme::State::Planned : theme::State::Warning);
        m_header->setSummary(started ? steps + tr(" left to finish.") : steps + tr(". Nothing has been sent yet."));
    }
}

} // namespace unmoor
