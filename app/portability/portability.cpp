// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portability/portability.h"

#include "app/binary/filenames.h"
#include "app/core/words.h"
#include "app/portability/contentcheck.h"
#include "app/portability/portabilitycheck.h"
#include "app/portability/storecheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostTextBytes = 8 * 1024 * 1024;
constexpr qsizetype mostMentions = 500'000;
constexpr qint64 symbolsWorthAWord = 64 * 1024;

QString formatOf(PortabilityTarget::Os os)
{
    switch (os) {
    case PortabilityTarget::Os::Linux:
        return u"elf"_s;
    case PortabilityTarget::Os::MacOs:
        return u"mach-o"_s;
    case PortabilityTarget::Os::Windows:
        return u"pe"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString peopleFormat(const QString &format)
{
    if (format == "elf"_L1)
        return Words::tr("ELF, the format of Linux");
    return format == "pe"_L1 ? Words::tr("PE, the format of Windows") : Words::tr("Mach-O, the format of macOS");
}

/// A .NET assembly has a PE header and runs on every system that has .NET.
bool isManaged(const BinaryFacts &facts)
{
    const PeFacts *pe = facts.pe();
    if (!pe)
        return false;
    const bool onlyRuntime =
        pe->imports.size() == 1 && pe->imports.first().compare("mscoree.dll"_L1, Qt::CaseInsensitive) == 0;
    // Precompiled assemblies for other systems state machines that Windows does not have.
    return onlyRuntime || (pe->kind == PeFacts::Kind::Library && pe->machine.startsWith("machine "_L1));
}

/// A program or library for this processor at least in part; firmware, objects and drivers are no one's to start.
bool isJudged(const BundledFile &file)
{
    if (!file.binary || (!file.binary->isProgram() && !file.binary->isLibrary()) || isManaged(*file.binary))
        return false;
    const PeFacts *pe = file.binary->pe();
    return !pe || !pe->subsystem.contains("efi"_L1, Qt::CaseInsensitive);
}

/// iPhones and their like have Mach-O, too.
QString foreignPlatform(const BinaryFacts &facts)
{
    if (!facts.machO())
        return {};
    for (const MachOSlice &slice : facts.machO()->slices) {
        const QString platform = slice.platform.toLower();
        if (!platform.isEmpty() && !platform.startsWith("mac"_L1) && !platform.startsWith("zippered"_L1))
            return slice.platform;
    }
    return {};
}

bool checkFormat(PortabilityCheck &check, const BundledFile &file)
{
    const BinaryFacts &facts = *file.binary;
    const QString wanted = formatOf(check.target->os);
    const QString platform = wanted == "mach-o"_L1 ? foreignPlatform(facts) : QString();
    if (formatName(facts) == wanted && platform.isEmpty())
        return true;
    const QString message = platform.isEmpty()
        ? Words::tr("%1 is %2, but %3 needs %4.")
              .arg(file.path, peopleFormat(formatName(facts)), check.target->triple, peopleFormat(wanted))
        : Words::tr("%1 is made for %2, but %3 needs macOS.").arg(file.path, platform, check.target->triple);
    check.add(
        Severity::Error, u"wrong-format"_s, file.path, message,
        Words::tr("Build packages.<system>.<output> of the right system, and do not pass --system: Nix builds for "
                  "the system of the attribute. Cross builds take pkgsCross or a Rust target."));
    return false;
}

/// A universal program runs on Apple silicon and on Intel Macs, and so must all that it loads.
bool checkSlices(PortabilityCheck &check, const BundledFile &file, const QStringList &machines)
{
    QStringList lacking;
    for (const QString &machine : universalMachines()) {
        if (!machines.contains(machine))
            lacking.append(machine);
    }
    if (lacking.isEmpty())
        return true;
    check.add(Severity::Error, u"wrong-machine"_s, file.path,
              Words::tr("%1 is made for %2 alone, but %3 needs %4, too.")
                  .arg(file.path, someOf(machines), check.target->triple, someOf(lacking)),
              Words::tr("Build it for both processors, and join the two: lipo -create ARM64 X86_64 -output %1. Sign it "
                        "after that.")
                  .arg(file.path));
    return false;
}

bool checkMachine(PortabilityCheck &check, const BundledFile &file)
{
    const QString &wanted = check.target->machine;
    const QStringList machines = file.binary->machines();
    if (check.target->isUniversal)
        return checkSlices(check, file, machines);
    if (wanted.isEmpty() || machines.contains(wanted))
        return true;
    check.add(
        Severity::Error, u"wrong-machine"_s, file.path,
        Words::tr("%1 is made for %2, but %3 needs %4.").arg(file.path, someOf(machines), check.target->triple, wanted),
        Words::tr("Take the output of the right system (packages.<system>), or look for a file that was downloaded "
                  "or copied for another one: file(1) names the processor."));
    return false;
}

bool checkWhole(PortabilityCheck &check, const BundledFile &file)
{
    if (file.binary->damage.isEmpty())
        return true;
    check.add(
        Severity::Error, u"binary-truncated"_s, file.path,
        Words::tr("%1 is incomplete: %2").arg(file.path, file.binary->damage),
        Words::tr("Build it again, and look at what touches it after linking: strip, patchelf, upx or a copy that "
                  "ran out of space. dontStrip and dontPatchELF switch two of them off."));
    return false;
}

/// Whether a folder says that the file is made for another platform than the target, and it is. Projects ship addons
/// for several platforms in one archive, each in a folder of its own: "prebuilds/win32-x64/addon.node". \a shared: how
/// many folders all files lie in; those are of the archive, not of an addon.
bool isMeantForElsewhere(const PortabilityCheck &check, const BundledFile &file, qsizetype shared)
{
    const FolderPlatform said = folderPlatform(file.path, shared);
    if (said.isEmpty())
        return false;
    const QString wanted = formatOf(check.target->os);
    const QString format = said.format.isEmpty() ? wanted : said.format;
    const QStringList machines = file.binary->machines();
    if (formatName(*file.binary) != format || (!said.machine.isEmpty() && !machines.contains(said.machine)))
        return false;
    const bool isOtherMachine =
        check.target->isUniversal || (!check.target->machine.isEmpty() && !machines.contains(check.target->machine));
    return format != wanted || (!said.machine.isEmpty() && isOtherMachine);
}

/// How many folders, from the top, all files lie in.
qsizetype sharedFolders(const QList<const BundledFile *> &files)
{
    QStringList shared;
    bool isFirst = true;
    for (const BundledFile *file : files) {
        const QStringList folders = folderOf(file->path).split(u'/', Qt::SkipEmptyParts);
        if (isFirst)
            shared = folders;
        isFirst = false;
        qsizetype same = 0;
        while (same < shared.size() && same < folders.size() && shared.at(same) == folders.at(same))
            ++same;
        shared = shared.first(same);
        if (shared.isEmpty())
            return 0;
    }
    return shared.size();
}

/// Findings that make all others about the same file pointless.
bool checkHeadline(PortabilityCheck &check, const BundledFile &file)
{
    if (check.target && (!checkFormat(check, file) || !checkMachine(check, file)))
        return false;
    return checkWhole(check, file);
}

void sortFiles(PortabilityCheck &check)
{
    QHash<QByteArray, const BundledFile *> byContent;
    const qsizetype shared = sharedFolders(check.bundle.files());
    for (const BundledFile *file : check.bundle.files()) {
        if (!isJudged(*file) || (check.target && isMeantForElsewhere(check, *file, shared)))
            continue;
        if (!checkHeadline(check, *file)) {
            check.rejected.insert(file);
            continue;
        }
        check.files.append(file);
        if (file->sha256.isEmpty())
            continue;
        const BundledFile *first = byContent.value(file->sha256);
        if (!first)
            byContent.insert(file->sha256, file);
        else if (*first->binary == *file->binary)
            check.copies.insert(file);
    }
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
        || c == '-' || c == '+' || c == '@';
}

/// Collects names that texts of the archive contain, so that looking one up costs nothing.
void collectMentions(PortabilityCheck &check)
{
    qsizetype bytes = 0;
    for (const BundledFile *file : check.bundle.files()) {
        bytes += file->text.size();
        if (bytes > mostTextBytes)
            return;
        const QByteArray &text = file->text;
        for (qsizetype i = 0; i < text.size();) {
            qsizetype end = i;
            bool hasDot = false;
            for (; end < text.size() && isNameByte(text.at(end)); ++end)
                hasDot = hasDot || text.at(end) == '.';
            if (hasDot && end - i > 3 && end - i < 256 && check.mentioned.size() < mostMentions)
                check.mentioned.insert(QString::fromLatin1(text.sliced(i, end - i)));
            i = end + 1;
        }
    }
}

} // namespace

void PortabilityCheck::addOnce(const QString &cause, const Finding &finding)
{
    const auto known = byCause.constFind(cause);
    if (known == byCause.constEnd()) {
        byCause.insert(cause, report.findings.size());
        report.findings.append(finding);
    } else if (finding.severity < report.findings.at(*known).severity) {
        report.findings[*known] = finding;
    }
}

bool PortabilityCheck::isMentioned(const BundledFile *file) const
{
    if (launchers.named.contains(file) || mentioned.contains(nameOf(file->path)))
        return true;
    return std::ranges::any_of(bundle.linkNames(file),
                               [this](const QString &name) { return mentioned.contains(name); });
}

void checkSymbols(PortabilityCheck &check, const BundledFile &file, qint64 bytes, const QString &hint)
{
    if (bytes <= symbolsWorthAWord || check.copies.contains(&file))
        return;
    check.add(Severity::Info, u"not-stripped"_s, file.path,
              Words::tr("%1 carries %2 KiB of symbols and debug information.").arg(file.path).arg(bytes / 1024), hint);
}

void checkHardening(PortabilityCheck &check, const BundledFile &file, const QStringList &lacks, const QString &hint)
{
    if (lacks.isEmpty() || check.copies.contains(&file))
        return;
    check.add(Severity::Warning, u"weak-hardening"_s, file.path,
              Words::tr("%1 has weak hardening: %2.").arg(file.path, lacks.join(Words::tr("; "))), hint);
}

void reportUnused(PortabilityCheck &check, const BundledFile &file)
{
    check.add(
        Severity::Info, u"library-unused"_s, file.path,
        Words::tr("No program or library of the archive asks for %1 by name. It may still be opened while a program "
                  "runs (dlopen).")
            .arg(file.path),
        Words::tr("Leave it out when packing, unless a program opens it by itself."));
}

QString moreAskers(int others)
{
    if (others <= 0)
        return {};
    return others == 1 ? Words::tr(" One more file asks for it.") : Words::tr(" %1 more files ask for it.").arg(others);
}

QString chainText(const QStringList &names)
{
    constexpr qsizetype most = 8;
    QStringList shown = names;
    if (shown.size() > most)
        shown = names.first(most / 2) + QStringList{u"…"_s} + names.last(most / 2);
    return shown.join(u" → "_s);
}

PortabilityReport checkPortability(const QList<BundledFile> &files, const PortabilityTarget *target)
{
    PortabilityReport report;
    // Without a program there is nothing to start, and an archive may hold a million documents.
    const auto mayStart = [](const BundledFile &file) {
        return file.binary || file.isNamedProgram || isCalledBinary(file.path)
            || (file.target.isEmpty() && (file.mode & 0111) != 0) || file.contentKind == ContentKind::LfsPointer;
    };
    if (std::ranges::none_of(files, mayStart))
        return report;
    const Bundle bundle(files);
    const Launchers launchers = readLaunchers(bundle);
    PortabilityCheck check{.bundle = bundle, .launchers = launchers, .target = target, .report = report};
    sortFiles(check);
    checkContents(check);
    collectMentions(check);
    checkElf(check);
    checkMachO(check);
    checkPe(check);
    checkStoreUse(check);
    return report;
}

} // namespace unmoor
