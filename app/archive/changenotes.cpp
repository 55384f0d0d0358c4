// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/changenotes.h"

#include "app/archive/entrypath.h"
#include "app/core/words.h"

#include <QRegularExpression>
#include <QSet>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString glibcVersion(const QString &name)
{
    if (name == "GLIBC_ABI_DT_RELR"_L1) // came with 2.36, and has no number of its own
        return u"2.36"_s;
    const QString version = name.startsWith("GLIBC_"_L1) ? name.sliced(6) : QString();
    return QVersionNumber::fromString(version).segmentCount() >= 2 ? version : QString();
}

/// A store path changes with every build; what matters is its name.
QString withoutStoreHashes(QString text)
{
    static const QRegularExpression hash(u"/nix/store/[0-9a-z]{32}-"_s);
    return text.replace(hash, u"/nix/store/"_s);
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? Words::tr("none") : text;
}

QString runPathOf(const ElfFacts &elf)
{
    return (elf.hasRunPath ? elf.runPath : elf.rPath).join(u':');
}

QStringList rpathsOf(const MachOFacts &machO)
{
    QStringList rpaths;
    for (const MachOSlice &slice : machO.slices)
        rpaths += slice.rpaths;
    rpaths.removeDuplicates();
    return rpaths;
}

/// Ordered from none to the best; of several slices the worst counts.
enum class Signing { None, AdHoc, Certificate };

std::optional<Signing> signatureOf(const BinaryFacts &facts)
{
    if (const PeFacts *pe = facts.pe())
        return pe->hasAuthenticode ? Signing::Certificate : Signing::None;
    const MachOFacts *machO = facts.machO();
    if (!machO || machO->slices.isEmpty())
        return std::nullopt;
    const auto worst = std::ranges::min(machO->slices, {}, &MachOSlice::signature).signature;
    return worst == MachOSlice::Signature::None ? Signing::None
        : worst == MachOSlice::Signature::AdHoc ? Signing::AdHoc
                                                : Signing::Certificate;
}

QString signatureText(Signing signature)
{
    switch (signature) {
    case Signing::None:
        return Words::tr("none");
    case Signing::AdHoc:
        return Words::tr("ad hoc");
    case Signing::Certificate:
        return Words::tr("by a certificate");
    }
    Q_UNREACHABLE_RETURN({});
}

/// Compares two binaries of one name.
class BinaryComparison
{
public:
    BinaryComparison(const BinaryFacts &before, const BinaryFacts &after, ChangeNotes &notes)
        : m_before(before)
        , m_after(after)
        , m_notes(notes)
    {
    }

    void run()
    {
        noteMachines();
        noteVersion(Words::tr("glibc"), neededGlibc(m_before), neededGlibc(m_after));
        noteVersion(Words::tr("macOS"), minimumOs(m_before), minimumOs(m_after));
        noteLibraries();
        if (m_before.elf() && m_after.elf())
            noteElf(*m_before.elf(), *m_after.elf());
        if (m_before.machO() && m_after.machO())
            noteChange(u"LC_RPATH"_s, rpathsOf(*m_before.machO()).join(u':'), rpathsOf(*m_after.machO()).join(u':'));
        noteSignature();
    }

private:
    void noteMachines()
    {
        const QString before = formatName(m_before) + u' ' + m_before.machines().join(u'+');
        const QString after = formatName(m_after) + u' ' + m_after.machines().join(u'+');
        if (before != after)
            m_notes.add(u"%1 → %2"_s.arg(before, after), true);
    }

    /// Raising what is needed shuts out the systems between.
    void noteVersion(const QString &what, const QString &before, const QString &after)
    {
        if (before != after)
            m_notes.add(Words::tr("%1 %2 → %3").arg(what, orNone(before), orNone(after)),
                        higherVersion(before, after) == after);
    }

    void noteLibraries()
    {
        const QStringList before = neededLibraries(m_before);
        const QStringList after = neededLibraries(m_after);
        const QSet<QString> had(before.begin(), before.end());
        const QSet<QString> has(after.begin(), after.end());
        const auto without = [](QStringList names, const QSet<QString> &others) {
            names.removeIf([&others](const QString &name) { return others.contains(name); });
            return names;
        };
        if (const QStringList more = without(after, had); !more.isEmpty())
            m_notes.add(Words::tr("needs %1 now").arg(listed(more)));
        if (const QStringList fewer = without(before, has); !fewer.isEmpty())
            m_notes.add(Words::tr("no longer needs %1").arg(listed(fewer)));
    }

    void noteElf(const ElfFacts &before, const ElfFacts &after)
    {
        noteChange(Words::tr("interpreter"), before.interpreter, after.interpreter);
        noteChange(after.hasRunPath || !after.hasRPath ? u"RUNPATH"_s : u"RPATH"_s, runPathOf(before),
                   runPathOf(after));
    }

    void noteChange(const QString &what, const QString &before, const QString &after)
    {
        if (withoutStoreHashes(before) != withoutStoreHashes(after))
            m_notes.add(u"%1 %2 → %3"_s.arg(what, orNone(before), orNone(after)), true);
    }

    void noteSignature()
    {
        const auto before = signatureOf(m_before);
        const auto after = signatureOf(m_after);
        if (before && after && *before != *after)
            m_notes.add(Words::tr("signature: %1 → %2").arg(signatureText(*before), signatureText(*after)),
                        *after < *before);
    }

