// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"

using namespace Qt::StringLiterals;

/// Entries made by hand.
namespace handmade {

using unmoor::ArchiveEntry;
using Type = ArchiveEntry::Type;

inline ArchiveEntry file(const QString &path, const QByteArray &sha256, qint64 size = 100, quint32 mode = 0644)
{
    return {.rawName = path.toUtf8(), .path = path, .mode = mode, .size = size, .sha256 = sha256};
}

inline ArchiveEntry folder(const QString &path, quint32 mode = 0755)
{
    return {.rawName = path.toUtf8() + '/', .path = path, .type = Type::Directory, .mode = mode};
}

inline ArchiveEntry link(const QString &path, const QString &target, Type type = Type::Symlink)
{
    return {.rawName = path.toUtf8(), .path = path, .type = type, .mode = 0777, .link = target};
}

/// \a path as a program or library of \a facts.
inline ArchiveEntry binary(const QString &path, const QByteArray &sha256, unmoor::BinaryFacts facts, qint64 size = 100,
                           quint32 mode = 0755)
{
    ArchiveEntry entry = file(path, sha256, size, mode);
    unmoor::EntryContent content;
    content.binary = std::make_shared<unmoor::BinaryFacts>(std::move(facts));
    entry.content = std::make_shared<unmoor::EntryContent>(std::move(content));
    return entry;
}

inline ArchiveEntry elf(const QString &path, const QByteArray &sha256, unmoor::ElfFacts facts)
{
    if (facts.machine.isEmpty())
        facts.machine = u"x86-64"_s;
    return binary(path, sha256, {.format = std::move(facts)});
}

inline ArchiveEntry machO(const QString &path, const QByteArray &sha256, unmoor::MachOSlice slice)
{
    slice.arch = u"arm64"_s;
    return binary(path, sha256, {.format = unmoor::MachOFacts{.slices = {std::move(slice)}}});
}

inline ArchiveEntry script(const QString &path, const QByteArray &text, quint32 mode = 0755)
{
    ArchiveEntry entry = file(path, text, text.size(), mode);
    unmoor::EntryContent content;
    content.text = text;
    content.isTextWhole = true;
    entry.content = std::make_shared<unmoor::EntryContent>(std::move(content));
    return entry;
}

inline unmoor::Inspection archive(const QList<ArchiveEntry> &entries, const QString &name = u"main.tar.xz"_s)
{
    unmoor::Inspection inspection;
    inspection.contents.fileName = name;
    inspection.contents.format = u"tar.xz"_s;
    inspection.contents.entries = entries;
    return inspection;
}

} // namespace handmade
