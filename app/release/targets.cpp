// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/targets.h"

#include "app/core/words.h"
#include "app/release/archivefile.h"
#include "app/release/gcroots.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// As unmoor.toml and the choices that a person made before say.
TargetState freshState(const ManifestTarget &target, const QMap<QString, QString> &places)
{
    TargetState state{.target = target,
                      .place = placeOfWord(places.value(target.triple)),
                      .placeIsChosen = places.contains(target.triple)};
    if (target.isDropped()) {
        state.build = TargetState::Build::LeftOut;
        state.leftOutReason = target.dropped;
    }
    return state;
}

/// What somebody chose instead of a build.
bool isChoice(const BuildRecord &record)
{
    return record.outcome == u"left-out" || record.outcome == u"taken-in" || record.outcome == u"let-go";
}

/// The newest choice whether each target is in. It is for a release: it holds for every commit of the version. Where no
/// version is known, for the commit alone.
QMap<QString, BuildRecord> choicesFor(const Project &project, const Ledger &ledger)
{
    constexpr int mostRecords = 1000;
    QMap<QString, BuildRecord> choices;
    for (const BuildRecord &record : ledger.builds(project.checkout.root, mostRecords).value_or(QList<BuildRecord>())) {
        const bool isOfRelease =
            project.version ? record.version == *project.version : record.revision == project.checkout.commit;
        const bool isWhether = record.outcome == u"left-out" || record.outcome == u"taken-in";
        if (isOfRelease && isWhether && !choices.contains(record.triple))
            choices.insert(record.triple, record);
    }
    return choices;
}

/// What this revision's target had come to in an earlier session: the archive counts only while it is there, of the
/// size that was recorded; its hash is checked when it is inspected. Without one, a build that failed or was canceled
/// is told as that. Of a dirty tree nothing is taken over: nobody can tell whether it still is the same one.
void restoreFrom(TargetState &state, const Project &project, const Ledger &ledger,
                 const QMap<QString, BuildRecord> &choices)
{
    const auto builds = ledger.buildsOf(project.checkout.root, project.checkout.commit, state.target.triple);
    if (!builds || state.target.isDropped())
        return;
    if (const BuildRecord choice = choices.value(state.target.triple); choice.outcome == u"left-out") {
        state.build = TargetState::Build::LeftOut;
        state.leftOutByChoice = true;
        state.leftOutReason = choice.failureMessage;
        return;
    }
    std::optional<BuildRecord> newest; // of those that were builds
    bool isLetGo = false; // of what was adopted before
    for (const BuildRecord &build : *builds) {
        isLetGo = isLetGo || build.outcome == u"let-go";
        if (isChoice(build) || build.dirty || project.checkout.isDirty() || (isLetGo && build.outcome == u"adopted"))
            continue;
        if (!newest)
            newest = build;
        const bool good = build.outcome == u"built" || build.outcome == u"cached" || build.outcome == u"adopted";
        if (!good || build.sha256.isEmpty() || QFileInfo(build.archivePath).size() != build.bytes)
            continue;
        state.record = build;
        state.place = placeOfWord(build.host);
        state.where = placeName(state.place);
        state.build = build.outcome == u"adopted" ? TargetState::Build::Adopted : TargetState::Build::Cached;
        return;
    }
    if (!newest || (newest->outcome != u"failed" && newest->outcome != u"canceled"))
        return;
    state.record = *newest;
    state.build = newest->outcome == u"failed" ? TargetState::Build::Failed : TargetState::Build::Canceled;
    if (newest->outcome == u"failed")
        state.failure = BuildFailure{.message = newest->failureMessage};
}

/// Writes what was chosen, which is no build; returns it with its number.
Result<BuildRecord> recordChoice(BuildRecord record, const QString &outcome, const QString &reason, Ledger &ledger)
{
    record.outcome = outcome;
    record.failureMessage = reason;
    const auto id = ledger.startBuild(record);
    if (!id)
        return std::unexpected(id.error());
    record.id = *id;
    return ledger.finishBuild(record).transform([&] { return record; });
}

/// How a target without a build stands.
TargetState::Build notBuilt(const TargetState &target)
{
    return target.forecast.state == BuildForecast::State::Unbuildable ? TargetState::Build::Unbuildable
                                                                      : TargetState::Build::Planned;
}

/// Of two readings of a dirty checkout, whether git lists the same changes; what is in the files it does not tell.
bool isSameTree(const Checkout &a, const Checkout &b)
{
    return a.commit == b.commit && a.changedFiles == b.changedFiles && a.untrackedFiles == b.untrackedFiles;
}

bool isRecordOf(const BuildRecord &record, const Project &project)
{
    return record.revision == project.checkout.commit && record.dirty == project.checkout.isDirty()
        && record.version == project.versionText();
}

} // namespace

/// Whether what \a row says still holds in \a project. An archive is of exactly what it was built from; that a build
/// failed, or what it would do, is of use as long as the commit is the same.
bool Targets::isOf(const TargetState &row, const Project &project) const
{
    const bool isSameTreeAsBefore = m_project && isSameTree(m_project->checkout, project.checkout);
    if (row.hasArchive())
        return isRecordOf(row.record, project) && (!project.checkout.isDirty() || isSameTreeAsBefore);
    const QString commit =
        row.record.revision.isEmpty() && m_project ? m_project->checkout.commit : row.record.revision;
    return m_project && commit == project.checkout.commit && m_project->version == project.version;
}

int Targets::rowOf(const QString &triple) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].target.triple == triple)
            return row;
    return -1;
}

const TargetState *Targets::find(const QString &triple) const
{
    const int row = rowOf(triple);
    return row < 0 ? nullptr : &m_rows[row];
}

