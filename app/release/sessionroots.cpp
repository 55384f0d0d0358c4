// SPDX-License-Identifier: GPL-3.0-or-later
// Session: what keeps results from Nix's garbage collector, and letting go of it.
#include "core/pool.h"
#include "nix/nixquestion.h"
#include "release/session.h"

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
        return QtFuture::makeReadyValueFuture(Result<StoreClosure>(StoreClosure()));
    const QStringList arguments = QStringList{u"path-info"_s, u"--json"_s, u"--recursive"_s} + paths;
    return askNix<QByteArray>(nixCommand(arguments, directory), std::move(stop),
                              [](const QByteArray &json) -> Result<QByteArray> { return json; })
        .then([](const Result<QByteArray> &json) {
            if (!json)
                return QtFuture::makeReadyValueFuture(Result<StoreClosure>(std::unexpected(json.error())));
            return runInPool(*QThreadPool::globalInstance(), [json = *json] { return parseClosure(json); });
        })
        .unwrap();
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
    return last != lines.crend() ? last->trimmed() : Session::tr("Nix collected its garbage.");
}

} // namespace

QFuture<Result<RootsOverview>> Session::gcRoots()
{
    using Overview = Result<RootsOverview>;
    const QString folder = stateFolder(u"roots"_s);
    const auto builds = m_ledger->builds(m_checkout.root, mostBuilds);
    const auto releases = m_ledger->releases(m_checkout.root);
    if (!builds || !releases)
        return QtFuture::makeReadyValueFuture(Overview(std::unexpected((builds ? releases.error() : builds.error()))));
    RootsOverview overview{.roots = judgeRoots(readRoots(folder), *builds, *releases, m_checkout.commit),
                           .otherPaths = otherRoots(folder)};
    const auto stop = begin(Task::Freeing);
    return Flake(m_directory)
        .validPaths(pathsOf(overview.roots) + overview.otherPaths, stop)
        .then(this,
              [this, stop](const Result<QStringList> &valid) {
                  return valid ? askClosure(m_directory, *valid, stop)
                               : QtFuture::makeReadyValueFuture(Result<StoreClosure>(std::unexpected(valid.error())));
              })
        .unwrap()
        .then(this, [this, overview](const Result<StoreClosure> &closure) mutable -> Overview {
            end(Task::Freeing);
            if (!closure)
                return std::unexpected(closure.error());
            overview.closure = *closure;
            return overview;
        });
}

Result<void> Session::freeRoots(const QStringList &links)
{
    if (auto removed = removeRoots(links); !removed)
        return removed;
    for (const QString &link : links)
        if (auto forgotten = m_ledger->clearGcRoot(link); !forgotten)
            return forgotten;
    for (int row = 0; row < m_targets.size(); ++row) {
        if (!links.contains(m_targets[row].record.gcRoot))
            continue;
        m_targets[row].record.gcRoot.clear();
        Q_EMIT targetChanged(row);
    }
    return {};
}

QFuture<Result<QString>> Session::collectGarbage()
{
    const auto stop = begin(Task::Freeing);
    return runProcess(nixCommand({u"store"_s, u"gc"_s}, m_directory), stop)
        .then(this, [this](const Result<ProcessExit> &run) {
            end(Task::Freeing);
            return wordsOf(run);
        });
}

} // namespace unmoor
