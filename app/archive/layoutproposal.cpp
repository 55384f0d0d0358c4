// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/layoutproposal.h"

#include "app/archive/filekind.h"
#include "app/archive/placedentry.h"
#include "app/binary/filenames.h"
#include "app/core/glob.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype manyOfAKind = 5; ///< files of one kind in one folder: one line from here on
constexpr qsizetype mostLinesOfAFolder = 12; ///< beyond these a folder of the top becomes one line
constexpr qsizetype mostLines = 200;
constexpr qint64 mostComparisons = 5'000'000;

bool isGlob(const QString &path)
{
    return path.contains(u'*') || path.contains(u'?');
}

/// \a version as "*" wherever it stands as a number of its own: not the 1.2 of 11.2.
QString withoutVersion(QString text, const QString &version)
{
    if (version.isEmpty())
        return text;
    const QRegularExpression whole(u"(?<![0-9.])%1(?![0-9])"_s.arg(QRegularExpression::escape(version)));
    return text.replace(whole, u"*"_s);
}

/// One file or link that the layout is to ask for.
struct Wanted
{
    QString folder; ///< below the root; empty: the root
    QString name;
    bool isExecutable = false;
    bool isLibrary = false;

    QString path() const { return folder.isEmpty() ? name : folder + u'/' + name; }
};

class Proposal
{
public:
    Proposal(const ArchiveContents &contents, const QString &triple, const QString &version)
        : m_triple(triple)
        , m_version(version)
    {
        for (const PlacedEntry &placed : placeEntries(contents.entries))
            if (!placed.escapes && !placed.isDirectory() && placed.entry->type != ArchiveEntry::Type::Special)
                m_placed.insert(placed.parts.join(u'/'), placed.entry); // the last of duplicates
        findRoot();
    }

    ExpectedLayout run()
    {
        ExpectedLayout layout;
        layout.root = templateOf(m_root);
        gatherFiles();
        foldFullFolders();
        joinByKind();
        for (const ExpectedFile &line : std::as_const(m_lines))
            layout.files.append(line);
        limitLines(layout);
        dropModesThatDoNotHold(layout);
        return layout;
    }

private:
    /// The folder that everything lies in.
    void findRoot()
    {
        for (auto it = m_placed.begin(); it != m_placed.end(); ++it) {
            const qsizetype slash = it.key().indexOf(u'/');
            const QString first = slash < 0 ? QString() : it.key().first(slash);
            if (it == m_placed.begin())
                m_root = first;
            if (first != m_root)
                m_root.clear();
            if (m_root.isEmpty())
                return;
        }
    }

    /// A root is no glob: it takes the release's own values.
    QString templateOf(QString root) const
    {
        if (!m_triple.isEmpty())
            root.replace(m_triple, u"{triple}"_s);
        if (!m_version.isEmpty())
            root.replace(m_version, u"{version}"_s);
        return root;
    }

    void gatherFiles()
    {
        for (auto it = m_placed.begin(); it != m_placed.end(); ++it) {
            const QString path = m_root.isEmpty() ? it.key() : it.key().sliced(m_root.size() + 1);
            const qsizetype slash = path.lastIndexOf(u'/');
            Wanted wanted{.folder = slash < 0 ? QString() : path.first(slash), .name = path.sliced(slash + 1)};
            wanted.isLibrary = !libraryStem(wanted.name).isEmpty();
            wanted.isExecutable = !wanted.isLibrary && isExecutable(*it.value());
            m_files.append(wanted);
            if (wanted.isExecutable)
                m_executables.insert(path);
            m_paths.append(path);
        }
    }

    static bool isExecutable(const ArchiveEntry &entry)
    {
        // Where a link leads is judged through the file that it leads to.
        return entry.type == ArchiveEntry::Type::File && (entry.mode & 0100) != 0
            && (entry.binary() ? entry.binary()->isProgram() : fileKind(entry) != FileKind::Document);
    }

    /// Folders of the top with so much in them that nobody wants to read it: "share/**".
    void foldFullFolders()
    {
        QMap<QString, QSet<QString>> kinds;
        const auto top = [](const Wanted &file) { return file.folder.section(u'/', 0, 0); };
        for (const Wanted &file : std::as_const(m_files))
            if (QSet<QString> &known = kinds[top(file)]; known.size() <= mostLinesOfAFolder)
                known.insert(kindKey(file));
        m_files.removeIf([&](const Wanted &file) {
            const QString folder = top(file);
            if (folder.isEmpty() || kinds[folder].size() <= mostLinesOfAFolder)
                return false;
            addLine(pattern(folder) + u"/**"_s, false);
            return true;
        });
    }

    static QString suffixOf(const QString &name)
    {
        const qsizetype dot = name.lastIndexOf(u'.');
        return dot <= 0 ? QString() : name.sliced(dot);
    }

    /// What makes files of one kind: their folder, and how they end.
    static QString kindKey(const Wanted &file)
    {
        const QString kind = file.isLibrary ? u"*"_s + librarySuffix(file.name) : u"*"_s + suffixOf(file.name);
        return file.folder.isEmpty() ? kind : file.folder + u'/' + kind;
    }

    static QString librarySuffix(const QString &name)
    {
        const QString stem = libraryStem(name);
        return stem.endsWith(".so"_L1) ? u".so*"_s : suffixOf(name);
    }

