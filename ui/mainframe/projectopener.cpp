// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/projectopener.h"

#include "app/account/accountbook.h"
#include "app/account/tokenreport.h"
#include "app/project/manifesttext.h"
#include "app/rehearsal/rehearsal.h"
#include "ui/mainframe/stepstates.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// For what is deleted by its own continuation.
void deleteSoon(std::unique_ptr<Session> session, std::unique_ptr<Rehearsal> rehearsal)
{
    if (session)
        session.release()->deleteLater();
    if (rehearsal)
        rehearsal.release()->deleteLater();
}

/// A link to nothing is there: what is wrong with it is said at opening.
bool isManifestMissing(const QString &directory)
{
    const QFileInfo manifest(manifestPath(directory));
    return !manifest.exists() && !manifest.isSymLink();
}

} // namespace

ProjectOpener::ProjectOpener(Engine &engine, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_options(std::move(options))
    , m_recent(engine.stateDir())
{
}

ProjectOpener::~ProjectOpener() = default;

void ProjectOpener::close()
{
    ++m_opening;
    m_session.reset();
    m_rehearsal.reset();
}

void ProjectOpener::open(const QString &directory)
{
    close();
    if (QDir(directory).exists() && isManifestMissing(directory))
        return Q_EMIT manifestMissing(QDir(directory).absolutePath());
    m_session = std::make_unique<Session>(m_engine, optionsFor(directory));
    Q_EMIT began(tr("Opening %1").arg(directory));
    m_session->open(directory).then(
        this, [=, this, opening = m_opening](const Result<void> &opened) { takeOpening(opening, directory, opened); });
}

void ProjectOpener::takeOpening(int opening, const QString &directory, const Result<void> &opened)
{
    const auto text = opened ? failure(Error::Kind::NotFound, {}) : readManifestText(directory);
    if (opening != m_opening || !text || !findManifestProblem(*text))
        return finish(opening, m_session.get(), opened);
    ++m_opening;
    deleteSoon(std::move(m_session), nullptr);
    Q_EMIT manifestBroken(QDir(directory).absolutePath());
}

void ProjectOpener::rehearse(const QString &project)
{
    close();
    m_rehearsal = std::make_unique<Rehearsal>(m_engine.stateDir(), project, m_engine.inspector());
    Q_EMIT began(project.isEmpty() ? tr("Preparing the sample project") : tr("Opening a rehearsal of %1").arg(project));
    m_rehearsal->prepare().then(this, [this, opening = m_opening](const Result<void> &prepared) {
        finish(opening, prepared && m_rehearsal ? &m_rehearsal->session() : nullptr, prepared);
    });
}

void ProjectOpener::finish(int opening, Session *session, const Result<void> &outcome)
{
    if (opening != m_opening)
        return;
    if (outcome)
        return Q_EMIT opened(*session);
    ++m_opening;
    deleteSoon(std::move(m_session), std::move(m_rehearsal));
    Q_EMIT failed(outcome.error().message);
}

/// A project that somebody signed in for at another host is released there again.
SessionOptions ProjectOpener::optionsFor(const QString &directory) const
{
    SessionOptions options = m_options;
    const auto book = readAccounts(m_engine.stateDir());
    const QString host = book ? book->hosts.value(QDir(directory).absolutePath()) : QString();
    if (!host.isEmpty() && options.apiUrl == SessionOptions().apiUrl)
        options.apiUrl = apiUrlOfHost(host);
    return options;
}

void ProjectOpener::useAccount(const QUrl &apiUrl, const QByteArray &token)
{
    m_options.apiUrl = apiUrl;
    m_options.token = token;
}

void ProjectOpener::remember(const Session &session)
{
    if (!session.isOpen())
        return;
    const StepState publish = publishStepState(session);
    const QString tag = session.project().tag();
    m_recent.put({.path = session.project().directory,
                  .name = session.project().manifest.name,
                  .state = publish.state == theme::State::Running ? theme::State::Warning : publish.state,
                  .summary = tag.isEmpty() ? publish.summary : u"%1: %2"_s.arg(tag, publish.summary),
                  .when = QDateTime::currentDateTime(),
                  .isRehearsal = session.options().isRehearsal});
}

} // namespace unmoor
