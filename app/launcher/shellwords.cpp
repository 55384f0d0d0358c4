// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launcher/shellwords.h"

#include "app/binary/bundle.h"

#include <QSet>
#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

bool isShellScript(QByteArrayView text)
{
    if (!text.startsWith("#!"))
        return false;
    const qsizetype end = text.first(std::min<qsizetype>(text.size(), 512)).indexOf('\n');
    if (end < 0)
        return false;
    const QStringList line = QString::fromLatin1(text.sliced(2, end - 2)).simplified().split(u' ');
    static const QSet<QString> shells{u"sh"_s, u"bash"_s, u"dash"_s, u"ash"_s, u"ksh"_s, u"zsh"_s, u"busybox"_s};
    const bool isEnv = nameOf(line.first()) == "env"_L1;
    return std::ranges::any_of(line.first(isEnv ? line.size() : 1),
                               [](const QString &word) { return shells.contains(nameOf(word)); });
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool isInherited(const QString &name)
{
    static const QSet<QString> names{u"LD_LIBRARY_PATH"_s, u"DYLD_LIBRARY_PATH"_s, u"DYLD_FALLBACK_LIBRARY_PATH"_s,
                                     u"LD_PRELOAD"_s};
    return names.contains(name);
}

QString unknown()
{
    return unknownMark;
}

QString normalized(const QString &path)
{
    const bool isInArchive = path.startsWith(rootMark);
    if (!isInArchive && !path.startsWith(u'/'))
        return unknown();
    const auto joined = joinPath(QString(), QStringView(path).sliced(1));
    if (!joined || joined->contains(rootMark))
        return isInArchive ? unknown() : u"/"_s;
    if (isInArchive)
        return joined->isEmpty() ? QString(rootMark) : QString(rootMark) + u'/' + *joined;
    return u'/' + *joined;
}

QString parentOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    if (slash < 0)
        return isUnknown(path) ? path : path.startsWith(rootMark) ? unknown() : u"."_s;
    return slash == 0 ? u"/"_s : path.first(slash);
}

std::optional<QString> shellPath(const QString &word)
{
    if (!word.startsWith(rootMark) || isUnknown(word))
        return std::nullopt;
    const QString path = normalized(word);
    return isUnknown(path) ? std::nullopt : std::optional(path.sliced(std::min<qsizetype>(2, path.size())));
}

bool isUnknown(const QString &word)
{
    return word.contains(unknownMark);
}

} // namespace unmoor
