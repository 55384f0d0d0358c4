// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/knownhosts.h"

#include "app/core/sharedfile.h"
#include "app/core/words.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Line
{
    QByteArrayList hosts;
    HostKey key;
};

std::optional<Line> parseLine(const QByteArray &line)
{
    const QByteArrayList words = line.simplified().split(' ');
    if (words.size() < 3 || words[0].startsWith('#') || words[0].startsWith('@'))
        return {};
    return Line{.hosts = words[0].split(','), .key = {.type = QString::fromLatin1(words[1]), .blob = words[2]}};
}

bool isOf(const QByteArray &text, const QString &host)
{
    const auto line = parseLine(text);
    return line && line->hosts.contains(host.toUtf8());
}

} // namespace

QString HostKey::fingerprint() const
{
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromBase64(blob), QCryptographicHash::Sha256);
    return u"SHA256:"_s + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

QString HostKey::typeName() const
{
    if (type.startsWith("ecdsa-"_L1))
        return u"ECDSA"_s;
    return QString(type).remove(u"ssh-"_s).section(u'@', 0, 0).toUpper();
}

QString knownHostsName(const QString &address, int port)
{
    return port == 22 || port == 0 ? address : u"[%1]:%2"_s.arg(address).arg(port);
}

QList<HostKey> parseHostKeys(QByteArrayView text)
{
    QList<HostKey> keys;
    for (const QByteArray &line : text.toByteArray().split('\n'))
        if (const auto parsed = parseLine(line); parsed && !keys.contains(parsed->key))
            keys += parsed->key;
    return keys;
}

bool haveCommonKey(const QList<HostKey> &known, const QList<HostKey> &offered)
{
    return std::ranges::any_of(offered, [&](const HostKey &key) { return known.contains(key); });
}

Result<KnownHosts> KnownHosts::read(const QString &path)
{
    return readSharedFile(path).transform(&KnownHosts::parse);
}

Result<void> KnownHosts::change(const QString &path, const std::function<Result<void>(KnownHosts &)> &change)
{
    return changeSharedFile(path, [&](const QByteArray &present) {
        KnownHosts hosts = parse(present);
        return change(hosts).transform([&] { return hosts.bytes(); });
    });
}

KnownHosts KnownHosts::parse(const QByteArray &bytes)
{
    KnownHosts hosts;
    hosts.m_lines = bytes.split('\n');
    hosts.m_lines.removeAll(QByteArray());
    return hosts;
}

QByteArray KnownHosts::bytes() const
{
    return m_lines.isEmpty() ? QByteArray() : m_lines.join('\n') + '\n';
}

HostKeys KnownHosts::keysOf(const QString &host) const
{
    HostKeys found{.host = host};
    for (const QByteArray &line : m_lines)
        if (isOf(line, host))
            found.keys += parseLine(line)->key;
    return found;
}

Result<void> KnownHosts::add(const HostKeys &keys)
{
    HostKeys all = keysOf(keys.host);
    if (!all.isEmpty() && !haveCommonKey(all.keys, keys.keys))
        return failure(Error::Kind::Conflict,
                       Words::tr("%1 was confirmed with another host key before. Compare both fingerprints with the "
                                 "machine's own, then replace the old key.")
                           .arg(keys.host));
    for (const HostKey &key : keys.keys)
        if (!all.keys.contains(key))
            all.keys += key;
    replace(all);
    return {};
}

void KnownHosts::replace(const HostKeys &keys)
{
    m_lines.removeIf([&](const QByteArray &line) { return isOf(line, keys.host); });
    for (const HostKey &key : keys.keys)
        m_lines += keys.host.toUtf8() + ' ' + key.type.toLatin1() + ' ' + key.blob;
}

} // namespace unmoor
