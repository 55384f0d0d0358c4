// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdesk.h"

#include "app/account/accountbook.h"
#include "app/core/chain.h"
#include "app/core/pool.h"
#include "app/ledger/ledger.h"
#include "app/nix/storefolder.h"

#include <QDir>
#include <QThread>

using namespace Qt::StringLiterals;

namespace unmoor {

SettingsDesk::SettingsDesk(Engine &engine, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_options(std::move(options))
    , m_here{.cores = QThread::idealThreadCount()}
{
    (void)m_engine.settingsStore().read(); // problem() says why not
    follow();
}

SettingsDesk::~SettingsDesk()
{
    m_asking.request_stop();
}

void SettingsDesk::follow()
{
    connect(&engine().settingsStore(), &SettingsStore::changed, this, &SettingsDesk::changed);
    connect(&engine().machines(), &Machines::changed, this, &SettingsDesk::changed);
}

void SettingsDesk::setSession(Session *session)
{
    disconnect(&engine().settingsStore(), nullptr, this, nullptr);
    disconnect(&engine().machines(), nullptr, this, nullptr);
    m_session = session;
    follow();
    Q_EMIT changed();
}

QString SettingsDesk::tokenHostName() const
{
    return tokenHost(m_session ? m_session->options().apiUrl : m_options.apiUrl);
}

// --- Machines --------------------------------------------------------------------------------------------------------

Result<void> SettingsDesk::addHost(const BuildHost &host)
{
    return engine().machines().add(host);
}

Result<void> SettingsDesk::replaceHost(const QString &name, const BuildHost &host)
{
    const auto kept = engine().machines().replace(name, host);
    if (kept && host.name != name)
        movePlaces(name, host.name);
    return kept;
}

Result<void> SettingsDesk::removeHost(const QString &name)
{
    const auto removed = engine().machines().remove(name);
    if (removed)
        movePlaces(name, {});
    return removed;
}

/// \a to: empty where there is no such machine any more.
void SettingsDesk::movePlaces(const QString &from, const QString &to)
{
    if (!m_session || !m_session->engine().ledger())
        return;
    const BuildPlace renamed{.kind = BuildPlace::Kind::Host, .host = to};
    for (const TargetState &target : QList<TargetState>(m_session->targets().rows())) {
        if (target.place.host != from)
            continue;
        Places &places = m_session->places();
        const BuildPlace place = to.isEmpty() ? places.thatBuild(target.target.system).value(0) : renamed;
        (void)places.choose(target.target.triple, place, m_session->project().checkout.root);
    }
    m_session->engine().ledger()->movePlaces(from, to.isEmpty() ? placeWord({}) : to);
}

QStringList SettingsDesk::targetsOn(const QString &host) const
{
    QStringList triples;
    if (!m_session)
        return triples;
    for (const TargetState &target : m_session->targets().rows())
        if (target.isIn() && target.place.kind == BuildPlace::Kind::Host && target.place.host == host)
            triples += target.target.triple;
    return triples;
}

void SettingsDesk::askThisMachine()
{
    Flake(QDir::homePath()).info(m_asking.get_token()).then(this, [this](const Result<NixInfo> &nix) {
        m_here = {.systems = nix ? nix->systems : QStringList(),
                  .cores = QThread::idealThreadCount(),
                  .freeBytes = freeBytesOfStore(nix ? nix->storeFolder : usualStoreFolder),
                  .problem = nix ? QString() : nix.error().message,
                  .askedAt = QDateTime::currentDateTimeUtc()};
        Q_EMIT changed();
    });
}

void SettingsDesk::probe(const QString &name)
{
    if (settings().host(name) && !isProbing(name))
        engine().machines().probe(name);
}

void SettingsDesk::setReport(const QString &name, ProbeReport report)
{
    report.host = name;
    engine().machines().takeReport(report);
}

Result<void> SettingsDesk::trust(const HostKeys &keys, bool replace)
{
    return replace ? engine().machines().replaceHostKey(keys) : engine().machines().trustHostKey(keys);
}

// --- Account ---------------------------------------------------------------------------------------------------------

void SettingsDesk::takeAccount(const QUrl &apiUrl, const QByteArray &held)
{
    m_options.apiUrl = apiUrl;
    m_options.token = held;
    m_isHeld = !held.isEmpty();
}

QString SettingsDesk::login() const
{
    return m_session ? m_session->login().account() : m_engine.accounts().book().loginFor(tokenHostName(), {});
}

bool SettingsDesk::isRehearsal() const
{
    return m_session && m_session->options().isRehearsal;
}

QFuture<Result<StoredToken>> SettingsDesk::readToken()
{
    const QByteArray given = m_session ? m_session->login().givenToken() : m_options.token;
    const auto place = m_isHeld ? StoredToken::Place::Session : StoredToken::Place::Environment;
    if (!given.isEmpty())
        return finished<StoredToken>(StoredToken{given, place});
    return engine().accounts().tokens().read(tokenHostName(), login());
}

QFuture<Result<void>> SettingsDesk::forgetToken()
{
    return m_session ? m_session->login().signOut() : m_engine.accounts().forget(tokenHostName(), login());
}

// --- Storage ---------------------------------------------------------------------------------------------------------

QFuture<StorageUse> SettingsDesk::measure()
{
    return runInPool(m_pool, [folder = stateDir()] { return measureStorage(folder); });
}

QFuture<Result<OldLogs>> SettingsDesk::findLogs(const QDateTime &before)
{
    return runInPool(m_pool, [folder = stateDir(), before] { return findOldLogs(folder, before); });
}

QFuture<Result<void>> SettingsDesk::removeLogs(const OldLogs &logs)
{
    return runInPool(m_pool, [logs] { return deleteLogs(logs); });
}

} // namespace unmoor
