// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/apierror.h"
#include "standin/state.h"

namespace unmoor::rehearsal {

/// What of a tag is more than a name for a commit.
struct TagPush
{
    bool isAnnotated = false;
    QString object; ///< of an annotated tag; empty: one is made up
    QString reason; ///< what is said of its signature; empty: it has none
};

/// The stand-in's folder: state.json, which only its owner may read since it holds the token, and assets/ID.
class Store
{
public:
    explicit Store(QString folder);

    /// Reads the folder, or makes it with a new random token.
    Result<void> open();
    Result<void> save() const;
    State &state() { return m_state; }

    Repository *repository(const QString &fullName); ///< null where nothing was pushed yet
    static Release *release(Repository &repository, qint64 id);
    static Asset *asset(Repository &repository, qint64 id);
    static Release *releaseOfAsset(Repository &repository, qint64 assetId);

    Result<void> push(const QString &repository, const QString &branch, const QString &commit);
    Result<void> pushTag(const QString &repository, const QString &tag, const QString &commit, const TagPush &push);

    /// Starts the workflow \a path of a repository for \a commit. NotFound: there is none.
    Result<qint64> startRun(const QString &repository, const QString &path, const QString &event, const QString &branch,
                            const QString &commit);
    /// The same, of a run that has ended by now.
    Result<qint64> addEndedRun(const QString &repository, const QString &path, const QString &event,
                               const QString &branch, const QString &commit);
    /// Writes down what those of the jobs of \a run keep that have ended well.
    void keepFiles(Repository &repository, WorkflowRun &run);

    qint64 nextId() { return ++m_state.lastId; }
    QString assetPath(qint64 id) const;
    void removeBytes(const QList<Asset> &assets) const;

private:
    Repository &madeRepository(const QString &fullName, const QString &branch);

    QString m_folder;
    State m_state;
};

/// Commit that \a name stands for: a known commit, a branch or a tag; empty where it is none of them.
QString resolveCommit(const Repository &repository, const QString &name);

} // namespace unmoor::rehearsal
