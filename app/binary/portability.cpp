// SPDX-License-Identifier: GPL-3.0-or-later
#include "binary/portability.h"

#include "binary/portabilitycheck.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Portability)
};

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
        return Text::tr("ELF, the format of Linux");
    return format == "pe"_L1 ? Text::tr("PE, the format of Windows") : Text::tr("Mach-O, the format of macOS");
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
        ? Text::tr("%1 is %2, but %3 needs %4.")
              .arg(file.path, peopleFormat(formatName(facts)), check.target->triple, peopleFormat(wanted))
        : Text::tr("%1 is made for %2, but %3 needs macOS.").arg(file.path, platform, check.target->triple);
    check.add(Severity::Error, u"wrong-format"_s, file.path, message,
              Text::tr("Build packages.<system>.<output> of the right system, and do not pass --system: Nix builds for "
                       "the system of the attribute. Cross builds take pkgsCross or a Rust target."));
    return false;
}

bool checkMachine(PortabilityCheck &check, const BundledFile &file)
{
    const QString &wanted = check.target->machine;
    const QStringList machines = file.binary->machines();
    if (wanted.isEmpty() || machines.contains(wanted))
        return true;
    check.add(
        Severity::Error, u"wrong-machine"_s, file.path,
        Text::tr("%1 is made for %2, but %3 needs %4.").arg(file.path, someOf(machines), check.target->triple, wanted),
        Text::tr("Take the output of the right system (packages.<system>), or look for a file that was downloaded "
                 "or copied for another one: file(1) names the processor."));
    return false;
}

bool checkWhole(PortabilityCheck &check, const BundledFile &file)
{
    if (file.binary->damage.isEmpty())
        return true;
    check.add(Severity::Error, u"binary-truncated"_s, file.path,
              Text::tr("%1 is incomplete: %2").arg(file.path, file.binary->damage),
              Text::tr("Build it again, and look at what touches it after linking: strip, patchelf, upx or a copy that "
                       "ran out of space. dontStrip and dontPatchELF switch two of them off."));
    return false;
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
    for (const BundledFile *file : check.bundle.files()) {
        if (!isJudged(*file))
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
              Text::tr("%1 carries %2 KiB of symbols and debug information.").arg(file.path).arg(bytes / 1024), hint);
}

void checkHardening(PortabilityCheck &check, const BundledFile &file, const QStringList &lacks, const QString &hint)
{
    if (lacks.isEmpty() || check.copies.contains(&file))
        return;
    check.add(Severity::Warning, u"weak-hardening"_s, file.path,
              Text::tr("%1 has weak hardening: %2.").arg(file.path, lacks.join(Text::tr("; "))), hint);
}

void reportUnused(PortabilityCheck &check, const BundledFile &file)
{
    check.add(
        Severity::Info, u"library-unused"_s, file.path,
        Text::tr("No program or library of the archive asks for %1 by name. It may still be opened while a program "
                 "runs (dlopen).")
            .arg(file.path),
        Text::tr("Leave it out when packing, unless a program opens it by itself."));
}

QString moreAskers(int others)
{
    if (others <= 0)
        return {};
    return others == 1 ? Text::tr(" One more file asks for it.") : Text::tr(" %1 more files ask for it.").arg(others);
}

QString someOf(const QStringList &names, qsizetype most)
{
    if (names.size() <= most)
        return names.join(", "_L1);
    return Text::tr("%1 and %2 more").arg(names.first(most).join(", "_L1)).arg(names.size() - most);
}

QString chainText(const QStringList &names)
{
    constexpr qsizetype most = 8;
    QStringList shown = names;
    if (shown.size() > most)
        shown = names.first(most / 2) + QStringList{u"…"_s} + names.last(most / 2);
    return shown.join(" → "_L1);
}

PortabilityReport checkPortability(const QList<BundledFile> &files, const PortabilityTarget *target)
{
    PortabilityReport report;
    // Without a program there is nothing to start, and an archive may hold a million documents.
    if (std::ranges::none_of(files, [](const BundledFile &file) { return file.binary != nullptr; }))
        return report;
    const Bundle bundle(files);
    const Launchers launchers = readLaunchers(bundle);
    PortabilityCheck check{.bundle = bundle, .launchers = launchers, .target = target, .report = report};
    sortFiles(check);
    collectMentions(check);
    checkElf(check);
    checkMachO(check);
    checkPe(check);
    return report;
}

} // namespace unmoor