TargetState *Targets::edit(const QString &triple)
{
    const int row = rowOf(triple);
    return row < 0 ? nullptr : &m_rows[row];
}

void Targets::refresh(const ProjectPtr &read, const Ledger &ledger)
{
    const Project &project = *read;
    const auto places = ledger.places(project.checkout.root).value_or(QMap<QString, QString>());
    const auto choices = choicesFor(project, ledger);
    QList<TargetState> rows;
    for (const ManifestTarget &target : project.manifest.targets) {
        const TargetState *before = find(target.triple);
        if (before && before->isBeingBuilt()) {
            rows += *before;
            continue;
        }
        if (before && before->target == target && isOf(*before, project)) {
            rows += *before;
            rows.last().otherRevision.clear();
            continue;
        }
        TargetState state = freshState(target, places);
        if (before && before->placeIsChosen)
            state.place = before->place;
        restoreFrom(state, project, ledger, choices);
        // An archive of another revision is still there to be looked at, but is none of this release's.
        if (before && before->hasArchive() && state.isIn() && !state.hasArchive()) {
            state = *before;
            state.target = target;
            state.otherRevision = otherRevisionText(before->record, project);
        }
        rows += state;
    }
    // What is no target any more is seen as long as it is being built.
    for (const TargetState &before : std::as_const(m_rows))
        if (before.isBeingBuilt() && std::ranges::none_of(rows, [&](const TargetState &row) {
                return row.target.triple == before.target.triple;
            }))
            rows += before;
    for (TargetState &row : rows)
        if (row.target.isAsset)
            row.assetName = project.archiveName(row.target);
    m_rows = rows;
    m_project = read;
    Q_EMIT reset();
}

void Targets::restore(const QString &triple, const Project &project, const Ledger &ledger)
{
    if (TargetState *target = edit(triple))
        restoreFrom(*target, project, ledger, choicesFor(project, ledger));
}

void Targets::settle(const QString &triple)
{
    TargetState *target = edit(triple);
    if (!target || !m_project)
        return;
    target->otherRevision = target->hasArchive() && !isRecordOf(target->record, *m_project)
        ? otherRevisionText(target->record, *m_project)
        : QString();
}

Result<void> Targets::setLeftOut(const QString &triple, bool leftOut, const QString &reason, Ledger &ledger)
{
    TargetState *target = edit(triple);
    if (!target)
        return std::unexpected(noSuchTarget(triple));
    if (target->target.isDropped())
        return failure(Error::Kind::InvalidInput, Words::tr("%1 is dropped in unmoor.toml.").arg(triple));
    const auto record =
        recordChoice(newRecord(*m_project, *target), leftOut ? u"left-out"_s : u"taken-in"_s, reason, ledger);
    if (!record)
        return std::unexpected(record.error());
    target->leftOutByChoice = leftOut;
    target->leftOutReason = reason;
    target->record = *record;
    target->otherRevision.clear();
    target->build = leftOut ? TargetState::Build::LeftOut : notBuilt(*target);
    if (!leftOut)
        restoreFrom(*target, *m_project, ledger,
                    choicesFor(*m_project, ledger)); // what was there before is there again
    touch(triple);
    return {};
}

Result<void> Targets::letGoOfAdopted(const QString &triple, Ledger &ledger)
{
    TargetState *target = edit(triple);
    if (!target)
        return std::unexpected(noSuchTarget(triple));
    if (target->build != TargetState::Build::Adopted)
        return failure(Error::Kind::InvalidInput,
                       Words::tr("No finished archive was adopted for %1, so there is none to let go of.").arg(triple));
    BuildRecord choice = newRecord(*m_project, *target);
    choice.revision = target->record.revision; // of which it was adopted
    choice.dirty = target->record.dirty;
    const auto record = recordChoice(choice, u"let-go"_s, target->record.archivePath, ledger);
    if (!record)
        return std::unexpected(record.error());
    target->record = {.id = record->id};
    target->otherRevision.clear();
    target->archive = TargetState::Archive::None;
    target->inspection.reset();
    target->archiveProblem.clear();
    target->rebuild.reset();
    target->release.reset();
    target->build = notBuilt(*target);
    restoreFrom(*target, *m_project, ledger, choicesFor(*m_project, ledger)); // what was built before is there again
    touch(triple);
    return {};
}

QStringList Targets::triples() const
{
    QStringList triples;
    for (const TargetState &target : m_rows)
        triples += target.target.triple;
    return triples;
}

QStringList Targets::triplesToBuild() const
{
    QStringList triples;
    for (const TargetState &target : m_rows)
        if (target.isIn() && !target.counts() && target.build != TargetState::Build::Unbuildable)
            triples += target.target.triple;
    return triples;
}

BuildRecord newRecord(const Project &project, const TargetState &target)
{
    return {.project = project.checkout.root,
            .revision = project.checkout.commit,
            .dirty = project.checkout.isDirty(),
            .version = project.versionText(),
            .triple = target.target.triple,
            .outcome = u"running"_s,
            .host = hostWord(target.place),
            .startedAt = QDateTime::currentDateTimeUtc()};
}

Result<void> placeFiles(BuildRecord &record, const Project &project, const QString &stateDir)
{
    const auto logs = madeFolder(project.stateFolder(stateDir, u"logs"_s));
    if (!logs)
        return std::unexpected(logs.error());
    const auto roots = madeFolder(project.stateFolder(stateDir, u"roots"_s));
    if (!roots)
        return std::unexpected(roots.error());
    const QString stamp = record.startedAt.toString(u"yyyyMMdd-HHmmss-zzz"_s);
    record.logFile = QDir(*logs).filePath(record.triple + u'-' + stamp + u".log"_s);
    record.gcRoot = QDir(*roots).filePath(rootName(record));
    return {};
}

} // namespace unmoor
