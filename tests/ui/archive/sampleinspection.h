// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/inspection.h"

namespace unmoor {

inline ArchiveEntry fileEntry(const QString &path, qint64 size, quint32 mode = 0644)
{
    return {.rawName = path.toUtf8(),
            .path = path,
            .mode = mode,
            .size = size,
            .sha256 = QByteArray(64, '9'),
            .mtime = 1'747'000'000};
}

inline ArchiveEntry folderEntry(const QString &path)
{
    return {.rawName = path.toUtf8() + '/', .path = path, .type = ArchiveEntry::Type::Directory, .mode = 0755};
}

/// An archive as a release has it, with one file missing, one too many and one that cannot start.
inline Inspection sampleInspection()
{
    using namespace Qt::StringLiterals;
    const QString top = u"main-x86_64-unknown-linux-gnu"_s;
    Inspection inspection;
    ArchiveContents &contents = inspection.contents;
    contents = {.fileName = u"/tmp/out/main-x86_64-unknown-linux-gnu.tar.xz"_s,
                .format = u"tar.xz"_s,
                .bytes = 64'172'851,
                .seconds = 0.9};
    contents.entries = {folderEntry(top),
                        fileEntry(top + u"/.main-bin"_s, 60'922'265, 0755),
                        fileEntry(top + u"/.server-bin"_s, 43'725'619, 0755),
                        fileEntry(top + u"/.worker-bin"_s, 41'838'182, 0644),
                        fileEntry(top + u"/env-vars"_s, 9'421),
                        folderEntry(top + u"/lib"_s),
                        fileEntry(top + u"/lib/ld-linux-x86-64.so.2"_s, 238'592, 0755),
                        fileEntry(top + u"/lib/libc.so.6"_s, 2'097'152, 0755),
                        ArchiveEntry{.path = top + u"/lib/libonnxruntime.so.1"_s,
                                     .type = ArchiveEntry::Type::Symlink,
                                     .mode = 0777,
                                     .link = u"libonnxruntime.so.1.23.2"_s},
                        fileEntry(top + u"/lib/libonnxruntime.so.1.23.2"_s, 22'858'956, 0755),
                        fileEntry(top + u"/lib/libssl.so.3"_s, 700'000, 0755),
                        fileEntry(top + u"/main"_s, 412, 0755),
                        fileEntry(top + u"/server"_s, 416, 0755),
                        fileEntry(top + u"/worker"_s, 416, 0755),
                        fileEntry(top + u"/README.md"_s, 6'246)};
    inspection.report.missing = {top + u"/LICENSE"_s};
    inspection.report.findings = {{Severity::Error, u"missing-entry"_s, top + u"/LICENSE"_s,
                                   u"LICENSE is not in the archive."_s,
                                   u"Copy LICENSE into the release in nix/release.nix."_s},
                                  {Severity::Error, u"not-executable"_s, top + u"/.worker-bin"_s,
                                   u".worker-bin must be executable, but its mode is rw-r--r--."_s,
                                   u"Set mode 0755 where the archive is made."_s},
                                  {Severity::Warning, u"unexpected-entry"_s, top + u"/env-vars"_s,
                                   u"env-vars is not part of the layout \"unix\"."_s,
                                   u"Leave it out of the archive, or allow it in unmoor.toml."_s}};
    return inspection;
}

} // namespace unmoor
