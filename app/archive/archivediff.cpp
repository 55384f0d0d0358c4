// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archivediff.h"

#include "app/archive/changenotes.h"
#include "app/archive/entrypath.h"
#include "app/core/format.h"
#include "app/core/words.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Type = ArchiveEntry::Type;

/// \a path with every version number, or every number in it, as "#".
QString withoutVersions(const QString &path, bool wholeVersions)
{
    QString text;
    for (const QChar c : path) {
        const bool isDigit = c >= u'0' && c <= u'9';
        if (!isDigit) {
            text += c;
            continue;
        }
        if (wholeVersions && text.endsWith("#."_L1))
            text.chop(1);
        else if (!text.endsWith(u'#'))
            text += u'#';
    }
    return text;
}

/// The entries of one archive by where they come to lie, without folders that say nothing.
class Side
{
public:
    explicit Side(const QList<ArchiveEntry> &all)
        : entries(all)
    {
        m_paths.reserve(all.size());
        for (const ArchiveEntry &entry : all)
            m_paths.append(placedParts(entry.path).join(u'/'));
        findTop();
    }

    /// Cuts the top folder off and keeps the last entry of each path.
    void place(bool belowTop)
    {
        if (!belowTop)
            top.clear();
        if (!top.isEmpty()) {
            for (QString &path : m_paths)
                path = path.size() <= top.size() ? QString() : path.sliced(top.size() + 1);
        }
        byPath.reserve(entries.size());
        for (int i = 0; i < entries.size(); ++i)
            if (!m_paths[i].isEmpty())
                byPath.insert(m_paths[i], i);
        isUsed.fill(false, entries.size());
        for (int i = 0; i < entries.size(); ++i)
            isUsed[i] = byPath.value(m_paths[i], -1) != i;
    }

    const QString &path(int entry) const { return m_paths[entry]; }
    bool isFolder(int entry) const { return entries[entry].type == Type::Directory; }
    bool holdsFolder(const QString &name) const
    {
        return std::ranges::any_of(m_paths, [&](const QString &path) { return path.startsWith(name + u'/'); });
    }

    /// The content of a file, or of what a hard link is another name of.
    const ArchiveEntry &content(int entry) const
    {
        constexpr int mostHops = 8;
        int at = entry;
        for (int hop = 0; hop < mostHops && entries[at].type == Type::HardLink; ++hop) {
            QString target = placedParts(entries[at].link).join(u'/');
            if (!top.isEmpty() && target.startsWith(top + u'/'))
                target = target.sliced(top.size() + 1);
            const int next = byPath.value(target, -1);
            if (next < 0)
                break;
            at = next;
        }
        return entries[at];
    }

    const QList<ArchiveEntry> &entries;
    QString top; ///< the folder that everything lies in; empty: none
    QHash<QString, int> byPath;
    QList<bool> isUsed; ///< has found its counterpart, or has no say

private:
    void findTop()
    {
        for (int i = 0; i < m_paths.size(); ++i) {
            const QString &path = m_paths[i];
            if (path.isEmpty())
                continue;
            const qsizetype slash = path.indexOf(u'/');
            if (slash < 0 && !isFolder(i))
                return top.clear();
            const QStringView first = slash < 0 ? QStringView(path) : QStringView(path).first(slash);
            if (top.isEmpty())
                top = first.toString();
            else if (first != top)
                return top.clear();
        }
    }

    QStringList m_paths;
};

/// What all binaries of an archive ask for.
struct Needs
{
    explicit Needs(const QList<ArchiveEntry> &entries)
    {
        for (const ArchiveEntry &entry : entries) {
            const BinaryFacts *facts = entry.binary();
            if (!facts)
                continue;
            glibc = higherVersion(glibc, neededGlibc(*facts));
            bundledGlibc = higherVersion(bundledGlibc, definedGlibc(*facts));
            minOs = higherVersion(minOs, minimumOs(*facts));
            for (const QString &library : neededLibraries(*facts))
                byLibrary[library].append(fileNameOf(entry.path));
        }
    }

