// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/gitanswers.h"

#include "app/core/words.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The rest of \a entry after \a fields fields, each ended by a space.
QByteArray afterFields(const QByteArray &entry, int fields)
{
    qsizetype begin = 0;
    while (fields-- > 0)
        begin = entry.indexOf(' ', begin) + 1;
    return entry.mid(begin);
}

void readStatusHeader(const QByteArray &header, Checkout &checkout)
{
    const QByteArray value = afterFields(header, 2);
    if (header.startsWith("# branch.oid ") && value != "(initial)")
        checkout.commit = QString::fromLatin1(value);
    if (header.startsWith("# branch.head ") && value != "(detached)")
        checkout.branch = QString::fromUtf8(value);
}

void readStatusEntry(const QByteArray &entry, Checkout &checkout)
{
    if (entry.startsWith("# "))
        readStatusHeader(entry, checkout);
    else if (entry.startsWith("1 "))
        checkout.changedFiles += QString::fromUtf8(afterFields(entry, 8));
    else if (entry.startsWith("u "))
        checkout.changedFiles += QString::fromUtf8(afterFields(entry, 10));
    else if (entry.startsWith("? "))
        checkout.untrackedFiles += QString::fromUtf8(afterFields(entry, 1));
}

/// A name and password that somebody wrote into a web address are no part of what Unmoor shows and keeps.
QString withoutCredentials(const QString &remote)
{
    if (!remote.startsWith(u"http://", Qt::CaseInsensitive) && !remote.startsWith(u"https://", Qt::CaseInsensitive))
        return remote;
    return QUrl(remote).toString(QUrl::RemoveUserInfo);
}

} // namespace

Result<CheckoutTop> parseTop(const QByteArray &out)
{
    // A line that says true or false, then the folder, whose name may have lines of its own.
    const qsizetype lineEnd = out.indexOf('\n');
    QByteArray root = lineEnd < 0 ? QByteArray() : out.sliced(lineEnd + 1);
    if (root.endsWith('\n'))
        root.chop(1);
    if (root.isEmpty())
        return failure(Error::Kind::Corrupt, Words::tr("git did not say where the checkout begins."));
    return CheckoutTop{.isShallow = out.first(lineEnd) == "true", .root = QString::fromUtf8(root)};
}

void parseStatus(const QByteArray &out, Checkout &checkout)
{
    for (const QByteArray &entry : out.split('\0'))
        readStatusEntry(entry, checkout);
}

QString tagFormat()
{
    return u"--format=%(refname:strip=2) %(objectname) %(*objectname)"
           u"%(if)%(contents:signature)%(then) signed%(end)"_s;
}

void parseTags(const QByteArray &out, Checkout &checkout)
{
    for (const QByteArray &line : out.split('\n')) {
        const auto fields = line.split(' ');
        if (fields.size() < 3)
            continue;
        const QString name = QString::fromUtf8(fields[0]);
        const bool isAnnotated = !fields[2].isEmpty();
        checkout.tags.insert(name, QString::fromLatin1(fields[isAnnotated ? 2 : 1]));
        if (isAnnotated)
            checkout.tagObjects.insert(name, QString::fromLatin1(fields[1]));
        if (isAnnotated && fields.size() > 3)
            checkout.signedTags += name;
    }
}

QMap<QString, QString> parseRemotes(const QByteArray &out)
{
    static const QRegularExpression expression(uR"(^([^\t\n]+)\t(.*) \(fetch\)(?: \[.*\])?$)"_s,
                                               QRegularExpression::MultilineOption);
    QMap<QString, QString> remotes;
    for (const auto &match : expression.globalMatch(QString::fromUtf8(out)))
        remotes.insert(match.captured(1), withoutCredentials(match.captured(2)));
    return remotes;
}

QString commitFormat()
{
    // Fields of a commit, each ended by a byte that no text holds, commits by NUL.
    return u"--format=%H%x1f%P%x1f%an%x1f%s%x1f%b%x1f"_s;
}

QList<Commit> parseCommits(const QByteArray &out)
{
    QList<Commit> commits;
    for (const QByteArray &entry : out.split('\0')) {
        const QList<QByteArray> fields = entry.split('\x1f');
        if (fields.size() < 5)
            continue;
        commits.append({.id = QString::fromLatin1(fields[0].trimmed()),
                        .subject = QString::fromUtf8(fields[3]),
                        .body = QString::fromUtf8(fields[4]).trimmed(),
                        .author = QString::fromUtf8(fields[2]),
                        .isMerge = fields[1].contains(' ')});
    }
    return commits;
}

} // namespace unmoor
