// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/storage.h"

#include "app/core/chain.h"
#include "app/core/pool.h"
#include "app/core/words.h"
#include "app/nix/flake.h"
#include "app/nix/nixquestion.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Enough for every build that still has a root.
constexpr int mostBuilds = 5000;

QStringList pathsOf(const QList<GcRoot> &roots)
{
    QStringList paths;
    for (const GcRoot &root : roots)
        paths += root.storePath;
    return paths;
}

/// What the other projects of a state folder keep.
QStringList otherRoots(const QString &mine)
{
    QStringList paths;
    const QDir all = QFileInfo(mine).dir();
    for (const QFileInfo &folder : all.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (folder.fileName() != QFileInfo(mine).fileName())
            paths += pathsOf(readRoots(folder.filePath()));
    return paths;
}

QFuture<Result<StoreClosure>> askClosure(const QString &directory, const QStringList &paths, std::stop_token stop)
{
    if (paths.isEmpty())
        return finished<StoreClosure>({});
    const QStringList arguments = QStringList{u"path-info"_s, u"--json"_s, u"--recursive"_s} + paths;
    const auto asked = askNix<QByteArray>(nixCommand(arguments, directory), std::move(stop),
                                          [](const QByteArray &json) -> Result<QByteArray> { return json; });
    return andThen(asked, [](const QByteArray &json) {
        return runInPool(*QThreadPool::globalInstance(), [json] { return parseClosure(json); });
    });
}

/// "1234 store paths deleted, 56.78 MiB freed", which Nix writes last.
Result<QString> wordsOf(const Result<ProcessExit> &run)
{
    if (!run)
        return std::unexpected(run.error());
    if (run->code != 0)
        return std::unexpected(nixError(*run));
    const QStringList lines = QString::fromUtf8(run->out + run->err).split(u'\n', Qt::SkipEmptyParts);
    const auto last = std::ranges::find_if(lines.crbegin(), lines.crend(),
                                           [](const QString &line) { return line.contains(" freed"_L1); });
    return last != lines.crend() ? last->trimmed() : Words::tr("Nix collected its garbage.");
}

} // namespace

Storage::Storage(Engine &engine, Targets &targets, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
{
    connect(&m_activity, &Activity::changed, this, &Storage::activityChanged);
}

QFuture<Result<RootsOverview>> Storage::roots(const ProjectPtr &project)
{
    const QString folder = project->stateFolder(m_engine.stateDir(), u"roots"_s);
    const auto builds = m_engine.ledger()->builds(project->checkout.root, mostBuilds);
    const auto releases = m_engine.ledger()->releases(project->checkout.root);
    if (!builds || !releases)
        return finished<RootsOverview>(std::unexpected(builds ? releases.error() : builds.error()));
    RootsOverview overview{.roots = judgeRoots(readRoots(folder), *builds, *releases, project->checkout.commit),
                           .otherPaths = otherRoots(folder)};
    const auto stop = m_activity.begin();
    const auto valid = Flake(project->directory).validPaths(pathsOf(overview.roots) + overview.otherPaths, stop);
    auto closure = andThen(valid, this, [directory = project->directory, stop](const QStringList &paths) {
        return askClosure(directory, paths, stop);
    });
    return closure.then(this, [this, overview](const Result<StoreClosure> &known) mutable -> Result<RootsOverview> {
        m_activity.end();
        return known.transform([&](const StoreClosure &all) {
            overview.closure = all;
            return overview;
        });
    });
}

Result<void> Storage::free(const QStringList &links)
{
    if (auto removed = removeRoots(links); !removed)
        return removed;
    for (const QString &link : links)
        if (auto forgotten = m_engine.ledger()->clearGcRoot(link); !forgotten)
            return forgotten;
    for (const QString &triple : m_targets.triples()) {
        TargetState &target = *m_targets.edit(triple);
        if (!links.contains(target.record.gcRoot))
            continue;
        target.record.gcRoot.clear();
        m_targets.touch(triple);
    }
    return {};
}

QFuture<Result<QString>> Storage::collectGarbage(const ProjectPtr &project)
{
    const auto stop = m_activity.begin();
    return runProcess(nixCommand({u"store"_s, u"gc"_s}, project->directory), stop)
        .then(this, [this](const Result<ProcessExit> &run) {
            m_activity.end();
            return wordsOf(run);
        });
}

} // namespace unmoor