    QStringList without(const Needs &other) const
    {
        QStringList names;
        for (auto it = byLibrary.begin(); it != byLibrary.end(); ++it)
            if (!other.byLibrary.contains(it.key()))
                names.append(it.key());
        names.sort();
        return names;
    }

    QString glibc;
    QString bundledGlibc;
    QString minOs;
    QHash<QString, QStringList> byLibrary; ///< name → files that need it
};

class Comparison
{
public:
    Comparison(const Inspection &before, const Inspection &after, ArchiveDiff &diff)
        : m_before(before.contents)
        , m_after(after.contents)
        , m_old(m_before.entries)
        , m_new(m_after.entries)
        , m_oldNeeds(m_before.entries)
        , m_newNeeds(m_after.entries)
        , m_diff(diff)
    {
    }

    void run()
    {
        // Where only one of them has a top folder, it may be one of the folders that the other has at its top.
        m_old.place(!m_new.top.isEmpty() || !m_new.holdsFolder(m_old.top));
        m_new.place(!m_old.top.isEmpty() || !m_old.holdsFolder(m_new.top));
        matchPaths();
        matchContents();
        matchVersions(false);
        matchVersions(true);
        addTheRest();
        sortChanges();
        sumUp();
    }

private:
    void matchPaths()
    {
        for (int i = 0; i < m_new.entries.size(); ++i) {
            const int old = m_new.isUsed[i] ? -1 : m_old.byPath.value(m_new.path(i), -1);
            if (old >= 0 && m_old.isFolder(old) == m_new.isFolder(i))
                addPair(old, i, EntryChange::Kind::Changed);
        }
    }

    /// Content that moved; among several copies one of the same name.
    void matchContents()
    {
        const auto key = [](const Side &side, int entry, bool withName) {
            const ArchiveEntry &file = side.entries[entry];
            if (file.type != Type::File || file.size == 0)
                return QString();
            return QString::fromLatin1(file.sha256) + (withName ? fileNameOf(side.path(entry)) : QString());
        };
        for (const bool withName : {true, false})
            match(EntryChange::Kind::Renamed, [&](const Side &side, int entry) { return key(side, entry, withName); });
    }

    void matchVersions(bool wholeVersions)
    {
        match(EntryChange::Kind::Changed, [&](const Side &side, int entry) {
            if (side.isFolder(entry))
                return QString();
            const QString key = withoutVersions(side.path(entry), wholeVersions);
            return key.contains(u'#') ? typeName(side.entries[entry].type) + u' ' + key : QString();
        });
    }

    /// Pairs what is left over and has the same key, in order; an empty key has no counterpart.
    template <typename KeyOf>
    void match(EntryChange::Kind kind, const KeyOf &keyOf)
    {
        QHash<QString, QList<int>> left; // last first
        for (int i = int(m_old.entries.size()) - 1; i >= 0; --i) {
            const QString key = m_old.isUsed[i] ? QString() : keyOf(m_old, i);
            if (!key.isEmpty())
                left[key].append(i);
        }
        for (int i = 0; i < m_new.entries.size() && !left.isEmpty(); ++i) {
            const QString key = m_new.isUsed[i] ? QString() : keyOf(m_new, i);
            const auto found = key.isEmpty() ? left.end() : left.find(key);
            if (found != left.end() && !found->isEmpty())
                addPair(found->takeLast(), i, kind);
        }
    }