    void joinByKind()
    {
        QMap<QString, QList<Wanted>> kinds;
        for (const Wanted &file : std::as_const(m_files))
            kinds[kindKey(file)].append(file);
        for (auto it = kinds.begin(); it != kinds.end(); ++it) {
            QSet<QString> lines; // the names of one library are one line anyway
            for (const Wanted &file : std::as_const(*it))
                lines.insert(lineOf(file));
            const bool isAnything = it.key().endsWith("*"_L1) && !it.key().endsWith(".so*"_L1);
            // "*" alone in the root would ask for nothing.
            const bool joins = lines.size() >= manyOfAKind && !(isAnything && !it.key().contains(u'/'));
            if (joins) {
                const Wanted &file = it->first();
                const QString name = it.key().sliced(it.key().lastIndexOf(u'/') + 1);
                addLine(pattern(file.folder.isEmpty() ? QString() : file.folder + u'/') + name,
                        std::ranges::all_of(*it, &Wanted::isExecutable));
                continue;
            }
            for (const Wanted &file : std::as_const(*it))
                addLine(lineOf(file), file.isExecutable);
        }
    }

    QString lineOf(const Wanted &file) const
    {
        if (!file.isLibrary)
            return pattern(file.path());
        const QString stem = libraryStem(file.name);
        const QString folder = file.folder.isEmpty() ? QString() : pattern(file.folder + u'/');
        if (stem.endsWith(".so"_L1))
            return folder + pattern(stem) + u'*';
        const QString suffix = suffixOf(file.name);
        return file.name == stem + suffix && !hasVersions(file) ? folder + pattern(file.name)
                                                                : folder + pattern(stem) + u'*' + suffix;
    }

    /// Whether the same dylib is there under a name with its version, too.
    bool hasVersions(const Wanted &file) const
    {
        const QString start = file.path().chopped(suffixOf(file.name).size()) + u'.';
        const auto next = std::ranges::lower_bound(m_paths, start);
        return next != m_paths.end() && next->startsWith(start) && next->endsWith(".dylib"_L1) && *next != file.path();
    }

    /// Text of a path as a glob: what changes from release to release is "*", and no brace begins a choice.
    QString pattern(QString text) const
    {
        text = withoutVersion(text, m_version);
        text.replace(u'{', u'?').replace(u'}', u'?');
        return m_triple.isEmpty() ? text : text.replace(m_triple, u"{triple}"_s);
    }

    void addLine(const QString &path, bool isExecutable)
    {
        ExpectedFile line{.path = path,
                          .mode = isExecutable ? ExpectedFile::Mode::Executable : ExpectedFile::Mode::Any,
                          .maxCount = isGlob(path) ? -1 : 1};
        const auto known = m_lines.find(path);
        if (known == m_lines.end())
            m_lines.insert(path, line);
        else if (!isExecutable)
            known->mode = ExpectedFile::Mode::Any;
    }

    /// What is too much to list is allowed instead.
    static void limitLines(ExpectedLayout &layout)
    {
        if (layout.files.size() <= mostLines)
            return;
        layout.files.resize(mostLines);
        layout.allow.append(u"**"_s);
    }

    /// "bin/*" may match more than the programs that it was made from.
    void dropModesThatDoNotHold(ExpectedLayout &layout) const
    {
        const bool isCheap = qint64(layout.files.size()) * m_paths.size() <= mostComparisons;
        for (ExpectedFile &line : layout.files) {
            if (line.mode != ExpectedFile::Mode::Executable || !isGlob(line.path))
                continue;
            const Glob glob(QString(line.path).replace(u"{triple}"_s, m_triple));
            const bool holds = isCheap && std::ranges::none_of(m_paths, [&](const QString &path) {
                                   return !m_executables.contains(path) && glob.matches(path);
                               });
            if (!holds)
                line.mode = ExpectedFile::Mode::Any;
        }
    }

    QString m_triple;
    QString m_version;
    QString m_root;
    QMap<QString, const ArchiveEntry *> m_placed;
    QStringList m_paths; ///< below the root, sorted
    QSet<QString> m_executables;
    QList<Wanted> m_files;
    QMap<QString, ExpectedFile> m_lines; ///< by path, so that the same archive gives the same proposal
};

/// A TOML basic string.
QString quoted(const QString &text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c < u' ' || c == QChar(0x7f))
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

QString countText(const ExpectedFile &file)
{
    if (file.maxCount < 0)
        return u"%1+"_s.arg(file.minCount);
    return file.minCount == file.maxCount ? QString::number(file.minCount)
                                          : u"%1-%2"_s.arg(file.minCount).arg(file.maxCount);
}

QString fileToToml(const ExpectedFile &file)
{
    QString text = u"  { path = "_s + quoted(file.path);
    if (file.mode == ExpectedFile::Mode::Executable)
        text += u", mode = \"executable\""_s;
    if (file.minCount != 1 || file.maxCount != 1)
        text += u", count = "_s + quoted(countText(file));
    return text + u" },\n"_s;
}

} // namespace

ExpectedLayout proposeLayout(const ArchiveContents &contents, const QString &triple, const QString &version)
{
    return Proposal(contents, triple, version).run();
}

QString layoutToToml(const ExpectedLayout &layout, const QString &name)
{
    static const QRegularExpression bare(uR"(\A[A-Za-z0-9_-]+\z)"_s);
    QString text = u"[layout.%1]\nroot = %2\nfile = [\n"_s.arg(bare.match(name).hasMatch() ? name : quoted(name),
                                                               quoted(layout.root));
    for (const ExpectedFile &file : layout.files)
        text += fileToToml(file);
    text += u"]\n"_s;
    QStringList allowed;
    for (const QString &glob : layout.allow)
        allowed.append(quoted(glob));
    if (!allowed.isEmpty())
        text += u"allow = [%1]\n"_s.arg(allowed.join(u", "_s));
    return text;
}

} // namespace unmoor
