// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/machofilecheck.h"

#include "app/binary/symbolversion.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Signature = MachOSlice::Signature;

bool isAppleSilicon(const MachOSlice &slice)
{
    return slice.arch.startsWith("arm64"_L1);
}

QString signHint(const BundledFile &file)
{
    return Words::tr("Sign it as the last step, after install_name_tool and strip: codesign -f -s - %1 (in Nix: "
                     "darwin.autoSignDarwinBinariesHook).")
        .arg(file.path);
}

} // namespace

MachOFileCheck::MachOFileCheck(PortabilityCheck &check)
    : m_check(check)
{
    if (check.target && check.target->os == PortabilityTarget::Os::MacOs)
        m_floor = parseVersion(check.target->macOsFloor);
}

/// The one that the target runs; without a target, all.
QList<const MachOSlice *> MachOFileCheck::slicesOf(const BundledFile &file) const
{
    if (m_check.target && !m_check.target->machine.isEmpty()) {
        const MachOSlice *slice = sliceFor(file, m_check.target->machine);
        return slice ? QList{slice} : QList<const MachOSlice *>();
    }
    QList<const MachOSlice *> slices;
    for (const MachOSlice &slice : file.binary->machO()->slices)
        slices.append(&slice);
    return slices;
}

void MachOFileCheck::check(const BundledFile &file)
{
    if (m_check.copies.contains(&file))
        return;
    const QList<const MachOSlice *> slices = slicesOf(file);
    if (slices.isEmpty())
        return;
    checkSignature(file);
    for (const MachOSlice *slice : slices)
        checkFloor(file, *slice);
    checkInstallName(file, *slices.first());
    QStringList lacks;
    qint64 symbols = 0;
    for (const MachOSlice *slice : slices) {
        if (slice->allowsExecutableStack)
            lacks.append(Words::tr("its stack is executable"));
        if (slice->kind == MachOSlice::Kind::Program && !slice->isPositionIndependent)
            lacks.append(Words::tr("it always lies at the same address (no PIE)"));
        symbols += slice->isStripped ? 0 : slice->symbolBytes;
    }
    lacks.removeDuplicates();
    checkHardening(m_check, file, lacks,
                   Words::tr("Link it with the compiler's defaults: without -no_pie and -allow_stack_execute."));
    checkSymbols(
        m_check, file, symbols,
        Words::tr("Let Nix strip it (no dontStrip), or by hand: strip -x %1, and sign it again.").arg(file.path));
}

void MachOFileCheck::checkSignature(const BundledFile &file)
{
    bool isAdHoc = false;
    for (const MachOSlice *slice : slicesOf(file)) {
        if (slice->signature != Signature::None && slice->pageHashes == MachOSlice::PageHashes::Differ) {
            m_check.addOnce(
                u"macho-unsigned\n"_s + file.path,
                {Severity::Error, u"macho-unsigned"_s, file.path,
                 Words::tr(
                     "The signature of %1 (%2) does not match its bytes: it was changed after signing, for example "
                     "by install_name_tool or strip. macOS kills it.")
                     .arg(file.path, slice->arch),
                 signHint(file)});
        } else if (slice->signature == Signature::None) {
            const bool isFatal = isAppleSilicon(*slice);
            const QString message = isFatal
                ? Words::tr("%1 (%2) has no signature: Apple silicon kills it at its start.")
                : Words::tr("%1 (%2) has no signature: Gatekeeper refuses it after a download.");
            m_check.addOnce(u"macho-unsigned\n"_s + file.path,
                            {isFatal ? Severity::Error : Severity::Info, u"macho-unsigned"_s, file.path,
                             message.arg(file.path, slice->arch), signHint(file)});
        } else if (slice->signature == Signature::AdHoc) {
            isAdHoc = true;
        }
    }
    if (isAdHoc)
        m_adHoc.append(file.path);
}

void MachOFileCheck::checkFloor(const BundledFile &file, const MachOSlice &slice)
{
    // There is no older macOS for Apple silicon.
    const QVersionNumber first = isAppleSilicon(slice) ? QVersionNumber(11) : QVersionNumber();
    const QVersionNumber needed = parseVersion(slice.minOs);
    if (m_floor.isNull() || needed.isNull() || needed <= std::max(m_floor, first))
        return;
    m_check.addOnce(u"macho-minos\n"_s + file.path,
                    {Severity::Warning, u"macho-minos"_s, file.path,
                     Words::tr("%1 needs macOS %2, but %3 is made for macOS %4 and newer.")
                         .arg(file.path, slice.minOs, m_check.target->triple, m_check.target->macOsFloor),
                     Words::tr("Set MACOSX_DEPLOYMENT_TARGET=%1 (in Nix: darwinMinVersionHook \"%1\"), or raise "
                               "macos-floor in unmoor.toml.")
                         .arg(m_check.target->macOsFloor)});
}

void MachOFileCheck::checkAge(const BundledFile &library, const BundledFile &program, const QString &machine)
{
    const MachOSlice *loaded = sliceFor(library, machine);
    const MachOSlice *loader = sliceFor(program, machine);
    if (!loaded || !loader || m_check.rejected.contains(&library))
        return;
    const QVersionNumber needed = parseVersion(loaded->minOs);
    const QVersionNumber offered = parseVersion(loader->minOs);
    if (needed.isNull() || offered.isNull() || needed <= offered)
        return;
    m_check.addOnce(
        u"macho-minos\n"_s + library.path,
        {Severity::Warning, u"macho-minos"_s, library.path,
         Words::tr("%1 needs macOS %2, but %3, which loads it, runs on macOS %4.")
             .arg(library.path, loaded->minOs, program.path, loader->minOs),
         Words::tr("Build both with the same MACOSX_DEPLOYMENT_TARGET (in Nix: darwinMinVersionHook \"%1\").")
             .arg(loader->minOs)});
}

void MachOFileCheck::checkInstallName(const BundledFile &file, const MachOSlice &slice)
{
    // Nobody links to an addon.
    const bool isLibrary = slice.kind == MachOSlice::Kind::Library && !file.path.endsWith(".node"_L1);
    if (!isLibrary || !slice.installName.startsWith(u'/') || machoNameKind(slice.installName) == MachOName::System)
        return;
    m_check.add(
        Severity::Warning, u"macho-install-name"_s, file.path,
        Words::tr("%1 calls itself %2, a path that only the building machine has. That harms whatever is linked "
                  "to it, not the file itself.")
            .arg(file.path, slice.installName),
        Words::tr("install_name_tool -id @rpath/%1 %2, then codesign -f -s - %2. The hook fixDarwinDylibNames does "
                  "it for libraries in $out/lib.")
            .arg(nameOf(file.path), file.path));
}

void MachOFileCheck::finish()
{
    if (m_adHoc.isEmpty())
        return;
    const QString &first = m_adHoc.first();
    const qsizetype others = m_adHoc.size() - 1;
    const QString message = others == 0
        ? Words::tr("%1 is signed ad hoc: it runs, but after a download Gatekeeper asks, or refuses.").arg(first)
        : Words::tr(
              "%1 and %2 more files are signed ad hoc: they run, but after a download Gatekeeper asks, or refuses.")
              .arg(first)
              .arg(others);
    m_check.add(Severity::Info, u"macho-adhoc"_s, first, message,
                Words::tr("A Developer ID certificate and notarization avoid that (codesign -s \"Developer ID "
                          "Application: …\" --options runtime, xcrun notarytool submit)."));
}

} // namespace unmoor
