// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/archivefile.h"

#include "app/core/glob.h"
#include "app/core/privatefile.h"
#include "app/core/words.h"
#include "app/project/checkoutfile.h"
#include "app/release/companionfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool looksLikeArchive(const QString &fileName)
{
    static const QRegularExpression suffix(uR"(\.(tar(\.\w+)?|tgz|txz|tzst|zip)$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return suffix.match(fileName).hasMatch();
}

QStringList filesBelow(const QString &directory)
{
    QStringList files;
    // Hidden ones count, and links that lead nowhere are files of QDir::System.
    QDirIterator it(directory, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (it.hasNext() && files.size() < 1000)
        files.append(it.next());
    files.sort();
    return files;
}

QString namesOf(const QStringList &files)
{
    QStringList names;
    for (const QString &file : files.first(qMin<qsizetype>(files.size(), 5)))
        names.append(QFileInfo(file).fileName());
    if (files.size() > names.size())
        names.append(Words::tr("%1 more").arg(files.size() - names.size()));
    return names.join(u", "_s);
}

std::unexpected<Error> noSuchFile(const QFileInfo &output, const QString &name, const QStringList &files)
{
    if (output.isDir() && QFileInfo(QDir(output.filePath()).filePath(name)).isDir())
        return failure(Error::Kind::Failed,
                       Words::tr("%1 is a folder of the output, but a release ships files. Let the flake pack it, and "
                                 "name the archive in unmoor.toml.")
                           .arg(name));
    return failure(
        Error::Kind::Failed,
        Words::tr("The output has no file %1; it holds: %2. Change `archive` of this target in unmoor.toml, or "
                  "the name that the flake writes.")
            .arg(name, files.isEmpty() ? Words::tr("no file at all") : namesOf(files)));
}

/// \a file, where it can be shipped.
Result<QString> shippable(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return failure(Error::Kind::Failed,
                       Words::tr("%1 of the output is a link to %2, which is not there. Copy the file (cp -L) in "
                                 "installPhase.")
                           .arg(info.fileName(), info.symLinkTarget()));
    if (info.size() == 0)
        return failure(Error::Kind::Failed,
                       Words::tr("%1 of the output is empty: there is nothing to ship. Look at the step of the flake "
                                 "that writes it.")
                           .arg(info.fileName()));
    return file;
}

} // namespace

Result<QString> findArchive(const QString &storePath, const QString &name, const QStringList &others)
{
    const QFileInfo output(storePath);
    if (!output.exists())
        return failure(Error::Kind::NotFound,
                       Words::tr("The built output %1 is not there any more. Build the target again.").arg(storePath));
    const QStringList files = output.isDir() ? filesBelow(storePath) : QStringList{storePath};
    const auto isShippedElsewhere = [&others](const QString &fileName) {
        return std::ranges::any_of(others, [&](const QString &other) { return Glob(other).matches(fileName); });
    };
    const Glob pattern(name);
    QStringList matches;
    QStringList archives;
    for (const QString &file : files) {
        const QString fileName = QFileInfo(file).fileName();
        const bool isMatch = pattern.matches(fileName) || (!output.isDir() && fileName.endsWith(u'-' + name));
        if (isMatch)
            matches.append(file);
        if (isMatch ? looksLikeArchive(fileName) : looksLikeArchive(fileName) && !isShippedElsewhere(fileName))
            archives.append(file);
    }
    if (matches.isEmpty())
        return noSuchFile(output, name, files);
    if (matches.size() > 1 || (archives.size() > 1 && looksLikeArchive(name)))
        return failure(
            Error::Kind::Failed,
            Words::tr(
                "The output holds %1 archives (%2), and a target has exactly one. Name the others in unmoor.toml, "
                "too, or give each an output of its own in the flake.")
                .arg(qMax(matches.size(), archives.size()))
                .arg(namesOf(archives.size() > 1 ? archives : matches)));
    return shippable(matches.first());
}

Result<QString> madeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return failure(Error::Kind::Io,
                       Words::tr("Could not make the folder %1. Make its parent writable, or name another folder with "
                                 "--state-dir.")
                           .arg(folder));
    return folder;
}

Result<QString> keepCopy(const QString &file, const QString &directory, const QString &name)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return failure(source.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                       Words::tr("Could not read %1: %2.").arg(file, source.errorString()));
    const QString path = QDir(directory).filePath(name);
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(file).canonicalFilePath())
        return path;
    QSaveFile copy(path);
    bool written = QDir().mkpath(directory) && openPrivate(copy, QIODevice::WriteOnly);
    while (written && !source.atEnd()) {
        const QByteArray block = source.read(1 << 20);
        written = !block.isEmpty() && copy.write(block) == block.size();
    }
    if (!written || !copy.commit())
        return failure(Error::Kind::Io,
                       Words::tr("Could not copy %1 to %2: %3. Is the disk full?").arg(file, path, copy.errorString()));
    return path;
}

QFuture<Result<QString>> keepCheckoutFile(const Project &project, const ManifestTarget &target, const QString &folder,
                                          std::stop_token stop)
{
    const QString name = project.archiveName(target);
    return readCheckoutFile(project.checkout, project.directory, project.fileName(target), std::move(stop))
        .then([folder, name](const Result<QByteArray> &bytes) {
            return bytes
                .and_then([&](const QByteArray &content) {
                    return writeCompanion(folder, {.name = name, .target = {}, .bytes = content});
                })
                .transform([&] { return QDir(folder).filePath(name); });
        });
}

} // namespace unmoor
