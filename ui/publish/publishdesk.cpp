// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/publishdesk.h"

#include "ui/matrix/matrixmodel.h"
#include "ui/publish/publishpage.h"
#include "ui/publish/withdrawdialog.h"
#include "ui/widgets/banner.h"

#include <QPushButton>

namespace unmoor {

PublishDesk::PublishDesk(Session &session, MatrixModel *model, Banner *unfinished, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(new PublishPage(parent))
    , m_model(model)
    , m_unfinished(unfinished)
{
    connect(m_page, &PublishPage::readRequested, this, &PublishDesk::readHost);
    connect(m_page, &PublishPage::publishRequested, this, [this] { Q_EMIT confirmationRequested(false); });
    connect(m_page, &PublishPage::draftRequested, this, [this] { Q_EMIT confirmationRequested(true); });
    connect(m_page, &PublishPage::withdrawRequested, this,
            [this] { takeBack(m_session.publishing().view().desired.tag); });
    connect(m_page, &PublishPage::signInRequested, this, &PublishDesk::signInRequested);
    connect(m_page, &PublishPage::cancelRequested, this, [this] { m_session.cancelPublishing(); });
    connect(m_page, &PublishPage::openReleaseRequested, this, &PublishDesk::openLinkRequested);

    connect(&m_session.publishing(), &Publishing::changed, this, &PublishDesk::show);
    connect(&m_session.publishing(), &Publishing::planChanged, this, [this] {
        m_page->setPlan(m_session.publishing().plan());
        show();
    });
    connect(&m_session.publishing(), &Publishing::stepStarted, m_page, &PublishPage::stepStarted);
    connect(&m_session.publishing(), &Publishing::stepProgressed, m_page, &PublishPage::stepProgressed);
    connect(&m_session.publishing(), &Publishing::stepFinished, m_page, &PublishPage::stepFinished);
    connect(&m_session.publishing(), &Publishing::stepStarted, this,
            [this](int step) { m_sendingFile = m_session.publishing().plan().steps.value(step).file; });
    connect(&m_session.publishing(), &Publishing::waiting, this, &PublishDesk::waitFor);
}

void PublishDesk::readHost()
{
    m_page->setReading(true);
    m_session.publishing().reconcile().then(this, [this](const Result<void> &read) {
        m_page->setReading(false);
        if (!read)
            m_page->setProblem(tr("GitHub could not be read"), read.error().message);
        else
            m_page->setReadAt(QDateTime::currentDateTimeUtc());
        show();
    });
}

void PublishDesk::takeBack(const QString &tag)
{
    auto *dialog = new WithdrawDialog(m_session, tag, m_page->window());
    connect(dialog, &WithdrawDialog::hostChanged, this, [this] {
        readHost();
        Q_EMIT withdrawn();
    });
    connect(dialog, &WithdrawDialog::patchRequested, this, &PublishDesk::patchRequested);
    dialog->open();
}

void PublishDesk::publish(bool draftOnly, const PublishAgreement &agreement)
{
    m_stopped.reset();
    m_page->setRunning(true);
    m_session.publish(draftOnly, agreement)
        .then(this, [this, draftOnly, agreement](const Result<PublishOutcome> &outcome) {
            if (outcome && outcome->error && outcome->error->kind == Error::Kind::Unauthorized)
                m_stopped = {draftOnly, agreement};
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
    if (!m_stopped || !m_session.login().isSignedIn() || m_session.isPublishing())
        return false;
    const auto [draftOnly, agreement] = *m_stopped;
    publish(draftOnly, agreement);
    return true;
}

/// A pause counts down in the row of the plan, in the rail and in the matrix.
void PublishDesk::waitFor(int seconds, const QString &why)
{
    m_wait = seconds;
    int waiting = -1;
    for (const ExpectedArchive &archive : expectedArchives())
        if (!m_sendingFile.isEmpty() && m_sendingFile.startsWith(archive.name))
            waiting = m_session.targets().rowOf(archive.target);
    m_model->setWaiting(waiting, seconds);
    m_page->setWaiting(seconds, why);
    Q_EMIT changed();
}

QList<ExpectedArchive> PublishDesk::expectedArchives() const
{
    QList<ExpectedArchive> archives;
    for (const TargetState &target : m_session.targets().rows())
        if (target.isIn())
            archives.append(
                {target.target.triple, m_session.project().archiveName(target.target, target.record.archivePath)});
    return archives;
}

void PublishDesk::show()
{
    const bool isPublishing = m_session.isPublishing();
    m_page->setRelease(m_session.publishing().view().desired, m_session.publishing().remote(),
                       m_session.acceptances().accepted());
    m_story.reset();
    if (m_session.publishing().remote() && !isPublishing) {
        m_page->setPlan(m_session.publishing().plan());
        m_story = tellRelease(m_session.publishing().view().desired, *m_session.publishing().remote(),
                              m_session.publishing().plan(), expectedArchives());
    }
    m_page->setComplete(m_session.publishing().view().isComplete);
    m_page->setStory(m_story);
    m_page->setObstacles(m_session.planner().isChecked() ? m_session.publishing().view().obstacles : QStringList());
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
