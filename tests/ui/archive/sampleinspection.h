// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"

namespace unmoor {

inline ArchiveEntry fileEntry(const QString &path, qint64 size, quint32 mode = 0644)
{
    return {.rawName = path.toUtf8(),
            .path = path,
            .mode = mode,
            .size = size,
            .sha256 = QByteArray("9f2c41d7").repeated(8),
            .mtime = 1'747'000'000};
}

inline ArchiveEntry folderEntry(const QString &path)
{
    return {.rawName = path.toUtf8() + '/', .path = path, .type = ArchiveEntry::Type::Directory, .mode = 0755};
}

inline ArchiveEntry linkEntry(const QString &path, const QString &target)
{
    return {.rawName = path.toUtf8(), .path = path, .type = ArchiveEntry::Type::Symlink, .mode = 0777, .link = target};
}

inline ArchiveEntry binaryEntry(const QString &path, qint64 size, const BinaryFacts &facts)
{
    ArchiveEntry entry = fileEntry(path, size, 0755);
    entry.content = std::make_shared<EntryContent>(EntryContent{.binary = std::make_shared<BinaryFacts>(facts)});
    return entry;
}

inline ArchiveEntry textEntry(const QString &path, const QByteArray &text, quint32 mode = 0644)
{
    ArchiveEntry entry = fileEntry(path, text.size(), mode);
    entry.content = std::make_shared<EntryContent>(EntryContent{.text = text, .isTextWhole = true});
    return entry;
}

inline BinaryFacts sampleProgram()
{
    using namespace Qt::StringLiterals;
    ElfFacts elf;
    elf.kind = ElfFacts::Kind::Program;
    elf.machine = u"x86-64"_s;
    elf.interpreter = u"lib/ld-linux-x86-64.so.2"_s;
    elf.isDynamic = true;
    elf.needed = {u"libonnxruntime.so.1"_s, u"libssl.so.3"_s, u"libc.so.6"_s};
    elf.hasRunPath = true;
    elf.runPath = {u"$ORIGIN/lib"_s};
    elf.neededVersions = {{u"libc.so.6"_s, u"GLIBC_2.4"_s}, {u"libc.so.6"_s, u"GLIBC_2.39"_s}};
    elf.isPositionIndependent = elf.hasRelro = elf.bindsNow = true;
    return {.format = elf};
}

inline BinaryFacts sampleLibrary()
{
    BinaryFacts facts = sampleProgram();
    auto &elf = std::get<ElfFacts>(facts.format);
    elf.kind = ElfFacts::Kind::Library;
    elf.interpreter.clear();
    return facts;
}

inline const QString sampleTop = QStringLiteral("main-x86_64-unknown-linux-gnu");

inline QList<ResolutionStep> sampleChain()
{
    using namespace Qt::StringLiterals;
    using Outcome = ResolutionStep::Outcome;
    const QString lib = sampleTop + u"/lib/"_s;
    return {{.name = u"lib/ld-linux-x86-64.so.2"_s,
             .outcome = Outcome::Unsafe,
             .via = u"interpreter, from the user's current folder"_s},
            {.name = u"libonnxruntime.so.1"_s,
             .outcome = Outcome::Bundled,
             .path = lib + u"libonnxruntime.so.1.23.2"_s,
             .via = u"RUNPATH $ORIGIN/lib"_s},
            {.name = u"libssl.so.3"_s,
             .outcome = Outcome::Bundled,
             .path = lib + u"libssl.so.3"_s,
             .via = u"LD_LIBRARY_PATH of main"_s},
            {.name = u"libcrypto.so.3"_s,
             .outcome = Outcome::Bundled,
             .path = lib + u"libcrypto.so.3"_s,
             .via = u"RUNPATH $ORIGIN"_s,
             .neededBy = lib + u"libssl.so.3"_s,
             .depth = 1},
            {.name = u"libc.so.6"_s,
             .outcome = Outcome::Bundled,
             .path = lib + u"libc.so.6"_s,
             .via = u"RUNPATH $ORIGIN/lib"_s}};
}

inline Finding sampleStartFinding(const QString &name)
{
    using namespace Qt::StringLiterals;
    return {.severity = Severity::Error,
            .code = u"interpreter-relative"_s,
            .path = sampleTop + u'/' + name,
            .message = u"%1 names the relative loader lib/ld-linux-x86-64.so.2."_s.arg(name),
            .hint = u"Start lib/ld-linux-x86-64.so.2 from the launcher."_s};
}

/// An archive as a release has it: one file missing, one too many, three that start only from their own folder.
inline Inspection sampleInspection()
{
    using namespace Qt::StringLiterals;
    const QString lib = sampleTop + u"/lib/"_s;
    const auto in = [](const QString &name) { return sampleTop + u'/' + name; };
    const auto launcher = [&](const QString &name) {
        const QByteArray text = "#!/bin/sh\nset -eu\nDIR=\"$(dirname \"$0\")\"\n"
                                "export LD_LIBRARY_PATH=\"$DIR/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}\"\n"
                                "exec \"$DIR/."
            + name.toUtf8() + "-bin\" \"$@\"\n";
        return textEntry(in(name), text, 0755);
    };
    const auto library = [&](const QString &name, qint64 size) {
        return binaryEntry(lib + name, size, sampleLibrary());
    };

    Inspection inspection;
    inspection.contents = {.fileName = u"/tmp/out/main-x86_64-unknown-linux-gnu.tar.xz"_s,
                           .format = u"tar.xz"_s,
                           .bytes = 64'172'851,
                           .seconds = 0.9};
    inspection.contents.entries = {folderEntry(sampleTop),
                                   binaryEntry(in(u".main-bin"_s), 60'922'265, sampleProgram()),
                                   binaryEntry(in(u".server-bin"_s), 43'725'619, sampleProgram()),
                                   binaryEntry(in(u".worker-bin"_s), 41'838'182, sampleProgram()),
                                   fileEntry(in(u"env-vars"_s), 9'421),
                                   folderEntry(sampleTop + u"/lib"_s),
                                   library(u"ld-linux-x86-64.so.2"_s, 238'592),
                                   library(u"libc.so.6"_s, 2'097'152),
                                   linkEntry(lib + u"libonnxruntime.so.1"_s, u"libonnxruntime.so.1.23.2"_s),
                                   library(u"libonnxruntime.so.1.23.2"_s, 22'858'956),
                                   library(u"libssl.so.3"_s, 700'000),
                                   library(u"libcrypto.so.3"_s, 5'300'000),
                                   library(u"libgcc_s.so.1"_s, 160'000),
                                   library(u"libm.so.6"_s, 960'000),
                                   library(u"libpthread.so.0"_s, 14'000),
                                   library(u"libstdc++.so.6"_s, 2'300'000),
                                   library(u"libz.so.1"_s, 110'000),
                                   launcher(u"main"_s),
                                   launcher(u"server"_s),
                                   launcher(u"worker"_s),
                                   textEntry(in(u"README.md"_s), "# minne\n\nA place for your notes.\n")};
    inspection.report.missing = {in(u"LICENSE"_s)};
    inspection.report.findings = {
        {Severity::Error, u"missing-entry"_s, in(u"LICENSE"_s), u"LICENSE is not in the archive."_s,
         u"Copy LICENSE into the release in nix/release.nix."_s},
        sampleStartFinding(u".main-bin"_s),
        sampleStartFinding(u".server-bin"_s),
        sampleStartFinding(u".worker-bin"_s),
        {Severity::Warning, u"unexpected-entry"_s, in(u"env-vars"_s), u"env-vars is not part of the layout \"unix\"."_s,
         u"Leave it out of the archive, or allow it in unmoor.toml."_s}};
    inspection.chains.insert(in(u".main-bin"_s), sampleChain());
    return inspection;
}

} // namespace unmoor
