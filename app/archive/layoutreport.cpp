// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/layoutreport.h"

#include "app/archive/entrypath.h"
#include "app/archive/packagingchecks.h"
#include "app/archive/placedentry.h"
#include "app/archive/safety.h"
#include "app/core/glob.h"
#include "app/core/words.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Compares one archive with one layout.
class LayoutCheck
{
public:
    LayoutCheck(const ArchiveContents &contents, const ExpectedLayout &layout, LayoutReport &report)
        : m_contents(contents)
        , m_layout(layout)
        , m_report(report)
        , m_entries(placeEntries(contents.entries))
        , m_root(findRoot(m_entries, layout))
    {
        for (const PlacedEntry &placed : std::as_const(m_entries))
            m_byPath.insert(placed.parts.join(u'/'), placed.entry);
    }

    void run()
    {
        if (!m_root.isExpected)
            add(Severity::Error, u"wrong-top-folder"_s, m_root.folder.join(u'/'), topFolderMessage(), topFolderHint());
        for (const ExpectedFile &file : m_layout.files)
            checkExpected(file);
        for (const QString &pattern : m_layout.allow)
            m_allowed.append(Glob(pattern));
        for (const PlacedEntry &placed : std::as_const(m_entries))
            checkUnexpected(placed);
    }

private:
    void add(Severity severity, const QString &code, const QString &path, const QString &message, const QString &hint)
    {
        m_report.findings.append({severity, code, path, message, hint});
    }

    /// The path below the root; empty for what does not lie in it.
    QString inRoot(const PlacedEntry &placed) const
    {
        const QStringList &folder = m_root.folder;
        const bool inside =
            placed.parts.size() > folder.size() && std::equal(folder.begin(), folder.end(), placed.parts.begin());
        return inside ? placed.parts.mid(folder.size()).join(u'/') : QString();
    }

    QString withRoot(const QString &path) const { return m_layout.root.isEmpty() ? path : m_layout.root + u'/' + path; }

    void checkExpected(const ExpectedFile &file)
    {
        const Glob glob(file.path);
        m_expected.append(glob);
        QHash<QString, const ArchiveEntry *> matches; // the last of duplicates, as extraction has it
        bool folderOfThatName = false;
        for (const PlacedEntry &placed : std::as_const(m_entries)) {
            const QString path = inRoot(placed);
            if (path.isEmpty() || !glob.matches(path))
                continue;
            if (placed.isDirectory())
                folderOfThatName = true;
            else
                matches.insert(path, placed.entry);
        }
        checkCount(file, int(matches.size()), folderOfThatName);
        noteNamed(file, matches);
        if (file.mode == ExpectedFile::Mode::Executable)
            checkExecutable(matches);
    }

    void noteNamed(const ExpectedFile &file, const QHash<QString, const ArchiveEntry *> &matches)
    {
        for (const ArchiveEntry *entry : matches) {
            m_report.named.insert(entry->path);
            const ArchiveEntry *program = behindLinks(entry);
            if (file.mode == ExpectedFile::Mode::Executable && program)
                m_report.programs.insert(program->path);
        }
    }

    void checkCount(const ExpectedFile &file, int count, bool folderOfThatName)
    {
        const QString path = withRoot(file.path);
        if (count < file.minCount && m_contents.isWhole()) {
            m_report.missing.append(path);
            add(Severity::Error, u"missing-entry"_s, path, missingMessage(file, count, folderOfThatName),
                Words::tr(
                    "Let installPhase put it there (install -D … \"$out\"/…) before the archive is packed, or take "
                    "it out of the layout in unmoor.toml."));
        }
        if (file.maxCount >= 0 && count > file.maxCount)
            add(Severity::Warning, u"unexpected-entry"_s, path,
                Words::tr("%1 matches %2 files, but at most %3 are expected.")
                    .arg(path, QString::number(count), QString::number(file.maxCount)),
                Words::tr("Leave out the ones too many when packing, or raise \"count\" in the layout, for example to "
                          "\"%1+\".")
                    .arg(std::max(file.minCount, 1)));
    }

    QString missingMessage(const ExpectedFile &file, int count, bool folderOfThatName) const
    {
        const QString path = withRoot(file.path);
        if (count == 0 && folderOfThatName)
            return Words::tr("%1 is a folder, but a file is expected.").arg(path);
        if (file.minCount == 1)
            return Words::tr("%1 is missing.").arg(path);
        return Words::tr("%1 matches %2 files, but at least %3 are expected.")
            .arg(path, QString::number(count), QString::number(file.minCount));
    }

    void checkExecutable(const QHash<QString, const ArchiveEntry *> &matches)
    {
        QStringList paths = matches.keys();
        paths.sort();
        for (const QString &path : std::as_const(paths)) {
            const ArchiveEntry *program = behindLinks(matches.value(path));
            if (!program || program->type != ArchiveEntry::Type::File || (program->mode & 0100) != 0
                || m_notExecutable.contains(program))
                continue;
            m_notExecutable.insert(program);
            add(Severity::Error, u"not-executable"_s, program->path,
                Words::tr("%1 cannot be started: its mode is %2 (%3), without the executable bit.")
                    .arg(program->path, u"%1"_s.arg(program->mode, 4, 8, QLatin1Char('0')), modeText(program->mode)),
                executableHint(program->path));
        }
    }

