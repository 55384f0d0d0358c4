// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/preparedesk.h"

#include "app/prepare/nextplan.h"
#include "app/prepare/preparewords.h"
#include "ui/plan/planpage.h"
#include "ui/plan/preparedialog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

PrepareDesk::PrepareDesk(Session &session, PlanPage *page)
    : QObject(page)
    , m_session(session)
    , m_page(page)
{
    connect(page, &PlanPage::prepareRequested, this, [this] { open(); });
    connect(page, &PlanPage::nextRequested, this, &PrepareDesk::beginNext);
    connect(&session, &Session::projectChanged, this, &PrepareDesk::show);
}

QString PrepareDesk::whyNot() const
{
    if (!m_session.isOpen())
        return tr("no project is open");
    return m_session.project().trust == Trust::Given ? QString() : tr("the project is not trusted");
}

/// Of a project that is not trusted git is not asked, whose settings would be used.
void PrepareDesk::show()
{
    if (!whyNot().isEmpty()) {
        m_page->setReleased({});
        return m_page->setPreparation({});
    }
    m_reading.cancel();
    const auto stop = m_reading.begin();
    readStanding(m_session.engine().stateDir(), m_session.project().checkout.root, stop)
        .then(this, [this, stop](const Result<std::optional<PrepareStanding>> &standing) {
            m_reading.end();
            if (stop.stop_requested())
                return;
            if (standing && !*standing)
                return showReleased();
            m_page->setReleased({});
            m_page->setPreparation(standing ? standingWords((*standing)->journal) : standing.error().message);
        });
}

/// What was published from here and is still what a build would build: the next version is to begin.
void PrepareDesk::showReleased()
{
    const ProjectPtr project = m_session.snapshot();
    m_session.history().releases(project).then(this, [this, project](const Result<ReleasePart> &part) {
        if (project != m_session.snapshot())
            return; // it is read again
        const auto isThis = [&project](const ReleaseRecord &release) {
            return release.tag == project->tag() && (release.state == "published"_L1 || release.state == "verified"_L1);
        };
        const bool isReleased = part && !project->tag().isEmpty() && std::ranges::any_of(part->releases, isThis);
        m_page->setPreparation({});
        m_page->setReleased(isReleased && isNextWanted(*project) ? project->tag() : QString());
    });
}

/// A rehearsal pushes to the repository beside its sample, and nowhere else.
bool PrepareDesk::mayPush() const
{
    const QString own = m_session.engine().stateDir() + u'/';
    const QStringList &remotes = m_session.project().checkout.remoteUrls;
    return !m_session.options().isRehearsal
        || (!remotes.isEmpty()
            && std::ranges::all_of(remotes, [&own](const QString &url) { return url.startsWith(own); }));
}

void PrepareDesk::open(const QString &wanted)
{
    openFor(Preparer::Purpose::Release, wanted);
}

void PrepareDesk::beginNext()
{
    openFor(Preparer::Purpose::Next, {});
}

void PrepareDesk::openFor(Preparer::Purpose purpose, const QString &wanted)
{
    if (!whyNot().isEmpty())
        return;
    PullHost host;
    if (m_session.login().isSignedIn() && !m_session.project().repository().isEmpty())
        host = {.client = &m_session.client(), .repository = m_session.project().repository()};
    auto *dialog = new PrepareDialog(m_session.project().directory, m_session.engine().stateDir(), mayPush(), wanted,
                                     host, purpose, m_page->window());
    connect(dialog, &PrepareDialog::checkoutChanged, this, &PrepareDesk::changed);
    connect(dialog, &QDialog::finished, this, &PrepareDesk::show);
    dialog->open();
}

} // namespace unmoor
