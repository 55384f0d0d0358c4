// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/binarytext.h"

#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "ui/archive/entrytext.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostListed = 40; ///< of rpaths or imports; hostile files have thousands

QString listed(const QStringList &items, const QString &separator = u"\n"_s)
{
    QStringList shown;
    for (const QString &item : items.first(std::min(items.size(), mostListed)))
        shown << (item.isEmpty() ? Words::tr("(empty: the current folder)") : withVisibleSigns(item));
    if (items.size() > mostListed)
        shown << Words::tr("and %L1 more").arg(items.size() - mostListed);
    return shown.join(separator);
}

QString yesNo(bool is, const QString &yes, const QString &no)
{
    return is ? yes : no;
}

QString hardeningOf(const ElfFacts &elf)
{
    QStringList words{yesNo(elf.isPositionIndependent, u"PIE"_s, Words::tr("no PIE")),
                      !elf.hasRelro      ? Words::tr("no RELRO")
                          : elf.bindsNow ? Words::tr("full RELRO")
                                         : Words::tr("partial RELRO"),
                      yesNo(elf.hasExecutableStack, Words::tr("executable stack"), u"NX"_s)};
    if (elf.hasTextRelocations)
        words << Words::tr("text relocations");
    return words.join(u", "_s);
}

QString symbolsOf(bool isStripped, bool hasDebugInfo, qint64 bytes)
{
    if (isStripped && !hasDebugInfo)
        return Words::tr("stripped");
    const QString what = hasDebugInfo ? Words::tr("with debug information") : Words::tr("not stripped");
    return bytes > 0 ? Words::tr("%1, %2").arg(what, formatBytes(bytes)) : what;
}

QString kindOf(const BinaryFacts &facts)
{
    return facts.isProgram() ? Words::tr("program")
        : facts.isLibrary()  ? Words::tr("library")
                             : Words::tr("object or other");
}

QList<EntryFact> linesOf(const BinaryFacts &facts, const ElfFacts &elf)
{
    QList<EntryFact> lines{
        {Words::tr("Format"),
         u"ELF %1-bit%2, %3"_s.arg(elf.bits).arg(elf.isBigEndian ? Words::tr(" big-endian") : QString(), elf.machine)},
        {Words::tr("Kind"), elf.isDynamic ? kindOf(facts) : Words::tr("%1, static").arg(kindOf(facts))}};
    if (!elf.interpreter.isEmpty())
        lines << EntryFact{Words::tr("Interpreter"), withVisibleSigns(elf.interpreter)};
    if (!elf.soname.isEmpty())
        lines << EntryFact{u"SONAME"_s, withVisibleSigns(elf.soname)};
    if (elf.hasRunPath)
        lines << EntryFact{u"RUNPATH"_s, listed(elf.runPath)};
    if (elf.hasRPath)
        lines << EntryFact{u"RPATH"_s, listed(elf.rPath)};
    const QString glibc = newestNeeded(elf.neededVersions, u"GLIBC"_s);
    if (!glibc.isEmpty())
        lines << EntryFact{u"glibc"_s, Words::tr("needs %1").arg(glibc)};
    if (const QString glibcxx = newestNeeded(elf.neededVersions, u"GLIBCXX"_s); !glibcxx.isEmpty())
        lines << EntryFact{u"libstdc++"_s, Words::tr("needs GLIBCXX %1").arg(glibcxx)};
    lines << EntryFact{Words::tr("Hardening"), hardeningOf(elf)}
          << EntryFact{Words::tr("Symbols"), symbolsOf(elf.isStripped, elf.hasDebugInfo, elf.symbolBytes)};
    return lines;
}

