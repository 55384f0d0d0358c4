// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/engine.h"
#include "app/release/project.h"
#include "app/release/releasedetails.h"

#include <QFuture>
#include <QThreadPool>

namespace unmoor {

/// Releases of a project, as many as were asked for.
struct ReleasePart
{
    QList<ReleaseRecord> releases; ///< newest first
    bool hasMore = false; ///< older ones
};

/// What the ledger keeps of a project, read by another thread: the window's never waits for it. Errors of all: those
/// of the ledger; NotFound before Engine::open().
class History : public QObject
{
    Q_OBJECT
public:
    explicit History(Engine &engine, QObject *parent = nullptr);
    ~History() override;

    /// Up to \a most releases older than that of \a tag; an empty tag: the newest.
    QFuture<Result<ReleasePart>> releases(const ProjectPtr &project, const QString &tag = {}, int most = 100);
    /// The newest builds, for a chart.
    QFuture<Result<QList<BuildRecord>>> builds(const ProjectPtr &project, int most = 200);
    QFuture<Result<ReleaseDetails>> details(const ProjectPtr &project, const ReleaseRecord &release);
    QFuture<Result<ReleaseChange>> compare(const ProjectPtr &project, const ReleaseRecord &before,
                                           const ReleaseRecord &after);
    /// The newest build of \a triple, of whatever revision, whose log can be read. NotFound: none was kept.
    QFuture<Result<BuildRecord>> lastLog(const ProjectPtr &project, const QString &triple);
    /// All of them, for a file.
    QFuture<Result<void>> exportCsv(const ProjectPtr &project, const QString &path);

private:
    template <typename Read>
    auto read(Read read);

    Engine &m_engine;
    QThreadPool m_pool; ///< of one thread
};

/// How many builds of one release are read at most.
inline constexpr int mostBuildsOfRelease = 500;

} // namespace unmoor
