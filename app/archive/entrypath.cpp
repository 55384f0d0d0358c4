// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/entrypath.h"

#include "app/core/words.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool hasDriveLetter(QStringView path)
{
    return path.size() >= 2 && path[1] == u':' && path[0].isLetter() && path[0].unicode() < 128;
}

QStringList partsOf(QString path)
{
    return path.replace(u'\\', u'/').split(u'/', Qt::SkipEmptyParts);
}

bool isAbsolute(const QString &path)
{
    return path.startsWith(u'/') || path.startsWith(u'\\') || hasDriveLetter(path);
}

} // namespace

QList<QStringView> placedViews(QStringView path)
{
    QList<QStringView> parts;
    qsizetype from = hasDriveLetter(path) ? 2 : 0;
    for (qsizetype at = from; at <= path.size(); ++at) {
        if (at < path.size() && path[at] != u'/' && path[at] != u'\\')
            continue;
        const QStringView part = path.sliced(from, at - from);
        if (!part.isEmpty() && part != "."_L1 && part != ".."_L1)
            parts.append(part);
        from = at + 1;
    }
    return parts;
}

QStringList placedParts(const QString &path)
{
    QStringList parts;
    for (const QStringView part : placedViews(path))
        parts.append(part.toString());
    return parts;
}

std::optional<QString> escapeOf(const ArchiveEntry &entry)
{
    if (hasDriveLetter(entry.path))
        return Words::tr("it names a drive");
    if (isAbsolute(entry.path))
        return Words::tr("it is absolute");
    if (partsOf(entry.path).contains(".."_L1))
        return Words::tr("\"..\" leads out of the folder");
    if (entry.path.contains(u'\\'))
        return Words::tr("the backslash separates folders on Windows");
    return std::nullopt;
}

std::optional<QStringList> linkTarget(const ArchiveEntry &entry)
{
    if (isAbsolute(entry.link))
        return std::nullopt;
    QStringList place;
    if (entry.type == ArchiveEntry::Type::Symlink) {
        place = placedParts(entry.path);
        if (!place.isEmpty())
            place.removeLast();
    }
    for (const QString &part : partsOf(entry.link)) {
        if (part == "."_L1)
            continue;
        if (part != ".."_L1)
            place.append(part);
        else if (place.isEmpty())
            return std::nullopt;
        else
            place.removeLast();
    }
    return place;
}

QString printable(const QByteArray &rawName)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(rawName);
    const bool isUtf8 = !decoder.hasError();
    QString text;
    const auto escape = [&text](uint code) { text += u"\\x%1"_s.arg(code, 2, 16, QLatin1Char('0')); };
    if (!isUtf8) {
        for (const char byte : rawName) {
            if (byte >= ' ' && byte < 127)
                text += QLatin1Char(byte);
            else
                escape(uchar(byte));
        }
        return text;
    }
    for (const QChar c : decoded) {
        if (c.isPrint() || c.isSurrogate())
            text += c;
        else
            escape(c.unicode());
    }
    return text;
}

bool isLink(const ArchiveEntry &entry)
{
    return entry.type == ArchiveEntry::Type::Symlink || entry.type == ArchiveEntry::Type::HardLink;
}

QString fileNameOf(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

} // namespace unmoor
