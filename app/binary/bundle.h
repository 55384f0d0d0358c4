// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/binaryfacts.h"
#include "app/binary/contentkind.h"

#include <QHash>
#include <memory>

namespace unmoor {

/// A file of an archive, as a loader on the user's machine would find it after extraction.
struct BundledFile
{
    QString path; ///< where it comes to lie: "main-x86_64/lib/libfoo.so.1", no "." and ".." in it
    quint32 mode = 0;
    QString target; ///< of a symbolic or hard link: the path that it leads to, in the archive; empty: a file
    QByteArray sha256; ///< of the content, 64 hex digits; may be empty
    std::shared_ptr<const BinaryFacts> binary; ///< null: no binary
    QByteArray text; ///< first bytes of a text file; scripts are read as data
    ContentKind contentKind = ContentKind::Unread;
    QString wrappedProgram; ///< the file of /nix/store that it starts, where it is a wrapper of nixpkgs
    bool isCompiledWrapper = false; ///< it says of itself that it is one
    bool isNamedProgram = false; ///< the layout says that users start it

    /// Whether it is known to be no program or library.
    bool isNoBinary() const { return !binary && (!text.isEmpty() || contentKind != ContentKind::Unread); }
    bool operator==(const BundledFile &) const = default;
};

/// The files of an archive by place, links followed as the system would follow them.
class Bundle
{
public:
    /// The names in one folder, and what lies behind each. A link that leads nowhere has no entry.
    using Folder = QHash<QString, const BundledFile *>;

    /// \a files outlive the bundle. Of two files of one path, the later one counts, as extraction keeps it.
    explicit Bundle(const QList<BundledFile> &files);

    /// Without links, and without what a later file of the same path replaces.
    const QList<const BundledFile *> &files() const { return m_files; }
    /// The file at \a path; null where nothing lies there.
    const BundledFile *file(const QString &path) const;
    /// The folder at \a path ("" is the top); null where the archive has none.
    const Folder *folder(const QString &path) const;
    /// Files that are called \a name, or that a link of that name leads to.
    QList<const BundledFile *> named(const QString &name) const { return m_byName.value(name); }
    /// The names that links give to \a file.
    QStringList linkNames(const BundledFile *file) const { return m_linkNames.value(file); }

private:
    QString behindLinks(const QString &path) const;
    void place(const QString &path, const BundledFile *file);

    QList<const BundledFile *> m_files;
    QHash<QString, QString> m_links;
    QHash<QString, Folder> m_folders;
    QHash<QString, QList<const BundledFile *>> m_byName;
    QHash<const BundledFile *, QStringList> m_linkNames;
};

QString folderOf(const QString &path);
QString nameOf(const QString &path);

/// \a relative as seen from \a folder of the archive; nullopt where it leads out of the archive.
std::optional<QString> joinPath(const QString &folder, QStringView relative);

/// How \a folder gets to \a path: "../lib"; "" for the same folder.
QString relativeTo(const QString &folder, const QString &path);

/// A folder in which a loader looks.
struct SearchFolder
{
    enum class Kind {
        InArchive,
        Outside, ///< relative to a file of the archive, but beside the archive
        CurrentFolder, ///< relative to where the user stands
        Store, ///< below /nix/store
        System, ///< where every system has its libraries
        Absolute, ///< any other absolute path
        Unknown, ///< depends on what only the running machine knows
    };

    Kind kind = Kind::Unknown;
    QString stored; ///< as the file or script says it
    QString path; ///< InArchive: where it leads; CurrentFolder: what follows the current folder
    QString via; ///< in words: "RUNPATH $ORIGIN/lib"
    const Bundle::Folder *files = nullptr; ///< null where the archive has no such folder

    QString shown() const; ///< as it expands, for people
    /// Where the loader would find \a name: for CurrentFolder when the user stands in a folder above \a asker.
    const BundledFile *find(const QString &name, const Bundle &bundle, const QString &asker) const;
};

} // namespace unmoor