    QString executableHint(const QString &path) const
    {
        const QString name = path.section(u'/', -1);
        if (m_contents.format == "zip"_L1)
            return Words::tr("Install it with install -m755 %1 in installPhase (or chmod +x), and pack with Info-ZIP's "
                             "zip on Unix, which records modes.")
                .arg(name);
        return Words::tr("Install it with install -m755 %1 in installPhase, or chmod +x it before tar packs it: tar "
                         "keeps the mode that the file has.")
            .arg(name);
    }

    /// What a program's name leads to; null where a link leads to nothing in the archive.
    const ArchiveEntry *behindLinks(const ArchiveEntry *entry) const
    {
        constexpr int mostHops = 8;
        for (int hop = 0; entry && hop < mostHops; ++hop) {
            if (entry->type != ArchiveEntry::Type::Symlink && entry->type != ArchiveEntry::Type::HardLink)
                return entry;
            const std::optional<QStringList> target = linkTarget(*entry);
            entry = target ? m_byPath.value(target->join(u'/')) : nullptr;
        }
        return nullptr;
    }

    void checkUnexpected(const PlacedEntry &placed)
    {
        if (placed.escapes)
            return;
        const QString path = inRoot(placed);
        const auto matches = [&path](const Glob &glob) { return glob.matches(path); };
        if (!path.isEmpty() && (std::ranges::any_of(m_expected, matches) || std::ranges::any_of(m_allowed, matches)))
            return;
        const ArchiveEntry &entry = *placed.entry;
        if (isMacOsLitter(entry))
            return; // a finding of its own
        if (placed.isDirectory()) {
            checkEmptyFolder(placed);
            return;
        }
        if (m_reported.contains(entry.path))
            return;
        m_reported.insert(entry.path);
        add(Severity::Warning, u"unexpected-entry"_s, entry.path,
            Words::tr("%1 is in the archive, but not in the layout.").arg(entry.path),
            Words::tr("Leave it out when packing (tar --exclude), or add it to \"file\" or \"allow\" of the layout in "
                      "unmoor.toml."));
    }

    void checkEmptyFolder(const PlacedEntry &folder)
    {
        // Later entries could lie in it, if only the archive could be read further.
        if (!m_contents.isWhole() || holdsAnything(folder) || folder.parts.size() <= m_root.folder.size())
            return;
        add(Severity::Info, u"unexpected-entry"_s, folder.entry->path,
            Words::tr("The folder %1 is empty.").arg(folder.entry->path),
            Words::tr("Remove it before packing (find \"$out\" -type d -empty -delete), or allow it in the layout."));
    }

    bool holdsAnything(const PlacedEntry &folder)
    {
        if (m_sortedPaths.isEmpty()) {
            m_sortedPaths = m_byPath.keys();
            m_sortedPaths.sort();
        }
        const QString inside = folder.parts.join(u'/') + u'/';
        const auto next = std::ranges::lower_bound(m_sortedPaths, inside);
        return next != m_sortedPaths.end() && next->startsWith(inside);
    }

    QString topFolderMessage() const
    {
        const QString found = m_root.folder.join(u'/');
        if (m_layout.root.isEmpty())
            return Words::tr("The files lie in the folder %1, but the archive should have no top folder.").arg(found);
        if (found.isEmpty())
            return Words::tr("The files lie in no common folder, but the top folder should be %1.").arg(m_layout.root);
        return Words::tr("The top folder is %1, but it should be %2.").arg(found, m_layout.root);
    }

    QString topFolderHint() const
    {
        const QString found = m_root.folder.join(u'/');
        if (m_layout.root.isEmpty())
            return Words::tr(
                       "Pack from inside the folder (cd %1 && zip -r ../archive.zip .), or set root = \"%1\" in the "
                       "layout.")
                .arg(found);
        if (found.isEmpty())
            return Words::tr("Pack with tar --transform 's,^,%1/,', or set root = \"\" in the layout.")
                .arg(m_layout.root);
        return Words::tr("Rename the folder before packing, or pack with tar --transform 's,^%1,%2,', or set root = "
                         "\"%1\" in the layout.")
            .arg(found, m_layout.root);
    }

    const ArchiveContents &m_contents;
    const ExpectedLayout &m_layout;
    LayoutReport &m_report;
    QList<PlacedEntry> m_entries;
    FoundRoot m_root;
    QHash<QString, const ArchiveEntry *> m_byPath;
    QList<Glob> m_expected;
    QList<Glob> m_allowed;
    QSet<const ArchiveEntry *> m_notExecutable;
    QSet<QString> m_reported;
    QStringList m_sortedPaths;
};

} // namespace

LayoutReport checkLayout(const ArchiveContents &contents, const ExpectedLayout *layout)
{
    LayoutReport report;
    report.findings = contents.findings + checkSafety(contents.entries);
    if (layout)
        LayoutCheck(contents, *layout, report).run();
    return report;
}

} // namespace unmoor
