// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/hostprobe.h"
#include "app/release/session.h"
#include "app/settings/storage.h"

#include <QPointer>
#include <QThreadPool>
#include <stop_token>

namespace unmoor {

/// This machine, as a place where targets are built.
struct ThisMachine
{
    QStringList systems; ///< what Nix builds here; empty: not asked yet
    int cores = 0;
    qint64 freeBytes = -1; ///< where the Nix store is
    QString problem; ///< why Nix does not answer; empty: it does
    QDateTime askedAt; ///< invalid: not yet

    bool operator==(const ThisMachine &) const = default;
};

/// The settings, whether a project is open or not: those of its session, else those of the state folder. Every change
/// is kept at once. It has a function for each thing that the pages of the settings ask and change.
class SettingsDesk : public QObject
{
    Q_OBJECT
public:
    /// \a engine: whose settings they are while no project is open; it outlives this.
    SettingsDesk(Engine &engine, SessionOptions options, QObject *parent = nullptr);
    ~SettingsDesk() override;

    /// \a session: of the open project, null: none is open. It outlives its stay here.
    void setSession(Session *session);
    Session *session() const { return m_session; }
    const QString &stateDir() const { return engine().stateDir(); }
    QString tokenHostName() const;

    const Settings &settings() const { return engine().settings(); }
    /// Why the settings cannot be read, so that none can be changed; empty: they can.
    const QString &problem() const { return engine().settingsStore().problem(); }
    /// See SettingsStore::change().
    Result<void> change(const std::function<void(Settings &)> &change)
    {
        return engine().settingsStore().change(change);
    }

    // --- Machines ------------------------------------------------------------------------------------------------

    Result<void> addHost(const BuildHost &host);
    /// \a host takes the place of the one called \a name; what is built there goes along where it has another name.
    Result<void> replaceHost(const QString &name, const BuildHost &host);
    /// Targets of the open project that are built there go to another place that builds them, or to this machine.
    Result<void> removeHost(const QString &name);
    QStringList targetsOn(const QString &host) const; ///< triples of the open project

    const ThisMachine &thisMachine() const { return m_here; }
    void askThisMachine(); ///< what it builds and how much room it has; changed() tells

    /// Looks whether the machine can build for us, and writes down what was found; changed() tells.
    void probe(const QString &name);
    bool isProbing(const QString &name) const { return engine().machines().isProbing(name); }
    const ProbeReport *report(const QString &name) const
    {
        return engine().machines().report(name);
    } ///< null: there is none
    /// As if a probe of the machine had ended with \a report.
    void setReport(const QString &name, ProbeReport report);
    /// Writes down that a person trusts \a keys, in the place of what was known where \a replace says so. Errors:
    /// Conflict (other keys are known), Io.
    Result<void> trust(const HostKeys &keys, bool replace);

    // --- Account -------------------------------------------------------------------------------------------------

    /// Somebody signed in at \a apiUrl; \a held: the token, where no keychain keeps it.
    void takeAccount(const QUrl &apiUrl, const QByteArray &held);
    bool isRehearsal() const; ///< its host is the stand-in, with a token of its own
    QFuture<Result<StoredToken>> readToken();
    QFuture<Result<void>> forgetToken();

    // --- Storage -------------------------------------------------------------------------------------------------

    QFuture<StorageUse> measure();
    QFuture<Result<OldLogs>> findLogs(const QDateTime &before);
    QFuture<Result<void>> removeLogs(const OldLogs &logs);

Q_SIGNALS:
    void changed(); ///< settings, or what is known of a machine

private:
    Engine &engine() const { return m_session ? m_session->engine() : m_engine; }
    void follow();
    void movePlaces(const QString &from, const QString &to);
    QString login() const; ///< whose token is in use; empty: not known

    Engine &m_engine;
    SessionOptions m_options;
    QPointer<Session> m_session;
    bool m_isHeld = false; ///< the options' token: by this run of the program alone
    ThisMachine m_here;
    std::stop_source m_asking; ///< this machine's Nix
    QThreadPool m_pool; ///< last: its destructor waits for what still reads the disk
};

} // namespace unmoor