    void addPair(int old, int now, EntryChange::Kind kind)
    {
        m_old.isUsed[old] = m_new.isUsed[now] = true;
        const ArchiveEntry &before = m_old.entries[old];
        const ArchiveEntry &after = m_new.entries[now];
        EntryChange change = changeOf(old, now);
        const ChangeNotes notes = noteChanges(before, after);
        change.contentChanged = hasOtherContent(old, now);
        change.notes = notes.notes;
        change.warnings = notes.warnings;
        change.kind = kind;
        if (m_old.path(old) != m_new.path(now)) {
            change.oldPath = m_old.path(old);
            change.notes.prepend(Words::tr("was %1").arg(change.oldPath));
        } else if (!change.contentChanged && notes.notes.isEmpty()) {
            if (m_new.isFolder(now))
                return;
            change.kind = EntryChange::Kind::Same;
        }
        m_newScripts += libraryPathsSet(after).size() > libraryPathsSet(before).size();
        m_lostStart += (before.mode & 0111) != 0 && (after.mode & 0111) == 0 && after.type == Type::File;
        m_diff.changes.append(change);
    }

    bool hasOtherContent(int old, int now) const
    {
        const ArchiveEntry &before = m_old.content(old);
        const ArchiveEntry &after = m_new.content(now);
        if (before.type != after.type)
            return true;
        if (after.type == Type::File)
            return after.sha256.isEmpty() || before.sha256 != after.sha256;
        return before.link != after.link;
    }

    EntryChange changeOf(int old, int now) const
    {
        EntryChange change{.path = now >= 0 ? m_new.path(now) : m_old.path(old), .oldEntry = old, .newEntry = now};
        if (old >= 0) {
            change.oldSize = m_old.entries[old].size;
            change.oldMode = m_old.entries[old].mode;
        }
        if (now >= 0) {
            change.newSize = m_new.entries[now].size;
            change.newMode = m_new.entries[now].mode;
        }
        return change;
    }

    void addTheRest()
    {
        for (int i = 0; i < m_new.entries.size(); ++i)
            if (!m_new.isUsed[i] && !m_new.isFolder(i))
                addNew(i);
        QSet<QString> offered;
        for (int i = 0; i < m_new.entries.size(); ++i)
            offered.insert(fileNameOf(m_new.path(i)));
        for (int i = 0; i < m_old.entries.size(); ++i)
            if (!m_old.isUsed[i] && !m_old.isFolder(i))
                addGone(i, offered);
    }

    void addNew(int now)
    {
        EntryChange change = changeOf(-1, now);
        const ArchiveEntry &entry = m_new.entries[now];
        change.kind = EntryChange::Kind::Added;
        change.contentChanged = true;
        const QStringList users = usersOf(change.path, entry);
        if (!users.isEmpty())
            change.notes.append(Words::tr("new; needed by %1").arg(listed(users)));
        const QStringList set = libraryPathsSet(entry);
        for (const QString &name : set)
            change.warnings.append(Words::tr("sets %1").arg(name));
        change.notes += change.warnings;
        m_newScripts += !set.isEmpty();
        m_diff.changes.append(change);
    }

    QStringList usersOf(const QString &path, const ArchiveEntry &entry) const
    {
        const QString name = fileNameOf(path);
        QStringList users = m_newNeeds.byLibrary.value(name);
        if (users.isEmpty())
            users = m_newNeeds.byLibrary.value(name.toLower()); // as Windows finds it
        if (users.isEmpty() && entry.binary() && entry.binary()->elf())
            users = m_newNeeds.byLibrary.value(entry.binary()->elf()->soname);
        return users;
    }

    void addGone(int old, const QSet<QString> &offered)
    {
        EntryChange change = changeOf(old, -1);
        change.kind = EntryChange::Kind::Removed;
        change.contentChanged = true;
        const QString name = fileNameOf(change.path);
        const QStringList users = offered.contains(name) ? QStringList() : m_newNeeds.byLibrary.value(name);
        if (!users.isEmpty()) {
            change.notes.append(Words::tr("gone; still needed by %1").arg(listed(users)));
            change.warnings = change.notes;
        }
        m_diff.changes.append(change);
    }

    void sortChanges()
    {
        std::ranges::sort(m_diff.changes, {}, [](const EntryChange &change) {
            return std::pair(change.kind, change.newEntry >= 0 ? change.newEntry : change.oldEntry);
        });
    }

