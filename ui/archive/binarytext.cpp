// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/binarytext.h"

#include "archive/entrytext.h"
#include "core/format.h"
#include "nix/ansitext.h"

#include <QCoreApplication>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("BinaryText", text);
}

constexpr qsizetype mostListed = 40; ///< of rpaths or imports; hostile files have thousands

QString listed(const QStringList &items, const QString &separator = u"\n"_s)
{
    QStringList shown;
    for (const QString &item : items.first(std::min(items.size(), mostListed)))
        shown << (item.isEmpty() ? tr("(empty: the current folder)") : withVisibleSigns(item));
    if (items.size() > mostListed)
        shown << tr("and %L1 more").arg(items.size() - mostListed);
    return shown.join(separator);
}

QString yesNo(bool is, const QString &yes, const QString &no)
{
    return is ? yes : no;
}

QString hardeningOf(const ElfFacts &elf)
{
    QStringList words{yesNo(elf.isPositionIndependent, u"PIE"_s, tr("no PIE")),
                      !elf.hasRelro      ? tr("no RELRO")
                          : elf.bindsNow ? tr("full RELRO")
                                         : tr("partial RELRO"),
                      yesNo(elf.hasExecutableStack, tr("executable stack"), u"NX"_s)};
    if (elf.hasTextRelocations)
        words << tr("text relocations");
    return words.join(u", "_s);
}

QString symbolsOf(bool isStripped, bool hasDebugInfo, qint64 bytes)
{
    if (isStripped && !hasDebugInfo)
        return tr("stripped");
    const QString what = hasDebugInfo ? tr("with debug information") : tr("not stripped");
    return bytes > 0 ? tr("%1, %2").arg(what, formatBytes(bytes)) : what;
}

QString kindOf(const BinaryFacts &facts)
{
    return facts.isProgram() ? tr("program") : facts.isLibrary() ? tr("library") : tr("object or other");
}

QList<EntryFact> linesOf(const BinaryFacts &facts, const ElfFacts &elf)
{
    QList<EntryFact> lines{
        {tr("Format"),
         u"ELF %1-bit%2, %3"_s.arg(elf.bits).arg(elf.isBigEndian ? tr(" big-endian") : QString(), elf.machine)},
        {tr("Kind"), elf.isDynamic ? kindOf(facts) : tr("%1, static").arg(kindOf(facts))}};
    if (!elf.interpreter.isEmpty())
        lines << EntryFact{tr("Interpreter"), withVisibleSigns(elf.interpreter)};
    if (!elf.soname.isEmpty())
        lines << EntryFact{u"SONAME"_s, withVisibleSigns(elf.soname)};
    if (elf.hasRunPath)
        lines << EntryFact{u"RUNPATH"_s, listed(elf.runPath)};
    if (elf.hasRPath)
        lines << EntryFact{u"RPATH"_s, listed(elf.rPath)};
    const QString glibc = newestNeeded(elf.neededVersions, u"GLIBC"_s);
    if (!glibc.isEmpty())
        lines << EntryFact{u"glibc"_s, tr("needs %1").arg(glibc)};
    if (const QString glibcxx = newestNeeded(elf.neededVersions, u"GLIBCXX"_s); !glibcxx.isEmpty())
        lines << EntryFact{u"libstdc++"_s, tr("needs GLIBCXX %1").arg(glibcxx)};
    lines << EntryFact{tr("Hardening"), hardeningOf(elf)}
          << EntryFact{tr("Symbols"), symbolsOf(elf.isStripped, elf.hasDebugInfo, elf.symbolBytes)};
    return lines;
}

QString signatureOf(const MachOSlice &slice)
{
    using Signature = MachOSlice::Signature;
    QStringList words;
    switch (slice.signature) {
    case Signature::None:
        words << tr("not signed");
        break;
    case Signature::AdHoc:
        words << (slice.isLinkerSigned ? tr("ad hoc, by the linker") : tr("ad hoc"));
        break;
    case Signature::Certificate:
        words << tr("with a certificate");
        break;
    case Signature::Unread:
        words << tr("there, but not read");
        break;
    }
    if (slice.hasHardenedRuntime)
        words << tr("hardened runtime");
    if (slice.pageHashes == MachOSlice::PageHashes::Differ)
        words << tr("the bytes were changed after signing");
    if (!slice.signingIdentifier.isEmpty())
        words << withVisibleSigns(slice.signingIdentifier);
    return words.join(u", "_s);
}