QString signatureOf(const MachOSlice &slice)
{
    using Signature = MachOSlice::Signature;
    QStringList words;
    switch (slice.signature) {
    case Signature::None:
        words << Words::tr("not signed");
        break;
    case Signature::AdHoc:
        words << (slice.isLinkerSigned ? Words::tr("ad hoc, by the linker") : Words::tr("ad hoc"));
        break;
    case Signature::Certificate:
        words << Words::tr("with a certificate");
        break;
    case Signature::Unread:
        words << Words::tr("there, but not read");
        break;
    }
    if (slice.hasHardenedRuntime)
        words << Words::tr("hardened runtime");
    if (slice.pageHashes == MachOSlice::PageHashes::Differ)
        words << Words::tr("the bytes were changed after signing");
    if (!slice.signingIdentifier.isEmpty())
        words << withVisibleSigns(slice.signingIdentifier);
    return words.join(u", "_s);
}

QList<EntryFact> linesOf(const MachOSlice &slice, bool isFat)
{
    const auto named = [&](const QString &name) { return isFat ? u"%1 %2"_s.arg(slice.arch, name) : name; };
    QList<EntryFact> lines{{named(Words::tr("Architecture")), slice.arch}};
    if (!slice.minOs.isEmpty())
        lines << EntryFact{
            named(Words::tr("Needs")),
            u"%1 %2"_s.arg(slice.platform == "macos"_L1 || slice.platform.isEmpty() ? u"macOS"_s : slice.platform,
                           slice.minOs)};
    if (!slice.rpaths.isEmpty())
        lines << EntryFact{named(u"LC_RPATH"_s), listed(slice.rpaths)};
    if (!slice.installName.isEmpty())
        lines << EntryFact{named(Words::tr("Install name")), withVisibleSigns(slice.installName)};
    lines << EntryFact{named(Words::tr("Signature")), signatureOf(slice)}
          << EntryFact{named(Words::tr("Symbols")), symbolsOf(slice.isStripped, false, slice.symbolBytes)};
    return lines;
}

QList<EntryFact> linesOf(const BinaryFacts &facts, const MachOFacts &machO)
{
    QList<EntryFact> lines{{Words::tr("Format"), machO.isFat ? Words::tr("Mach-O, universal") : u"Mach-O"_s},
                           {Words::tr("Kind"), kindOf(facts)}};
    for (const MachOSlice &slice : machO.slices)
        lines << linesOf(slice, machO.isFat);
    return lines;
}

QList<EntryFact> linesOf(const BinaryFacts &facts, const PeFacts &pe)
{
    QStringList hardening{
        yesNo(pe.hasAslr, pe.hasHighEntropyAslr ? Words::tr("ASLR, high entropy") : u"ASLR"_s, Words::tr("no ASLR")),
        yesNo(pe.hasNx, u"NX"_s, Words::tr("no NX"))};
    QList<EntryFact> lines{{Words::tr("Format"), u"%1, %2"_s.arg(pe.isPlus ? u"PE32+"_s : u"PE32"_s, pe.machine)},
                           {Words::tr("Kind"), pe.kind == PeFacts::Kind::Driver ? Words::tr("driver") : kindOf(facts)}};
    if (!pe.subsystem.isEmpty())
        lines << EntryFact{Words::tr("Subsystem"), pe.subsystem};
    lines << EntryFact{Words::tr("Imports"), counted(pe.imports.size(), Words::tr("1 DLL"), Words::tr("%1 DLLs"))};
    if (!pe.delayImports.isEmpty())
        lines << EntryFact{Words::tr("At first use"), listed(pe.delayImports, u", "_s)};
    lines << EntryFact{u"Authenticode"_s,
                       yesNo(pe.hasAuthenticode, Words::tr("there, not verified"), Words::tr("none"))}
          << EntryFact{Words::tr("Hardening"), hardening.join(u", "_s)}
          << EntryFact{Words::tr("Symbols"), symbolsOf(!pe.hasSymbols, false, pe.symbolBytes)};
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
        lines << EntryFact{Words::tr("Damage"), facts.damage};
    if (facts.isPartial)
        lines << EntryFact{Words::tr("Read"), Words::tr("only its two ends: it is larger than what is held in memory")};
    return lines;
}

} // namespace unmoor
