// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/filekind.h"

#include "app/binary/filenames.h"

using namespace Qt::StringLiterals;

namespace unmoor {

FileKind fileKind(const ArchiveEntry &entry)
{
    const QString name = entry.path.sliced(entry.path.lastIndexOf(u'/') + 1);
    if (const BinaryFacts *facts = entry.binary()) {
        if (facts->isLibrary())
            return FileKind::Library;
        if (facts->isProgram())
            return FileKind::Program;
    }
    const bool mayRun = entry.contentKind == ContentKind::Unread || entry.contentKind == ContentKind::Script
        || entry.contentKind == ContentKind::EverySystem;
    if (!libraryStem(name).isEmpty())
        return entry.contentKind == ContentKind::Unread ? FileKind::Library : FileKind::Other;
    if (name.endsWith(".exe"_L1, Qt::CaseInsensitive))
        return mayRun ? FileKind::Program : FileKind::Other;
    if (isDocumentName(entry.path.right(1024)))
        return FileKind::Document;
    return mayRun && (entry.mode & 0111) != 0 ? FileKind::Program : FileKind::Other;
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
