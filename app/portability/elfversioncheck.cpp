// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/elfversioncheck.h"

#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The parts of glibc, which come from one build.
bool isPartOfGlibc(const QString &library)
{
    static const QSet<QString> parts{u"libc.so.6"_s,    u"libm.so.6"_s,       u"libdl.so.2"_s,     u"librt.so.1"_s,
                                     u"libutil.so.1"_s, u"libpthread.so.0"_s, u"libresolv.so.2"_s, u"libnsl.so.1"_s,
                                     u"libmvec.so.1"_s, u"libanl.so.1"_s};
    return parts.contains(library) || isLinuxLoaderName(library);
}

QVersionNumber newestOf(const QStringList &versions, const QString &family)
{
    constexpr qsizetype most = 1000;
    QVersionNumber newest;
    for (const QString &name : versions.first(std::min(versions.size(), most))) {
        const auto version = parseSymbolVersion(name);
        if (version && version->family == family && (newest.isNull() || version->number > newest))
            newest = version->number;
    }
    return newest;
}

} // namespace

ElfVersionCheck::ElfVersionCheck(PortabilityCheck &check)
    : m_check(check)
{
    if (!check.target || check.target->isMusl)
        return;
    m_floor = parseVersion(check.target->glibcFloor);
    if (!m_floor.isNull())
        m_cxxFloor = cxxRuntimeWith(m_floor);
}

void ElfVersionCheck::check(const ElfProcess &process, const ElfInterpreter &interpreter)
{
    for (const ElfProcess::Loaded &loaded : process.loaded) {
        if (m_done.contains(loaded.file) || !loaded.file->binary || !loaded.file->binary->elf())
            continue;
        m_done.insert(loaded.file);
        if (!m_check.rejected.contains(loaded.file))
            checkFile(process, interpreter, *loaded.file);
    }
}

void ElfVersionCheck::checkFile(const ElfProcess &process, const ElfInterpreter &interpreter, const BundledFile &file)
{
    const auto bundled = [&](const QString &library) -> const BundledFile * {
        const qsizetype index = process.stepOf.value(library, -1);
        if (index < 0)
            return nullptr;
        return isFound(process.steps.at(index)) ? process.stepFiles.at(index) : nullptr;
    };
    const bool usesBundledLibc = bundled(u"libc.so.6"_s) != nullptr;
    QHash<QString, Lack> worst; // by code
    bool needsPrivate = false;
    for (const NeededVersion &needed : file.binary->elf()->neededVersions) {
        if (--m_left < 0)
            return;
        needsPrivate = needsPrivate || needed.name == "GLIBC_PRIVATE"_L1;
        const auto version = needed.isWeak ? std::nullopt : parseSymbolVersion(needed.name);
        const BundledFile *library = bundled(needed.library);
        // A C library of the archive without its loader is a finding of its own, whatever its version.
        const bool isMixed = usesBundledLibc && !interpreter.isBundled() && isPartOfGlibc(needed.library);
        if (!version || isMixed || !isLacking(needed, *version, library))
            continue;
        const QString code = version->family == "GLIBC"_L1 ? u"glibc-too-new"_s : u"glibcxx-too-new"_s;
        const auto known = worst.constFind(code);
        const bool isWorse = known == worst.constEnd() || known->version.number < version->number;
        if (isWorse)
            worst.insert(code, {needed, *version, library});
    }
    for (const QString &code : {u"glibc-too-new"_s, u"glibcxx-too-new"_s}) {
        if (worst.contains(code) && !m_check.copies.contains(&file))
            report(file, worst.value(code));
    }
    if (needsPrivate)
        checkPrivate(file, interpreter, usesBundledLibc);
}

