// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/filekind.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool isCalledLikeADocument(const QString &path)
{
    static const QRegularExpression document(
        uR"((^|/)(README|LICEN[CS]E|COPYING|NOTICE|AUTHORS|CHANGELOG|CHANGES|NEWS|INSTALL)([.-][^/]*)?$|\.(md|txt|html?|pdf|rst|adoc|[1-8]|[1-8]\.gz)$|(^|/)(doc|docs|man|licenses)/)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return document.match(path).hasMatch();
}

} // namespace

QString libraryStem(const QString &fileName)
{
    static const QRegularExpression so(uR"(^(.+\.so)(\.[0-9]+)*$)"_s);
    static const QRegularExpression dylib(uR"(^([^.]+)(\.[0-9A-Z]+)*\.dylib$)"_s);
    static const QRegularExpression dll(uR"(^(.+)\.dll$)"_s, QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longest = 255; // no file system takes more, and the expressions shall not be tried on it
    if (fileName.size() > longest)
        return {};
    for (const QRegularExpression *expression : {&so, &dylib, &dll})
        if (const auto match = expression->match(fileName); match.hasMatch())
            return match.captured(1);
    return {};
}

FileKind fileKind(const ArchiveEntry &entry)
{
    const QString name = entry.path.sliced(entry.path.lastIndexOf(u'/') + 1);
    if (const BinaryFacts *facts = entry.binary()) {
        if (facts->isLibrary())
            return FileKind::Library;
        if (facts->isProgram())
            return FileKind::Program;
    }
    if (!libraryStem(name).isEmpty())
        return FileKind::Library;
    if (name.endsWith(".exe"_L1, Qt::CaseInsensitive))
        return FileKind::Program;
    if (isCalledLikeADocument(entry.path.right(1024)))
        return FileKind::Document;
    return entry.mode & 0111 ? FileKind::Program : FileKind::Other;
}

QString fileKindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Program:
        return u"program"_s;
    case FileKind::Library:
        return u"library"_s;
    case FileKind::Document:
        return u"document"_s;
    case FileKind::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace unmoor