QList<EntryFact> linesOf(const MachOSlice &slice, bool isFat)
{
    const auto named = [&](const QString &name) { return isFat ? u"%1 %2"_s.arg(slice.arch, name) : name; };
    QList<EntryFact> lines{{named(tr("Architecture")), slice.arch}};
    if (!slice.minOs.isEmpty())
        lines << EntryFact{
            named(tr("Needs")),
            u"%1 %2"_s.arg(slice.platform == "macos"_L1 || slice.platform.isEmpty() ? u"macOS"_s : slice.platform,
                           slice.minOs)};
    if (!slice.rpaths.isEmpty())
        lines << EntryFact{named(u"LC_RPATH"_s), listed(slice.rpaths)};
    if (!slice.installName.isEmpty())
        lines << EntryFact{named(tr("Install name")), withVisibleSigns(slice.installName)};
    lines << EntryFact{named(tr("Signature")), signatureOf(slice)}
          << EntryFact{named(tr("Symbols")), symbolsOf(slice.isStripped, false, slice.symbolBytes)};
    return lines;
}

QList<EntryFact> linesOf(const BinaryFacts &facts, const MachOFacts &machO)
{
    QList<EntryFact> lines{{tr("Format"), machO.isFat ? tr("Mach-O, universal") : u"Mach-O"_s},
                           {tr("Kind"), kindOf(facts)}};
    for (const MachOSlice &slice : machO.slices)
        lines << linesOf(slice, machO.isFat);
    return lines;
}

QList<EntryFact> linesOf(const BinaryFacts &facts, const PeFacts &pe)
{
    QStringList hardening{
        yesNo(pe.hasAslr, pe.hasHighEntropyAslr ? tr("ASLR, high entropy") : u"ASLR"_s, tr("no ASLR")),
        yesNo(pe.hasNx, u"NX"_s, tr("no NX"))};
    QList<EntryFact> lines{{tr("Format"), u"%1, %2"_s.arg(pe.isPlus ? u"PE32+"_s : u"PE32"_s, pe.machine)},
                           {tr("Kind"), pe.kind == PeFacts::Kind::Driver ? tr("driver") : kindOf(facts)}};
    if (!pe.subsystem.isEmpty())
        lines << EntryFact{tr("Subsystem"), pe.subsystem};
    lines << EntryFact{tr("Imports"), counted(pe.imports.size(), tr("1 DLL"), tr("%1 DLLs"))};
    if (!pe.delayImports.isEmpty())
        lines << EntryFact{tr("At first use"), listed(pe.delayImports, u", "_s)};
    lines << EntryFact{u"Authenticode"_s, yesNo(pe.hasAuthenticode, tr("there, not verified"), tr("none"))}
          << EntryFact{tr("Hardening"), hardening.join(u", "_s)}
          << EntryFact{tr("Symbols"), symbolsOf(!pe.hasSymbols, false, pe.symbolBytes)};
    return lines;
}

} // namespace

QString newestNeeded(const QList<NeededVersion> &needed, const QString &family)
{
    QVersionNumber newest;
    for (const NeededVersion &version : needed) {
        if (version.name == u"GLIBC_ABI_DT_RELR"_s && family == "GLIBC"_L1)
            newest = std::max(newest, QVersionNumber(2, 36)); // which brought that marker
        else if (version.name.startsWith(family + u'_'))
            newest = std::max(newest, QVersionNumber::fromString(QStringView(version.name).sliced(family.size() + 1)));
    }
    return newest.isNull() ? QString() : newest.toString();
}

QList<EntryFact> binaryFactLines(const BinaryFacts &facts)
{
    QList<EntryFact> lines = facts.elf() ? linesOf(facts, *facts.elf())
        : facts.pe()                     ? linesOf(facts, *facts.pe())
                                         : linesOf(facts, *facts.machO());
    if (!facts.damage.isEmpty())
        lines << EntryFact{tr("Damage"), facts.damage};
    if (facts.isPartial)
        lines << EntryFact{tr("Read"), tr("only its two ends: it is larger than what is held in memory")};
    return lines;
}

} // namespace unmoor