/// A library offers every version up to its newest: none was ever taken back.
bool ElfVersionCheck::isOffered(const NeededVersion &needed, const SymbolVersion &version, const BundledFile &library)
{
    const ElfFacts *elf = library.binary ? library.binary->elf() : nullptr;
    const bool isCounted =
        version.family == "GLIBC"_L1 || version.family == "GLIBCXX"_L1 || version.family == "CXXABI"_L1;
    // Without a list nothing is known.
    if (!elf || !isCounted || elf->definedVersions.isEmpty())
        return true;
    const auto key = std::pair(&library, version.family);
    if (!m_newest.contains(key))
        m_newest.insert(key, newestOf(elf->definedVersions, version.family));
    return version.number <= m_newest.value(key) || elf->definedVersions.contains(needed.name);
}

bool ElfVersionCheck::isLacking(const NeededVersion &needed, const SymbolVersion &version, const BundledFile *bundled)
{
    if (bundled)
        return !isOffered(needed, version, *bundled);
    if (version.family == "GLIBC"_L1)
        return !m_floor.isNull() && version.number > m_floor;
    if (version.family == "GLIBCXX"_L1)
        return m_cxxFloor && version.number > m_cxxFloor->glibcxx;
    return version.family == "CXXABI"_L1 && m_cxxFloor && version.number > m_cxxFloor->cxxabi;
}

/// GLIBC_PRIVATE is what parts of one build of glibc share; no other build has the same.
void ElfVersionCheck::checkPrivate(const BundledFile &file, const ElfInterpreter &interpreter, bool usesBundledLibc)
{
    if (usesBundledLibc || interpreter.isBundled())
        return;
    m_check.addOnce(
        u"glibc-private"_s,
        {Severity::Error, u"loader-mismatch"_s, file.path,
         Words::tr("%1 asks for GLIBC_PRIVATE, which only the C library of the same build has, but it is "
                   "loaded with the system's.")
             .arg(file.path),
         Words::tr("Leave the parts of glibc out of the archive (libpthread, libresolv, libnss and the like), "
                   "or pack all of them with their loader and start programs with it.")});
}

void ElfVersionCheck::report(const BundledFile &file, const Lack &lack)
{
    const bool isGlibc = lack.version.family == "GLIBC"_L1;
    const QString code = isGlibc ? u"glibc-too-new"_s : u"glibcxx-too-new"_s;
    if (lack.bundled) {
        const QVersionNumber newest = m_newest.value({lack.bundled, lack.version.family});
        m_check.add(Severity::Error, code, file.path,
                    Words::tr("%1 needs %2 of %3, but %4 of the archive has at most %5.")
                        .arg(file.path, lack.needed.name, lack.needed.library, lack.bundled->path,
                             newest.isNull() ? Words::tr("none of that family")
                                             : lack.version.family + u'_' + newest.toString()),
                    Words::tr("Copy %1 from the same nixpkgs that built the program.").arg(lack.needed.library));
        return;
    }
    const QString first = firstDistributionWith(lack.version);
    const QString offer = isGlibc             ? u"GLIBC_%1"_s.arg(m_floor.toString())
        : lack.version.family == "GLIBCXX"_L1 ? u"GLIBCXX_%1"_s.arg(m_cxxFloor->glibcxx.toString())
                                              : u"CXXABI_%1"_s.arg(m_cxxFloor->cxxabi.toString());
    QString message =
        Words::tr("%1 needs %2 of %3, but the oldest system that it is made for (glibc %4) has at most %5.")
            .arg(file.path, lack.needed.name, lack.needed.library, m_check.target->glibcFloor, offer);
    message += first.isEmpty() ? Words::tr(" No distribution is known to have it.")
                               : Words::tr(" The first to have it: %1.").arg(first);
    const QString hint = isGlibc
        ? Words::tr("Build against an older glibc (an older nixpkgs, cargo-zigbuild with a version, or a static musl "
                    "target), pack the C library with its loader, or raise glibc-floor in unmoor.toml.")
        : Words::tr("Pack the compiler's libstdc++.so.6 and libgcc_s.so.1 (stdenv.cc.cc.lib), link them statically "
                    "(-static-libstdc++ -static-libgcc), or raise glibc-floor in unmoor.toml.");
    m_check.add(Severity::Error, code, file.path, message, hint);
}

} // namespace unmoor
