// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/history.h"

#include "app/core/chain.h"
#include "app/core/plainfile.h"
#include "app/core/pool.h"
#include "app/core/words.h"
#include "app/ledger/historycsv.h"
#include "app/release/notesbook.h"

#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int logsLookedAt = 50; ///< files of logs may have been taken away

/// Of a file that was sent more than once the last time, by name.
QList<UploadRecord> lastOfEach(const QList<UploadRecord> &newestFirst)
{
    QMap<QString, UploadRecord> byName;
    for (const UploadRecord &upload : newestFirst)
        if (!byName.contains(upload.fileName))
            byName.insert(upload.fileName, upload);
    return byName.values();
}

QString notesOf(const QList<AttemptRecord> &attempts, const QString &sentBodyFile)
{
    for (const AttemptRecord &attempt : attempts)
        if (!attempt.body.isEmpty())
            return attempt.body;
    return QString::fromUtf8(readPlainFile({.path = sentBodyFile}).value_or(QByteArray()));
}

/// Where the archive of a build is as it was recorded; its hash is checked by who reads it.
QStringList archivesHere(const QList<BuildRecord> &builds)
{
    QStringList here;
    for (const BuildRecord &build : builds)
        if (!build.archivePath.isEmpty() && !build.sha256.isEmpty()
            && QFileInfo(build.archivePath).size() == build.bytes)
            here.append(build.archivePath);
    here.removeDuplicates();
    return here;
}

Result<ReleaseDetails> readDetails(const Ledger &ledger, const ReleaseRecord &release, const QString &sentBodyFile)
{
    ReleaseDetails details{.release = release};
    const auto files = ledger.uploads(release.repository, release.tag);
    const auto builds = ledger.buildsOfRevision(release.project, release.revision, mostBuildsOfRelease);
    const auto accepted = ledger.acceptances(release.project, release.tag);
    const auto attempts = ledger.attempts(release.project, release.tag);
    if (!files)
        return std::unexpected(files.error());
    if (!builds)
        return std::unexpected(builds.error());
    if (!accepted)
        return std::unexpected(accepted.error());
    if (!attempts)
        return std::unexpected(attempts.error());
    details.files = lastOfEach(*files);
    details.builds = *builds;
    details.accepted = *accepted;
    details.attempts = *attempts;
    details.notes = notesOf(*attempts, sentBodyFile);
    details.archivesHere = archivesHere(*builds);
    return details;
}

Result<BuildRecord> readLastLog(const Ledger &ledger, const QString &root, const QString &triple)
{
    const auto builds = ledger.buildsWithLog(root, triple, logsLookedAt);
    if (!builds)
        return std::unexpected(builds.error());
    // Of what was cached the log says little.
    for (const bool takesCached : {false, true})
        for (const BuildRecord &build : *builds)
            if ((takesCached || build.outcome != "cached"_L1) && QFileInfo(build.logFile).isReadable())
                return build;
    return failure(Error::Kind::NotFound,
                   Words::tr("No log of %1 is kept: it was not built here, or its logs were taken away.").arg(triple));
}

} // namespace

History::History(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_pool.setMaxThreadCount(1);
}

History::~History()
{
    m_pool.clear();
    m_pool.waitForDone();
}

/// Runs \a read with a ledger of the thread's own.
template <typename Read>
auto History::read(Read read)
{
    using Value = std::invoke_result_t<Read, const Ledger &>;
    return runInPool(
        m_pool,
        [read = std::move(read), folder = m_engine.stateDir(), isOpen = m_engine.ledger() != nullptr]() -> Value {
            if (!isOpen)
                return failure(Error::Kind::NotFound, Words::tr("The ledger is not open."));
            const auto ledger = Ledger::openToRead(folder);
            return ledger ? read(**ledger) : Value(std::unexpected(ledger.error()));
        });
}

QFuture<Result<ReleasePart>> History::releases(const ProjectPtr &project, const QString &tag, int most)
{
    return read([root = project->checkout.root, tag, most](const Ledger &ledger) {
        return ledger.releasesBefore(root, tag, most + 1).transform([most](QList<ReleaseRecord> releases) {
            const bool hasMore = releases.size() > most;
            return ReleasePart{hasMore ? releases.first(most) : releases, hasMore};
        });
    });
}

QFuture<Result<QList<BuildRecord>>> History::builds(const ProjectPtr &project, int most)
{
    return read([root = project->checkout.root, most](const Ledger &ledger) { return ledger.builds(root, most); });
}

QFuture<Result<ReleaseDetails>> History::details(const ProjectPtr &project, const ReleaseRecord &release)
{
    return read([release, notes = sentBodyFileOf(*project, m_engine.stateDir(), release.tag)](const Ledger &ledger) {
        return readDetails(ledger, release, notes);
    });
}

QFuture<Result<ReleaseChange>> History::compare(const ProjectPtr &project, const ReleaseRecord &before,
                                                const ReleaseRecord &after)
{
    return read([before, after, beforeNotes = sentBodyFileOf(*project, m_engine.stateDir(), before.tag),
                 afterNotes = sentBodyFileOf(*project, m_engine.stateDir(), after.tag)](const Ledger &ledger) {
        return readDetails(ledger, before, beforeNotes).and_then([&](const ReleaseDetails &was) {
            return readDetails(ledger, after, afterNotes).transform([&](const ReleaseDetails &is) {
                return compareReleases(was, is);
            });
        });
    });
}

QFuture<Result<BuildRecord>> History::lastLog(const ProjectPtr &project, const QString &triple)
{
    return read(
        [root = project->checkout.root, triple](const Ledger &ledger) { return readLastLog(ledger, root, triple); });
}

QFuture<Result<void>> History::exportCsv(const ProjectPtr &project, const QString &path)
{
    return read([root = project->checkout.root, path](const Ledger &ledger) {
        return ledger.releases(root).and_then(
            [&](const QList<ReleaseRecord> &releases) { return writeHistoryCsv(releases, path); });
    });
}

} // namespace unmoor
