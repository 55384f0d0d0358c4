// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/packedartifact.h"

#include "app/core/format.h"
#include "app/core/glob.h"
#include "app/core/words.h"

#include <KZip>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostZipFiles = 10'000;
constexpr int deepestFolder = 32;
constexpr qint64 largestMember = 64LL << 30; // bytes; GitHub's own limit is below
// What a release packs is packed already, or programs. Deflate makes up to 1,032 times as much of zeros.
constexpr qint64 harmlessMember = 64LL << 20; // bytes
constexpr qint64 mostExpansion = 100; // times the artifact
constexpr qint64 pieceSize = 1 << 20;

/// A file in a ZIP, by its path.
struct ZipMember
{
    QString path;
    const KArchiveFile *file = nullptr;
};

void listFiles(const KArchiveDirectory &directory, const QString &above, int depth, QList<ZipMember> &files)
{
    for (const QString &name : directory.entries()) {
        const KArchiveEntry *entry = directory.entry(name);
        if (files.size() >= mostZipFiles || depth > deepestFolder)
            return;
        if (entry->isDirectory())
            listFiles(static_cast<const KArchiveDirectory &>(*entry), above + name + u'/', depth + 1, files);
        else if (entry->symLinkTarget().isEmpty())
            files.append({above + name, static_cast<const KArchiveFile *>(entry)});
    }
}

bool isWanted(const QString &path, const QString &member)
{
    const Glob glob(member);
    return glob.matches(path) || (!member.contains(u'/') && glob.matches(path.section(u'/', -1)));
}

QString pathIn(const QString &folder, const QString &name)
{
    return QDir(folder).filePath(name.section(u'/', -1));
}

Result<QString> copied(QIODevice &from, qint64 size, const QString &to, const std::stop_token &stop)
{
    QSaveFile file(to);
    const auto unwritable = [&file] {
        return failure(Error::Kind::Io,
                       Words::tr("Could not write %1: %2. Is the disk full, or the folder read-only?")
                           .arg(file.fileName(), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return unwritable();
    qint64 written = 0;
    for (;;) {
        if (stop.stop_requested())
            return failure(Error::Kind::Canceled, Words::tr("Taking the file out of the artifact was canceled."));
        const QByteArray piece = from.read(pieceSize);
        if (piece.isEmpty())
            break;
        written += piece.size();
        if (written > size)
            break;
        if (file.write(piece) != piece.size())
            return unwritable();
    }
    if (written != size)
        return failure(Error::Kind::Corrupt,
                       Words::tr("%1 in the artifact is not of the %2 that it should be. Download it again.")
                           .arg(to.section(u'/', -1), formatBytes(size)));
    if (!file.commit())
        return unwritable();
    return to;
}

Result<QString> takeBare(const PackedArtifact &artifact)
{
    const QString to = pathIn(artifact.folder, artifact.artifactName);
    if (to != artifact.path && (QFile::exists(to) && !QFile::remove(to)))
        return failure(Error::Kind::Io, Words::tr("Could not replace %1.").arg(to));
    if (to != artifact.path && !QFile::rename(artifact.path, to))
        return failure(Error::Kind::Io, Words::tr("Could not move %1 to %2.").arg(artifact.path, to));
    return to;
}

bool isZip(const QString &path)
{
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(4) : QByteArray();
    return head == "PK\3\4" || head == "PK\5\6";
}

} // namespace

Result<QString> takeOutOfArtifact(const PackedArtifact &artifact, const std::stop_token &stop)
{
    // A bare file goes by its own name. One that is a ZIP itself, such as an archive for Windows, is not looked into.
    if (isWanted(artifact.artifactName, artifact.member))
        return takeBare(artifact);
    if (!isZip(artifact.path))
        return failure(Error::Kind::NotFound,
                       Words::tr("The artifact %1 is one file of that name, and %2 is wanted. Mend `member` in "
                                 "[target.actions].")
                           .arg(artifact.artifactName, artifact.member));
    KZip zip(artifact.path);
    if (!zip.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Corrupt,
                       Words::tr("The artifact %1 is no whole ZIP: %2. Download it again.")
                           .arg(artifact.artifactName, zip.errorString()));
    QList<ZipMember> files;
    listFiles(*zip.directory(), {}, 0, files);
    std::ranges::sort(files, {}, &ZipMember::path); // KZip gives them in another order each time
    QStringList names;
    QList<ZipMember> wanted;
    for (const ZipMember &file : std::as_const(files)) {
        names += file.path;
        if (isWanted(file.path, artifact.member))
            wanted += file;
    }
    if (wanted.isEmpty())
        return failure(
            Error::Kind::NotFound,
            Words::tr("The artifact %1 has no file %2. It has: %3. Mend `member` in [target.actions].")
                .arg(artifact.artifactName, artifact.member, names.isEmpty() ? Words::tr("nothing") : someOf(names)));
    if (wanted.size() > 1)
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 names several files of the artifact %2: %3 and %4. Mend `member` in "
                                 "[target.actions].")
                           .arg(artifact.member, artifact.artifactName, wanted.at(0).path, wanted.at(1).path));
    const KArchiveFile &file = *wanted.constFirst().file;
    if (file.size() < 0 || file.size() > largestMember)
        return failure(Error::Kind::Corrupt,
                       Words::tr("%1 in the artifact %2 says that it is of %3.")
                           .arg(wanted.constFirst().path, artifact.artifactName, formatBytes(file.size())));
    const qint64 packed = QFileInfo(artifact.path).size();
    if (file.size() > harmlessMember && file.size() / mostExpansion > packed)
        return failure(
            Error::Kind::Corrupt,
            Words::tr("%1 in the artifact %2 would be %3, out of %4: that is no archive of a release, and "
                      "nothing of it was written. Look at what the job keeps.")
                .arg(wanted.constFirst().path, artifact.artifactName, formatBytes(file.size()), formatBytes(packed)));
    const std::unique_ptr<QIODevice> device(file.createDevice());
    if (!device)
        return failure(Error::Kind::Corrupt,
                       Words::tr("%1 in the artifact %2 is packed in a way that cannot be read.")
                           .arg(wanted.constFirst().path, artifact.artifactName));
    return copied(*device, file.size(), pathIn(artifact.folder, wanted.constFirst().path), stop);
}

} // namespace unmoor
