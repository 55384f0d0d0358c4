// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <functional>

namespace unmoor {

/// A public key by which a machine is known.
struct HostKey
{
    QString type; ///< "ssh-ed25519"
    QByteArray blob; ///< base64, as known_hosts has it

    QString fingerprint() const; ///< "SHA256:…", as ssh-keygen -l prints it
    QString typeName() const; ///< "ED25519"
    bool operator==(const HostKey &) const = default;
};

/// The keys of one machine, under the name that ssh looks them up by.
struct HostKeys
{
    QString host; ///< "mac-mini.local", or "[10.0.0.5]:2222" for a port other than 22
    QList<HostKey> keys;

    bool isEmpty() const { return keys.isEmpty(); }
    bool operator==(const HostKeys &) const = default;
};

/// The name under which known_hosts has \a address at \a port.
QString knownHostsName(const QString &address, int port);

/// Lines "host type key" of ssh-keyscan or a known_hosts file: the keys in it, whatever their host. Comments, markers
/// (@revoked, @cert-authority) and what is no such line are passed over.
QList<HostKey> parseHostKeys(QByteArrayView text);

/// Whether a machine that offers \a offered is the one that \a known was written down for. ssh is content with one
/// key in common.
bool haveCommonKey(const QList<HostKey> &known, const QList<HostKey> &offered);

/// Unmoor's own known_hosts file, in which only keys stand that a person confirmed.
class KnownHosts
{
public:
    /// A file that is not there is empty. Errors: Io.
    static Result<KnownHosts> read(const QString &path);
    /// Lets \a change work on what the file holds now, and writes it; see changeSharedFile(). Errors: those of
    /// \a change (the file stays as it is), Io.
    static Result<void> change(const QString &path, const std::function<Result<void>(KnownHosts &)> &change);

    HostKeys keysOf(const QString &host) const;
    /// Writes \a keys down, beside those that the file has. Errors: Conflict, where the file has other keys for the
    /// host: see replace().
    Result<void> add(const HostKeys &keys);
    /// Puts \a keys in the place of all that the file has for the host.
    void replace(const HostKeys &keys);

private:
    static KnownHosts parse(const QByteArray &bytes);
    QByteArray bytes() const;

    QByteArrayList m_lines;
};

} // namespace unmoor