    const BinaryFacts &m_before;
    const BinaryFacts &m_after;
    ChangeNotes &m_notes;
};

void noteMode(const ArchiveEntry &before, const ArchiveEntry &after, ChangeNotes &notes)
{
    const bool isLink = after.type == ArchiveEntry::Type::Symlink; // the mode of a link means nothing
    if (before.mode == after.mode || isLink || before.type != after.type)
        return;
    const auto text = [](quint32 mode) {
        return mode > 0777 ? u"%1 (%2)"_s.arg(modeText(mode), QString::number(mode, 8)) : modeText(mode);
    };
    const bool losesStart = (before.mode & 0111) != 0 && (after.mode & 0111) == 0;
    const bool gainsPower = (after.mode & ~before.mode & 06002) != 0; // set-id, or written by everybody
    notes.add(u"%1 → %2"_s.arg(text(before.mode), text(after.mode)), losesStart || gainsPower);
}

void noteType(const ArchiveEntry &before, const ArchiveEntry &after, ChangeNotes &notes)
{
    if (before.type != after.type)
        notes.add(u"%1 → %2"_s.arg(typeName(before.type), typeName(after.type)));
    // Hard links are judged by the content that they are a name of.
    if (after.type != ArchiveEntry::Type::Symlink || before.link == after.link)
        return;
    notes.add(before.link.isEmpty() ? Words::tr("leads to %1 now").arg(after.link)
                                    : Words::tr("leads to %1 → %2").arg(before.link, after.link));
}

void noteScript(const ArchiveEntry &before, const ArchiveEntry &after, ChangeNotes &notes)
{
    const QStringList had = libraryPathsSet(before);
    const QStringList has = libraryPathsSet(after);
    for (const QString &name : has)
        if (!had.contains(name))
            notes.add(Words::tr("now sets %1").arg(name), true);
    for (const QString &name : had)
        if (!has.contains(name))
            notes.add(Words::tr("no longer sets %1").arg(name));
}

/// Whether \a text has \a name as a whole word that is given a value.
bool setsVariable(QByteArrayView text, QByteArrayView name)
{
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        const char ahead = at == 0 ? '\n' : text[at - 1];
        const qsizetype end = at + name.size();
        const bool isWord = !(ahead == '_' || (ahead >= 'A' && ahead <= 'Z') || (ahead >= 'a' && ahead <= 'z'));
        if (isWord && end < text.size() && text[end] == '=')
            return true;
    }
    return false;
}

} // namespace

void ChangeNotes::add(const QString &note, bool isWarning)
{
    notes.append(note);
    if (isWarning)
        warnings.append(note);
}

QString higherVersion(const QString &a, const QString &b)
{
    return QVersionNumber::fromString(b) > QVersionNumber::fromString(a) ? b : a;
}

QString listed(const QStringList &names)
{
    constexpr qsizetype most = 4;
    if (names.size() <= most)
        return names.join(u", "_s);
    return Words::tr("%1 and %2 more").arg(names.first(most).join(u", "_s)).arg(names.size() - most);
}

QString neededGlibc(const BinaryFacts &facts)
{
    QString highest;
    if (const ElfFacts *elf = facts.elf()) {
        for (const NeededVersion &version : elf->neededVersions)
            if (!version.isWeak)
                highest = higherVersion(highest, glibcVersion(version.name));
    }
    return highest;
}

QString definedGlibc(const BinaryFacts &facts)
{
    QString highest;
    const ElfFacts *elf = facts.elf();
    if (elf && elf->soname == "libc.so.6"_L1) {
        for (const QString &name : elf->definedVersions)
            highest = higherVersion(highest, glibcVersion(name));
    }
    return highest;
}

QString minimumOs(const BinaryFacts &facts)
{
    QString highest;
    if (const MachOFacts *machO = facts.machO()) {
        for (const MachOSlice &slice : machO->slices)
            highest = higherVersion(highest, slice.minOs);
    }
    return highest;
}

QStringList neededLibraries(const BinaryFacts &facts)
{
    QStringList names;
    if (const ElfFacts *elf = facts.elf()) {
        names = elf->needed;
    } else if (const PeFacts *pe = facts.pe()) {
        for (const QString &name : pe->imports)
            names.append(name.toLower());
    } else {
        for (const MachOSlice &slice : facts.machO()->slices)
            for (const MachOLoad &load : slice.loads)
                if (!load.isWeak)
                    names.append(fileNameOf(load.name));
    }
    names.removeDuplicates();
    return names;
}

QStringList libraryPathsSet(const ArchiveEntry &entry)
{
    QStringList names;
    if (!entry.content || !entry.content->text.startsWith("#!"))
        return names;
    for (const QLatin1StringView name : {"LD_LIBRARY_PATH"_L1, "DYLD_LIBRARY_PATH"_L1})
        if (setsVariable(entry.content->text, QByteArrayView(name.data(), name.size())))
            names.append(name);
    return names;
}

ChangeNotes noteChanges(const ArchiveEntry &before, const ArchiveEntry &after)
{
    ChangeNotes notes;
    noteType(before, after, notes);
    noteMode(before, after, notes);
    if (before.sha256.isEmpty() || before.sha256 != after.sha256) {
        if (before.binary() && after.binary())
            BinaryComparison(*before.binary(), *after.binary(), notes).run();
        noteScript(before, after, notes);
    }
    return notes;
}

} // namespace unmoor