    void sumUp()
    {
        m_diff.oldName = fileNameOf(m_before.fileName);
        m_diff.newName = fileNameOf(m_after.fileName);
        m_diff.oldBytes = m_before.bytes;
        m_diff.newBytes = m_after.bytes;
        m_diff.oldUnpacked = m_before.unpackedBytes;
        m_diff.newUnpacked = m_after.unpackedBytes;
        m_diff.librariesAdded = m_newNeeds.without(m_oldNeeds);
        m_diff.librariesRemoved = m_oldNeeds.without(m_newNeeds);
        m_diff.oldGlibc = m_oldNeeds.glibc;
        m_diff.newGlibc = m_newNeeds.glibc;
        m_diff.oldMinOs = m_oldNeeds.minOs;
        m_diff.newMinOs = m_newNeeds.minOs;
        for (const ArchiveContents *contents : {&m_before, &m_after})
            if (!contents->isWhole())
                note(Words::tr("%1 was read only up to its damage: what lies behind that is not compared")
                         .arg(fileNameOf(contents->fileName)),
                     true);
        noteGlibc();
        if (m_diff.oldMinOs != m_diff.newMinOs)
            note(Words::tr("macOS needed: %1 → %2").arg(orNone(m_diff.oldMinOs), orNone(m_diff.newMinOs)),
                 higherVersion(m_diff.oldMinOs, m_diff.newMinOs) == m_diff.newMinOs);
        if (m_newScripts > 0)
            note(counted(m_newScripts, Words::tr("1 launcher now sets the library path"),
                         Words::tr("%1 launchers now set the library path")),
                 true);
        if (m_lostStart > 0)
            note(counted(m_lostStart, Words::tr("1 file lost the executable bit"),
                         Words::tr("%1 files lost the executable bit")),
                 true);
        if (m_before.format != m_after.format)
            note(Words::tr("format: %1 → %2").arg(m_before.format, m_after.format));
        noteTop();
    }

    /// Where the archive brings a newer one along, the system's does not matter.
    void noteGlibc()
    {
        const QString &before = m_diff.oldGlibc;
        const QString &after = m_diff.newGlibc;
        if (before == after)
            return;
        const QString bundled = m_newNeeds.bundledGlibc;
        const QString text = Words::tr("glibc needed: %1 → %2").arg(orNone(before), orNone(after));
        const bool isCovered = !bundled.isEmpty() && higherVersion(after, bundled) == bundled;
        note(bundled.isEmpty() ? text : Words::tr("%1 (%2 is bundled)").arg(text, bundled),
             !isCovered && higherVersion(before, after) == after);
    }

    void noteTop()
    {
        const QString &before = m_old.top;
        const QString &after = m_new.top;
        if (before != after)
            note(Words::tr("top folder: %1 → %2").arg(orNone(before), orNone(after)),
                 before.isEmpty() != after.isEmpty());
    }

    static QString orNone(const QString &text) { return text.isEmpty() ? Words::tr("none") : text; }

    void note(const QString &text, bool isWarning = false)
    {
        m_diff.notes.append(text);
        if (isWarning)
            m_diff.warnings.append(text);
    }

    const ArchiveContents &m_before;
    const ArchiveContents &m_after;
    Side m_old;
    Side m_new;
    Needs m_oldNeeds;
    Needs m_newNeeds;
    ArchiveDiff &m_diff;
    int m_newScripts = 0; ///< that set a library path, and did not
    int m_lostStart = 0;
};

} // namespace

int ArchiveDiff::count(EntryChange::Kind kind) const
{
    return int(std::ranges::count(changes, kind, &EntryChange::kind));
}

bool ArchiveDiff::isIdentical() const
{
    return std::ranges::all_of(changes,
                               [](const EntryChange &change) { return change.kind == EntryChange::Kind::Same; });
}

ArchiveDiff diffArchives(const Inspection &before, const Inspection &after)
{
    ArchiveDiff diff;
    Comparison(before, after, diff).run();
    return diff;
}

} // namespace unmoor
