// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/archivefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ArchiveFile", text);
}

bool looksLikeArchive(const QString &fileName)
{
    static const QRegularExpression suffix(uR"(\.(tar(\.\w+)?|tgz|txz|tzst|zip)$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return suffix.match(fileName).hasMatch();
}

QStringList filesBelow(const QString &directory)
{
    QStringList files;
    QDirIterator it(directory, QDir::Files, QDirIterator::Subdirectories);
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
        names.append(tr("%1 more").arg(files.size() - names.size()));
    return names.join(u", "_s);
}

} // namespace

Result<QString> findArchive(const QString &storePath, const QString &name)
{
    const QFileInfo output(storePath);
    if (!output.exists())
        return failure(Error::Kind::NotFound,
                       tr("The built output %1 is not there any more. Build the target again.").arg(storePath));
    const QStringList files = output.isDir() ? filesBelow(storePath) : QStringList{storePath};
    const QRegularExpression pattern = QRegularExpression::fromWildcard(name, Qt::CaseSensitive);
    QStringList matches;
    QStringList archives;
    for (const QString &file : files) {
        const QString fileName = QFileInfo(file).fileName();
        if (pattern.match(fileName).hasMatch() || (!output.isDir() && fileName.endsWith(u'-' + name)))
            matches.append(file);
        if (looksLikeArchive(fileName))
            archives.append(file);
    }
    if (matches.isEmpty())
        return failure(Error::Kind::Failed,
                       tr("The output has no file %1; it holds: %2. Change `archive` of this target in unmoor.toml, or "
                          "the name that the flake writes.")
                           .arg(name, files.isEmpty() ? tr("nothing") : namesOf(files)));
    if (matches.size() > 1 || archives.size() > 1)
        return failure(
            Error::Kind::Failed,
            tr("The output holds %1 archives (%2), and a target has exactly one. Give each archive an output "
               "of its own in the flake.")
                .arg(qMax(matches.size(), archives.size()))
                .arg(namesOf(archives.size() > 1 ? archives : matches)));
    return matches.first();
}

Result<QString> keepCopy(const QString &file, const QString &directory, const QString &name)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return failure(source.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                       tr("Could not read %1: %2.").arg(file, source.errorString()));
    const QString path = QDir(directory).filePath(name);
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(file).canonicalFilePath())
        return path;
    QSaveFile copy(path);
    bool written = QDir().mkpath(directory) && copy.open(QIODevice::WriteOnly);
    while (written && !source.atEnd()) {
        const QByteArray block = source.read(1 << 20);
        written = !block.isEmpty() && copy.write(block) == block.size();
    }
    if (!written || !copy.commit())
        return failure(Error::Kind::Io,
                       tr("Could not copy %1 to %2: %3. Is the disk full?").arg(file, path, copy.errorString()));
    return path;
}

} // namespace unmoor
