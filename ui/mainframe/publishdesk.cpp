// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainframe/publishdesk.h"

#include "matrix/matrixmodel.h"
#include "publish/publishpage.h"
#include "widgets/banner.h"

#include <QPushButton>

namespace unmoor {

PublishDesk::PublishDesk(Session &session, PublishPage *page, MatrixModel *model, Banner *unfinished, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
    , m_model(model)
    , m_unfinished(unfinished)
{
    connect(m_page, &PublishPage::readRequested, this, &PublishDesk::readHost);
    connect(m_page, &PublishPage::publishRequested, this, [this] { Q_EMIT confirmationRequested(false); });
    connect(m_page, &PublishPage::draftRequested, this, [this] { Q_EMIT confirmationRequested(true); });
    connect(m_page, &PublishPage::signInRequested, this, &PublishDesk::signInRequested);
    connect(m_page, &PublishPage::cancelRequested, this, [this] { m_session.cancel(); });
    connect(m_page, &PublishPage::openReleaseRequested, this, &PublishDesk::openLinkRequested);

    connect(&m_session, &Session::signedInChanged, this, &PublishDesk::show);
    connect(&m_session, &Session::publishPlanChanged, this, [this] {
        m_page->setPlan(m_session.publishPlan());
        show();
    });
    connect(&m_session, &Session::publishStepStarted, m_page, &PublishPage::stepStarted);
    connect(&m_session, &Session::publishStepProgressed, m_page, &PublishPage::stepProgressed);
    connect(&m_session, &Session::publishStepFinished, m_page, &PublishPage::stepFinished);
    connect(&m_session, &Session::publishStepStarted, this,
            [this](int step) { m_sendingFile = m_session.publishPlan().steps.value(step).file; });
    connect(&m_session, &Session::publishWaiting, this, &PublishDesk::waitFor);
}

void PublishDesk::readHost()
{
    m_page->setReading(true);
    m_session.reconcile().then(this, [this](const Result<void> &read) {
        m_page->setReading(false);
        if (!read)
            m_page->setProblem(tr("GitHub could not be read"), read.error().message);
        else
            m_page->setReadAt(QDateTime::currentDateTimeUtc());
        show();
    });
}

void PublishDesk::publish(bool draftOnly)
{
    m_stoppedDraftOnly.reset();
    m_page->setRunning(true);
    m_session.publish(draftOnly).then(this, [this, draftOnly](const Result<PublishOutcome> &outcome) {
        if (outcome && outcome->error && outcome->error->kind == Error::Kind::Unauthorized)
            m_stoppedDraftOnly = draftOnly;
        m_page->setRunning(false);
        waitFor(0, {});
        if (outcome)
            m_page->setReadAt(QDateTime::currentDateTimeUtc());
        show();
        m_page->setOutcome(outcome);
        Q_EMIT ended();
    });
    show();
}

bool PublishDesk::goOn()
{
    if (!m_stoppedDraftOnly || !m_session.isSignedIn() || m_session.isRunning(Session::Task::Publishing))
        return false;
    publish(*m_stoppedDraftOnly);
    return true;
}

/// A pause counts down in the row of the plan, in the rail and in the matrix.
void PublishDesk::waitFor(int seconds, const QString &why)
{
    m_wait = seconds;
    int waiting = -1;
    for (int row = 0; row < m_session.targets().size() && !m_sendingFile.isEmpty(); ++row)
        if (m_session.targets()[row].isIn() && m_sendingFile.startsWith(m_session.archiveName(row)))
            waiting = row;
    m_model->setWaiting(waiting, seconds);
    m_page->setWaiting(seconds, why);
    Q_EMIT changed();
}

void PublishDesk::show()
{
    const bool isPublishing = m_session.isRunning(Session::Task::Publishing);
    m_page->setRelease(m_session.desired(), m_session.remote(), m_session.accepted());
    m_story.reset();
    if (m_session.remote() && !isPublishing) {
        m_page->setPlan(m_session.publishPlan());
        QList<ExpectedArchive> archives;
        for (int row = 0; row < m_session.targets().size(); ++row)
            if (m_session.targets()[row].isIn())
                archives.append({m_session.targets()[row].target.triple, m_session.archiveName(row)});
        m_story = tellRelease(m_session.desired(), *m_session.remote(), m_session.publishPlan(), archives);
    }
    m_page->setStory(m_story);
    m_page->setObstacles(m_session.isChecked() ? m_session.publishObstacles() : QStringList());
    showBanner();
    Q_EMIT changed();
}

void PublishDesk::setBannerWanted(bool wanted)
{
    m_bannerWanted = wanted;
    showBanner();
}

/// In words what a release that stopped half-way has and lacks, wherever one is in the window.
void PublishDesk::showBanner()
{
    if (!m_story || !m_bannerWanted)
        return m_unfinished->clear();
    const bool isShown = !m_unfinished->isHidden();
    m_unfinished->showMessage(theme::State::Warning, m_story->title, m_story->text);
    if (!isShown)
        connect(m_unfinished->addAction(m_story->action), &QPushButton::clicked, this, &PublishDesk::pageRequested);
}

} // namespace unmoor
