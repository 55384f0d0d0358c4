// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixcell.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/core/words.h"

#include <QFileInfo>

#include <cmath>

namespace unmoor {

using namespace Qt::StringLiterals;
using theme::State;

namespace {

QString counted(int number, const QString &one, const QString &many)
{
    return number == 1 ? one : many;
}

QString filesText(const ArchiveContents &contents)
{
    int files = 0;
    for (const ArchiveEntry &entry : contents.entries)
        files += entry.type != ArchiveEntry::Type::Directory;
    return counted(files, Words::tr("1 file"), Words::tr("%n files", nullptr, files));
}

QString percentText(double share)
{
    return Words::tr("%1 %").arg(int(std::floor(std::clamp(share, 0.0, 1.0) * 100)));
}

QString dotted(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(u" · "_s);
}

MatrixCell plannedCell(const TargetState &target)
{
    const BuildForecast &forecast = target.forecast;
    switch (forecast.state) {
    case BuildForecast::State::NoOp:
        return {State::Cached, Words::tr("cached"), Words::tr("nothing to build")};
    case BuildForecast::State::Cached:
        return {State::Cached, Words::tr("cached"), forecastText(forecast, target.estimateSeconds)};
    case BuildForecast::State::Warm:
        return {State::Planned, Words::tr("warm"), forecastText(forecast, target.estimateSeconds)};
    case BuildForecast::State::Cold:
        return {State::Planned, Words::tr("cold"), forecastText(forecast, target.estimateSeconds)};
    case BuildForecast::State::Unbuildable:
    case BuildForecast::State::Unknown:
        break;
    }
    return {State::Planned, Words::tr("planned"), forecast.message};
}

/// GitHub tells of steps, not of how far they are: there is no percentage.
MatrixCell stageCell(const ActionsStage &stage)
{
    const State state = stage.phase == ActionsStage::Phase::Approval ? State::Warning
        : stage.phase == ActionsStage::Phase::Queued                 ? State::Waiting
                                                                     : State::Running;
    return {state, stageWord(stage), stageDetail(stage)};
}

MatrixCell adoptedCell(const TargetState &target)
{
    if (const auto origin = target.isFromActions() ? originIn(target.record.origin) : std::nullopt)
        return {State::Done, runText(origin->run, origin->attempt), origin->job};
    return {State::Done, Words::tr("adopted"), QFileInfo(target.record.archivePath).fileName()};
}

MatrixCell runningCell(const TargetState &target)
{
    if (!target.other.isEmpty())
        return {State::Running, Words::tr("building"), Words::tr("in %1").arg(target.other)};
    if (target.stage)
        return stageCell(*target.stage);
    QString left;
    if (target.remainingSeconds.value_or(0) >= 1)
        left = Words::tr("%1 left").arg(aboutText(*target.remainingSeconds));
    const QString late = target.isOverdue ? Words::tr("longer than usual") : QString();
    const QString detail = dotted({target.current, left, late});
    // Nix says what there is to do only after it has evaluated.
    if (target.progress <= 0)
        return {State::Running, Words::tr("building"), detail};
    return {State::Running, percentText(target.progress), detail, target.progress};
}

MatrixCell cachedCell(const BuildRecord &record, const QDateTime &now)
{
    QString from;
    if (!record.revision.isEmpty())
        from = Words::tr("from %1").arg(shortCommit(record.revision));
    QStringList parts{from, whenText(record.startedAt, now)};
    parts.removeAll(QString());
    return {State::Cached, Words::tr("cached"), parts.join(u", "_s)};
}

MatrixCell failedCell(const TargetState &target)
{
    const QString why = target.failure ? target.failure->message : target.record.failureMessage;
    return {State::Error, Words::tr("failed"), why};
}

MatrixCell unbuildableCell(const TargetState &target)
{
    return {State::Warning, Words::tr("cannot be built here"),
            Words::tr("needs %1: adopt, build elsewhere or leave out").arg(target.target.system)};
}

MatrixCell canceledCell(const TargetState &target)
{
    const double seconds = target.record.seconds;
    return {State::Canceled, Words::tr("canceled"),
            seconds > 0 ? Words::tr("after %1").arg(formatSeconds(seconds)) : QString()};
}

MatrixCell inspectedCell(const Inspection &inspection)
{
    const int errors = countOf(inspection.report.findings, Severity::Error);
    const int warnings = countOf(inspection.report.findings, Severity::Warning);
    const QString errorText = counted(errors, Words::tr("1 error"), Words::tr("%n errors", nullptr, errors));
    const QString warningText = counted(warnings, Words::tr("1 warning"), Words::tr("%n warnings", nullptr, warnings));
    const QString files = filesText(inspection.contents);
    if (errors > 0)
        return {State::Error, errorText, warnings > 0 ? warningText : files};
    if (warnings > 0)
        return {State::Warning, warningText, files};
    return {State::Done, files, {}};
}

QString digestText(const TargetState &target)
{
    if (!target.inspection || target.inspection->contents.sha256.isEmpty())
        return {};
    return QString::fromLatin1(target.inspection->contents.sha256.left(8)) + u'…';
}

MatrixCell verdictCell(FileVerdict verdict, const TargetState &target)
{
    switch (verdict) {
    case FileVerdict::Verified:
        return {State::Verified, Words::tr("verified"), digestText(target)};
    case FileVerdict::Missing:
        return {State::Planned, Words::tr("planned"), Words::tr("upload")};
    case FileVerdict::Broken:
        return {State::Error, Words::tr("broken"), Words::tr("its upload stopped half-way")};
    case FileVerdict::Different:
        return {State::Error, Words::tr("different"), Words::tr("not the archive built here")};
    case FileVerdict::Unverified:
        return {State::Warning, Words::tr("unverified"), Words::tr("the host gave no digest")};
    case FileVerdict::Unexpected:
        return {State::Warning, Words::tr("unexpected"), Words::tr("not part of this release")};
    }
    return nothingYet();
}

MatrixCell uploadingCell(const TargetState &target)
{
    const qint64 total = target.inspection ? target.inspection->contents.bytes : target.record.bytes;
    if (total <= 0)
        return {State::Running, Words::tr("uploading"), formatBytes(target.bytesSent)};
    const double share = double(target.bytesSent) / double(total);
    return {State::Running, percentText(share),
            Words::tr("%1 of %2").arg(formatBytes(target.bytesSent), formatBytes(total)), std::min(share, 1.0)};
}

} // namespace

QString MatrixCell::accessibleText() const
{
    if (!state && detail.isEmpty() && word == nothingYet().word)
        return Words::tr("nothing yet");
    QStringList parts{state ? theme::stateWord(*state) : QString(), word, detail};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(u", "_s);
}

MatrixCell nothingYet()
{
    return {{}, u"–"_s, {}};
}

QString forecastText(const BuildForecast &forecast, const std::optional<double> &estimateSeconds)
{
    QStringList parts;
    if (!forecast.willBuild.isEmpty())
        parts << Words::tr("%n to build", nullptr, int(forecast.willBuild.size()));
    if (!forecast.willFetch.isEmpty())
        parts << Words::tr("%n to fetch", nullptr, int(forecast.willFetch.size()));
    if (forecast.fetchBytes > 0)
        parts << formatBytes(forecast.fetchBytes);
    if (estimateSeconds && *estimateSeconds > 0)
        parts << aboutText(*estimateSeconds);
    else if (!forecast.willBuild.isEmpty() && !estimateSeconds)
        parts << Words::tr("no history");
    return parts.join(u", "_s);
}

MatrixCell whereCell(const TargetState &target)
{
    return target.where.isEmpty() ? nothingYet() : MatrixCell{{}, target.where, {}};
}

MatrixCell buildCell(const TargetState &target, const QDateTime &now)
{
    if (target.hasArchive() && !target.counts())
        return {State::Warning, Words::tr("other revision"), target.otherRevision};
    if (target.hasArchive() && target.record.dirty)
        return {State::Warning, Words::tr("uncommitted"), Words::tr("built from changes that are in no commit")};
    switch (target.build) {
    case TargetState::Build::Unknown:
        break;
    case TargetState::Build::Planned:
        return plannedCell(target);
    case TargetState::Build::Waiting:
        return {State::Waiting, Words::tr("waiting"),
                target.other.isEmpty() ? Words::tr("for its turn") : Words::tr("%1 builds it").arg(target.other)};
    case TargetState::Build::Running:
        return runningCell(target);
    case TargetState::Build::Built:
        return {State::Done, formatSeconds(target.record.seconds), Words::tr("built")};
    case TargetState::Build::Cached:
        return cachedCell(target.record, now);
    case TargetState::Build::Adopted:
        return adoptedCell(target);
    case TargetState::Build::Failed:
        return failedCell(target);
    case TargetState::Build::Canceled:
        return canceledCell(target);
    case TargetState::Build::Unbuildable:
        return unbuildableCell(target);
    case TargetState::Build::LeftOut:
        return leftOutCell(target);
    }
    return nothingYet();
}

MatrixCell archiveCell(const TargetState &target)
{
    switch (target.archive) {
    case TargetState::Archive::None:
        break;
    case TargetState::Archive::Reading:
        return {
            State::Running, Words::tr("reading"),
            counted(target.entriesRead, Words::tr("1 entry"), Words::tr("%n entries", nullptr, target.entriesRead))};
    case TargetState::Archive::Read:
        if (target.inspection)
            return inspectedCell(*target.inspection);
        break;
    case TargetState::Archive::Unreadable:
        return {State::Error, Words::tr("unreadable"), target.archiveProblem};
    }
    return nothingYet();
}

MatrixCell releaseCell(const TargetState &target)
{
    if (target.bytesSent >= 0)
        return uploadingCell(target);
    return target.release ? verdictCell(*target.release, target) : nothingYet();
}

MatrixCell pausedCell(int seconds, int longest)
{
    return {State::Waiting, Words::tr("waiting %1").arg(countdownText(seconds)), Words::tr("goes on by itself"),
            1 - double(seconds) / std::max(1, longest)};
}

MatrixCell leftOutCell(const TargetState &target)
{
    const QString reason = target.leftOutReason.isEmpty() ? target.target.dropped : target.leftOutReason;
    if (reason.isEmpty() && target.leftOutByChoice)
        return {State::LeftOut, Words::tr("Left out"), Words::tr("of this release, by choice")};
    return {State::LeftOut, Words::tr("Left out:"), reason};
}

} // namespace unmoor
