// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/storage.h"

#include "app/core/privatefile.h"
#include "app/core/words.h"
#include "app/ledger/ledger.h"

#include <QDir>
#include <QDirIterator>
#include <QSet>
#include <limits>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The log that a file under logs/ belongs to: an index beside it is named after it.
QString logOf(const QString &path)
{
    const qsizetype end = path.lastIndexOf(u".log"_s);
    return end < 0 ? path : path.first(end + 4);
}

/// log file → when its build began, of every build whose version is published.
Result<QHash<QString, QDateTime>> publishedLogs(const QString &stateDir)
{
    QHash<QString, QDateTime> logs;
    if (!QFileInfo::exists(QDir(stateDir).filePath(u"ledger.sqlite"_s)))
        return logs;
    const auto ledger = Ledger::open(stateDir);
    if (!ledger)
        return std::unexpected(ledger.error());
    const auto projects = (*ledger)->projects();
    if (!projects)
        return std::unexpected(projects.error());
    for (const QString &project : *projects) {
        const auto releases = (*ledger)->releases(project);
        const auto builds = (*ledger)->builds(project, std::numeric_limits<int>::max());
        if (!releases || !builds)
            return std::unexpected(releases ? builds.error() : releases.error());
        QSet<QString> versions;
        for (const ReleaseRecord &release : *releases)
            if (release.state == u"published" || release.state == u"verified")
                versions.insert(release.version);
        for (const BuildRecord &build : *builds)
            if (!build.logFile.isEmpty() && versions.contains(build.version))
                logs.insert(QFileInfo(build.logFile).absoluteFilePath(), build.startedAt);
    }
    return logs;
}

qint64 &partOf(StorageUse &use, const QString &path)
{
    const QString top = path.section(u'/', 0, 0);
    if (top.startsWith(u"ledger.sqlite"))
        return use.ledger;
    if (top == "logs"_L1)
        return use.logs;
    if (top == "adopted"_L1)
        return use.adopted;
    if (top == "downloads"_L1)
        return use.earlier;
    if (top == "rehearsal"_L1)
        return use.rehearsal;
    return use.other;
}

/// Whether Unmoor made \a stateDir, or has it for itself.
bool isStateFolder(const QDir &stateDir)
{
    return stateDir.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System)
        || stateDir.exists(u"ledger.sqlite"_s) || stateDir.exists(u"accounts.json"_s)
        || stateDir.exists(u"settings.ini"_s);
}

void tighten(const QFileInfo &file)
{
    const bool isOpenToOthers = bool(
        file.permissions() & ~(privateFolder | QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser));
    if (isOpenToOthers)
        QFile::setPermissions(file.filePath(), file.isDir() ? privateFolder : file.permissions() & privateFile);
}

} // namespace

void keepPrivate(const QString &stateDir)
{
    const QDir top(stateDir);
    const QFileInfo folder(stateDir);
    if (!folder.isDir() || !folder.isWritable() || !isStateFolder(top))
        return;
    constexpr auto real = QDir::Files | QDir::Hidden | QDir::NoSymLinks;
    for (const QFileInfo &file : top.entryInfoList({u"ledger.sqlite*"_s, u"*.ini"_s, u"*.json"_s}, real))
        tighten(file);
    for (const QString &kind :
         {u"logs"_s, u"notes"_s, u"locks"_s, u"checksums"_s, u"adopted"_s, u"assets"_s, u"downloads"_s}) {
        QDirIterator files(top.filePath(kind), real, QDirIterator::Subdirectories);
        while (files.hasNext())
            tighten(files.nextFileInfo());
    }
    tighten(folder);
}

StorageUse measureStorage(const QString &stateDir)
{
    StorageUse use;
    const QDir top(stateDir);
    QDirIterator entries(stateDir, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo file = entries.nextFileInfo();
        if (file.isDir() && !file.isSymLink())
            continue;
        const QString path = top.relativeFilePath(file.absoluteFilePath());
        if (file.isSymLink()) {
            use.roots += path.startsWith(u"roots/");
            continue;
        }
        partOf(use, path) += file.size();
        use.logFiles += path.startsWith(u"logs/") && path.endsWith(u".log");
    }
    return use;
}

Result<OldLogs> findOldLogs(const QString &stateDir, const QDateTime &before)
{
    const auto published = publishedLogs(stateDir);
    if (!published)
        return std::unexpected(published.error());
    OldLogs old;
    QDirIterator files(QDir(stateDir).absoluteFilePath(u"logs"_s), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        if (file.lastModified() >= before)
            continue;
        const auto known = published->constFind(logOf(file.absoluteFilePath()));
        if (known == published->cend() || *known >= before) {
            old.kept += file.fileName().endsWith(u".log");
            continue;
        }
        old.files += file.absoluteFilePath();
        old.bytes += file.size();
    }
    return old;
}

Result<void> deleteLogs(const OldLogs &logs)
{
    for (const QString &path : logs.files) {
        QFile file(path);
        if (!file.remove() && file.exists())
            return failure(
                Error::Kind::Io,
                Words::tr("%1 could not be deleted: %2. Make its folder writable, then delete the logs again.")
                    .arg(path, file.errorString()));
    }
    return {};
}

} // namespace unmoor
