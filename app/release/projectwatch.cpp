// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/projectwatch.h"

#include "app/core/format.h"
#include "app/core/plainfile.h"
#include "app/core/words.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

namespace {

constexpr auto pauseBeforeALook = 300ms;
constexpr qsizetype mostFolders = 200; ///< of branches and tags with slashes in their names

QStringList without(const QStringList &all, const QStringList &others)
{
    QStringList rest;
    for (const QString &one : all)
        if (!others.contains(one))
            rest += one;
    return rest;
}

QStringList triplesOf(const ReleaseManifest &manifest)
{
    QStringList triples;
    for (const ManifestTarget &target : manifest.targets)
        triples += target.triple;
    return triples;
}

void compareManifests(const Result<ReleaseManifest> &before, const Result<ReleaseManifest> &now, QStringList &changes)
{
    if (before == now)
        return;
    if (!now) {
        changes += Words::tr("unmoor.toml cannot be read any more: %1").arg(now.error().message);
        return;
    }
    const QStringList known = before ? triplesOf(*before) : QStringList();
    const QStringList come = without(triplesOf(*now), known);
    const QStringList gone = without(known, triplesOf(*now));
    if (!come.isEmpty())
        changes += counted(int(come.size()), Words::tr("unmoor.toml has 1 target more: "),
                           Words::tr("unmoor.toml has %1 targets more: "))
            + someOf(come) + u'.';
    if (!gone.isEmpty())
        changes += counted(int(gone.size()), Words::tr("unmoor.toml has 1 target less: "),
                           Words::tr("unmoor.toml has %1 targets less: "))
            + someOf(gone) + u'.';
    if (come.isEmpty() && gone.isEmpty())
        changes += Words::tr("unmoor.toml was edited.");
}

void compareCommits(const Checkout &before, const Checkout &now, QStringList &changes)
{
    const QString branch = now.branch.isEmpty() ? Words::tr("no branch") : now.branch;
    if (before.commit != now.commit)
        changes += Words::tr("The checkout is at %1 (%2) and was at %3.")
                       .arg(shortCommit(now.commit), branch, shortCommit(before.commit));
    else if (before.branch != now.branch)
        changes += Words::tr("The checkout is on %1 now.").arg(branch);
    if (before.remoteUrls != now.remoteUrls || before.remoteUrl != now.remoteUrl)
        changes += Words::tr("The git remotes are others.");
}

void compareTrees(const Checkout &before, const Checkout &now, QStringList &changes)
{
    const QStringList files = now.changedFiles + now.untrackedFiles;
    if (before.changedFiles + before.untrackedFiles == files)
        return;
    changes += files.isEmpty() ? Words::tr("Nothing is uncommitted any more.")
                               : Words::tr("Uncommitted now: %1.").arg(someOf(files));
}

void compareTags(const Checkout &before, const Checkout &now, QStringList &changes)
{
    QStringList come;
    for (const auto &[tag, commit] : now.tags.asKeyValueRange())
        if (before.tags.value(tag) != commit)
            come += tag;
    const QStringList gone = without(before.tags.keys(), now.tags.keys());
    if (!come.isEmpty())
        changes += Words::tr("New tags: %1.").arg(someOf(come));
    if (!gone.isEmpty())
        changes += Words::tr("Tags that are gone: %1.").arg(someOf(gone));
}

/// Where git keeps what it knows of the checkout at \a root: its own folder and, in a further working tree, the folder
/// that all of them share.
QStringList gitFolders(const QString &root)
{
    constexpr qint64 mostOfAPath = 8192;
    const auto pathIn = [](const QString &file) {
        return QString::fromUtf8(readPlainFile({.path = file, .most = mostOfAPath}).value_or(QByteArray())).trimmed();
    };
    const QString own = QDir(root).filePath(u".git"_s);
    if (QFileInfo(own).isDir())
        return {own};
    const QString folder = QDir(root).absoluteFilePath(pathIn(own).section(u"gitdir: "_s, 1));
    const QString common = pathIn(folder + u"/commondir"_s);
    return common.isEmpty() ? QStringList{folder} : QStringList{folder, QDir(folder).absoluteFilePath(common)};
}

QStringList watchedFolders(const Project &project)
{
    QStringList folders{project.checkout.root, project.directory, QFileInfo(project.changelogPath()).path(),
                        QDir(project.directory).filePath(project.manifest.flake)};
    for (const QString &git : gitFolders(project.checkout.root)) {
        folders += git;
        const QString refs = git + u"/refs"_s;
        folders += refs;
        for (QDirIterator it(refs, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
             it.hasNext() && folders.size() < mostFolders;)
            folders += it.next();
    }
    folders.removeDuplicates();
    return folders;
}

/// An editor that writes into a file, and does not replace it, tells its folder nothing.
QStringList watchedFiles(const Project &project)
{
    const QDir directory(project.directory);
    return {directory.filePath(u"unmoor.toml"_s), project.changelogPath(),
            QDir(directory.filePath(project.manifest.flake)).filePath(u"flake.lock"_s)};
}

} // namespace

QStringList changesBetween(const ProjectState &before, const ProjectState &now)
{
    QStringList changes;
    compareManifests(before.manifest, now.manifest, changes);
    compareCommits(before.checkout, now.checkout, changes);
    compareTrees(before.checkout, now.checkout, changes);
    compareTags(before.checkout, now.checkout, changes);
    if (changes.isEmpty() && before != now)
        changes += Words::tr("unmoor.toml, the changelog or the lock file was edited.");
    return changes;
}

ProjectWatch::ProjectWatch(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeALook);
    connect(&m_pause, &QTimer::timeout, this, &ProjectWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_pause.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_pause.start(); });
}

ProjectWatch::~ProjectWatch()
{
    m_looking.cancel();
}

void ProjectWatch::setProject(const ProjectPtr &project)
{
    m_project = project;
    m_looking.cancel();
    m_isManifestBroken = false;
    setChanges({});
    follow();
}

void ProjectWatch::look()
{
    if (!m_project)
        return;
    m_looksAgain = m_looking.isRunning();
    if (m_looksAgain)
        return;
    follow();
    const auto stop = m_looking.begin();
    readState(*m_project, stop).then(this, [this, stop](const Result<ProjectState> &now) {
        m_looking.end();
        if (!stop.stop_requested())
            take(now);
        if (m_looksAgain || stop.stop_requested())
            m_pause.start();
    });
}

void ProjectWatch::take(const Result<ProjectState> &now)
{
    m_isManifestBroken = now && !now->manifest;
    setChanges(now ? changesBetween(stateOf(*m_project), *now)
                   : QStringList{Words::tr("The checkout cannot be read any more: %1").arg(now.error().message)});
}

void ProjectWatch::setChanges(const QStringList &changes)
{
    if (std::exchange(m_changes, changes) != changes)
        Q_EMIT changed();
}

/// Files that were replaced are watched no longer, and folders come and go.
void ProjectWatch::follow()
{
    QStringList wanted;
    for (const QString &path : watchedFolders(*m_project) + watchedFiles(*m_project))
        if (QFileInfo::exists(path))
            wanted += path;
    const QStringList present = m_watcher.files() + m_watcher.directories();
    if (const QStringList old = without(present, wanted); !old.isEmpty())
        m_watcher.removePaths(old);
    if (const QStringList fresh = without(wanted, present); !fresh.isEmpty())
        m_watcher.addPaths(fresh);
}

} // namespace unmoor
