// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsdesk.h"

#include "account/accountbook.h"

#include "core/pool.h"
#include "ledger/ledger.h"

#include <QDir>
#include <QStorageInfo>
#include <QThread>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

qint64 freeBytesOfStore(const QString &stateDir)
{
    const QStorageInfo store(u"/nix/store"_s);
    return store.isValid() ? store.bytesAvailable() : QStorageInfo(stateDir).bytesAvailable();
}

} // namespace

SettingsDesk::SettingsDesk(SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_here{.cores = QThread::idealThreadCount()}
{
    readFile();
}

SettingsDesk::~SettingsDesk()
{
    for (auto &[name, stop] : m_probes)
        stop.request_stop();
}

void SettingsDesk::setSession(Session *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    const QString before = stateDir();
    m_session = session;
    if (stateDir() != before) { // another settings file, with machines of its own
        for (auto &[name, stop] : std::exchange(m_probes, {}))
            stop.request_stop();
        m_reports.clear();
    }
    if (session)
        connect(session, &Session::settingsChanged, this, &SettingsDesk::changed);
    readFile();
    Q_EMIT changed();
}

QString SettingsDesk::stateDir() const
{
    return m_session ? m_session->options().stateDir : m_options.stateDir;
}

QString SettingsDesk::tokenHostName() const
{
    return tokenHost(m_session ? m_session->options().apiUrl : m_options.apiUrl);
}

void SettingsDesk::readFile()
{
    m_problem.clear();
    if (m_session)
        return;
    auto read = readSettings(m_options.stateDir);
    m_settings = read ? std::move(*read) : Settings();
    if (!read)
        m_problem = read.error().message;
}

const Settings &SettingsDesk::settings() const
{
    return m_session ? m_session->settings() : m_settings;
}

Result<void> SettingsDesk::setSettings(const Settings &settings)
{
    if (m_session)
        return m_session->setSettings(settings);
    if (!m_problem.isEmpty())
        return failure(Error::Kind::Corrupt, m_problem);
    if (settings == m_settings)
        return {};
    m_settings = settings;
    const auto written = writeSettings(m_options.stateDir, settings);
    Q_EMIT changed();
    return written;
}

// --- Machines --------------------------------------------------------------------------------------------------------

Result<void> SettingsDesk::addHost(const BuildHost &host)
{
    Settings changed = settings();
    if (auto checked = checkHost(host, changed.hosts); !checked)
        return checked;
    changed.hosts += host;
    return setSettings(changed);
}

Result<void> SettingsDesk::replaceHost(const QString &name, const BuildHost &host)
{
    Settings changed = settings();
    const auto old = std::ranges::find(changed.hosts, name, &BuildHost::name);
    if (old == changed.hosts.end())
        return addHost(host);
    QList<BuildHost> others = changed.hosts;
    others.removeIf([&](const BuildHost &other) { return other.name == name; });
    if (auto checked = checkHost(host, others); !checked)
        return checked;
    *old = host;
    forgetProbe(name);
    const auto kept = setSettings(changed);
    if (host.name != name)
        movePlaces(name, host.name);
    return kept;
}

Result<void> SettingsDesk::removeHost(const QString &name)
{
    Settings changed = settings();
    changed.hosts.removeIf([&](const BuildHost &host) { return host.name == name; });
    forgetProbe(name);
    const auto kept = setSettings(changed);
    movePlaces(name, {});
    return kept;
}

/// What was found, or is being found, is of a machine that is reached otherwise from now on.
void SettingsDesk::forgetProbe(const QString &name)
{
    if (const auto running = m_probes.find(name); running != m_probes.end()) {
        running->second.request_stop();
        m_probes.erase(running);
    }
    m_reports.erase(name);
}

/// \a to: empty where there is no such machine any more.
void SettingsDesk::movePlaces(const QString &from, const QString &to)
{
    if (!m_session || !m_session->ledger())
        return;
    for (int row = 0; row < m_session->targets().size(); ++row) {
        if (m_session->targets()[row].place.host != from)
            continue;
        const BuildPlace renamed{.kind = BuildPlace::Kind::Host, .host = to};
        m_session->setPlace(row, to.isEmpty() ? m_session->placesFor(row).value(0) : renamed);
    }
    m_session->ledger()->movePlaces(from, to.isEmpty() ? placeWord({}) : to);
}

QStringList SettingsDesk::targetsOn(const QString &host) const
{
    QStringList triples;
    if (!m_session)
        return triples;
    for (const TargetState &target : m_session->targets())
        if (target.isIn() && target.place.kind == BuildPlace::Kind::Host && target.place.host == host)
            triples += target.target.triple;
    return triples;
}

void SettingsDesk::askThisMachine()
{
    Flake(QDir::homePath()).info().then(this, [this](const Result<NixInfo> &nix) {
        m_here = {.systems = nix ? nix->systems : QStringList(),
                  .cores = QThread::idealThreadCount(),
                  .freeBytes = freeBytesOfStore(stateDir()),
                  .problem = nix ? QString() : nix.error().message,
                  .askedAt = QDateTime::currentDateTimeUtc()};
        Q_EMIT changed();
    });
}

void SettingsDesk::probe(const QString &name)
{
    const BuildHost *host = settings().host(name);
    if (!host || isProbing(name))
        return;
    const std::stop_source stop = m_probes[name];
    probeHost(*host, stateDir(), stop.get_token()).then(this, [this, name, stop](const ProbeReport &report) {
        if (const auto running = m_probes.find(name); running == m_probes.end() || running->second != stop)
            return; // the machine was taken out, or set up anew, meanwhile
        m_probes.erase(name);
        setReport(name, report);
    });
    Q_EMIT changed();
}

const ProbeReport *SettingsDesk::report(const QString &name) const
{
    const auto found = m_reports.find(name);
    return found == m_reports.end() ? nullptr : &found->second;
}

void SettingsDesk::setReport(const QString &name, const ProbeReport &report)
{
    m_reports[name] = report;
    Settings changed = settings();
    const auto host = std::ranges::find(changed.hosts, name, &BuildHost::name);
    if (host != changed.hosts.end() && !report.canceled) {
        *host = withProbe(*host, report, QDateTime::currentDateTimeUtc());
        setSettings(changed);
    }
    Q_EMIT this->changed();
}

Result<void> SettingsDesk::trust(const HostKeys &keys, bool replace)
{
    const QString path = knownHostsFile(stateDir());
    auto known = KnownHosts::read(path);
    if (!known)
        return std::unexpected(known.error());
    if (replace)
        known->replace(keys);
    else if (auto added = known->add(keys); !added)
        return added;
    return known->write(path);
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
    if (m_session)
        return m_session->account();
    const auto book = readAccounts(m_options.stateDir);
    return book ? book->loginFor(tokenHostName(), {}) : QString();
}

bool SettingsDesk::isRehearsal() const
{
    return m_session && m_session->options().apiUrl.host() == u"127.0.0.1";
}

QFuture<Result<StoredToken>> SettingsDesk::readToken()
{
    const QByteArray given = m_session ? m_session->options().token : m_options.token;
    const auto place = m_isHeld ? StoredToken::Place::Session : StoredToken::Place::Environment;
    if (!given.isEmpty())
        return QtFuture::makeReadyValueFuture(Result<StoredToken>(StoredToken{given, place}));
    return (m_session ? m_session->tokens() : m_tokens).read(tokenHostName(), login());
}

QFuture<Result<void>> SettingsDesk::forgetToken()
{
    if (m_session)
        return m_session->signOut();
    const QString host = tokenHostName();
    const QString whose = login();
    return m_tokens.forget(host, whose).then(this, [this, host, whose](const Result<void> &forgotten) {
        return forgotten.and_then([&] {
            return changeAccounts(m_options.stateDir, [&](AccountBook &book) { book.remove(host, whose); })
                .transform([](const AccountBook &) {});
        });
    });
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
