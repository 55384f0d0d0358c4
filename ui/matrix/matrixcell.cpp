// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrix/matrixcell.h"

#include "core/format.h"
#include "widgets/when.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cmath>

namespace unmoor {

using namespace Qt::StringLiterals;
using theme::State;

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(unmoor::Matrix)
};

QString counted(int number, const QString &one, const QString &many)
{
    return number == 1 ? one : many;
}

QString filesText(const ArchiveContents &contents)
{
    int files = 0;
    for (const ArchiveEntry &entry : contents.entries)
        files += entry.type != ArchiveEntry::Type::Directory;
    return counted(files, Say::tr("1 file"), Say::tr("%n files", nullptr, files));
}

QString percentText(double share)
{
    return Say::tr("%1 %").arg(int(std::floor(std::clamp(share, 0.0, 1.0) * 100)));
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
        return {State::Cached, Say::tr("cached"), Say::tr("nothing to build")};
    case BuildForecast::State::Cached:
        return {State::Cached, Say::tr("cached"), forecastText(forecast, target.estimateSeconds)};
    case BuildForecast::State::Warm:
        return {State::Planned, Say::tr("warm"), forecastText(forecast, target.estimateSeconds)};
    case BuildForecast::State::Cold:
        return {State::Planned, Say::tr("cold"), forecastText(forecast, target.estimateSeconds)};
    case BuildForecast::State::Unbuildable:
    case BuildForecast::State::Unknown:
        break;
    }
    return {State::Planned, Say::tr("planned"), forecast.message};
}

MatrixCell runningCell(const TargetState &target)
{
    if (!target.other.isEmpty())
        return {State::Running, Say::tr("building"), Say::tr("in %1").arg(target.other)};
    QString left;
    if (target.remainingSeconds.value_or(0) >= 1)
        left = Say::tr("%1 left").arg(aboutText(*target.remainingSeconds));
    const QString late = target.isOverdue ? Say::tr("longer than usual") : QString();
    return {State::Running, percentText(target.progress), dotted({target.current, left, late}), target.progress};
}

MatrixCell cachedCell(const BuildRecord &record, const QDateTime &now)
{
    QString from;
    if (!record.revision.isEmpty())
        from = Say::tr("from %1").arg(shortCommit(record.revision));
    QStringList parts{from, whenText(record.startedAt, now)};
    parts.removeAll(QString());
    return {State::Cached, Say::tr("cached"), parts.join(u", "_s)};
}

MatrixCell failedCell(const TargetState &target)
{
    const QString why = target.failure ? target.failure->message : target.record.failureMessage;
    return {State::Error, Say::tr("failed"), why};
}

MatrixCell unbuildableCell(const TargetState &target)
{
    return {State::Warning, Say::tr("cannot be built here"),
            Say::tr("needs %1: adopt, build elsewhere or leave out").arg(target.target.system)};
}

MatrixCell canceledCell(const TargetState &target)
{
    const double seconds = target.record.seconds;
    return {State::Canceled, Say::tr("canceled"),
            seconds > 0 ? Say::tr("after %1").arg(formatSeconds(seconds)) : QString()};
}

MatrixCell inspectedCell(const Inspection &inspection)
{
    const int errors = countOf(inspection.report.findings, Severity::Error);
    const int warnings = countOf(inspection.report.findings, Severity::Warning);
    const QString errorText = counted(errors, Say::tr("1 error"), Say::tr("%n errors", nullptr, errors));
    const QString warningText = counted(warnings, Say::tr("1 warning"), Say::tr("%n warnings", nullptr, warnings));
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
        return {State::Verified, Say::tr("verified"), digestText(target)};
    case FileVerdict::Missing:
        return {State::Planned, Say::tr("planned"), Say::tr("upload")};
    case FileVerdict::Broken:
        return {State::Error, Say::tr("broken"), Say::tr("its upload stopped half-way")};
    case FileVerdict::Different:
        return {State::Error, Say::tr("different"), Say::tr("not the archive built here")};
    case FileVerdict::Unverified:
        return {State::Warning, Say::tr("unverified"), Say::tr("the host gave no digest")};
    case FileVerdict::Unexpected:
        return {State::Warning, Say::tr("unexpected"), Say::tr("not part of this release")};
    }
    return nothingYet();
}

MatrixCell uploadingCell(const TargetState &target)
{
    const qint64 total = target.inspection ? target.inspection->contents.bytes : target.record.bytes;
    if (total <= 0)
        return {State::Running, Say::tr("uploading"), formatBytes(target.bytesSent)};
    const double share = double(target.bytesSent) / double(total);
    return {State::Running, percentText(share),
            Say::tr("%1 of %2").arg(formatBytes(target.bytesSent), formatBytes(total)), std::min(share, 1.0)};
}

} // namespace

QString MatrixCell::accessibleText() const
{
    if (!state && detail.isEmpty() && word == nothingYet().word)
        return Say::tr("nothing yet");
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
        parts << Say::tr("%n to build", nullptr, int(forecast.willBuild.size()));
    if (!forecast.willFetch.isEmpty())
        parts << Say::tr("%n to fetch", nullptr, int(forecast.willFetch.size()));
    if (forecast.fetchBytes > 0)
        parts << formatBytes(forecast.fetchBytes);
    if (estimateSeconds && *estimateSeconds > 0)
        parts << aboutText(*estimateSeconds);
    else if (!forecast.willBuild.isEmpty() && !estimateSeconds)
        parts << Say::tr("no history");
    return parts.join(u", "_s);
}

MatrixCell whereCell(const TargetState &target)
{
    return target.where.isEmpty() ? nothingYet() : MatrixCell{{}, target.where, {}};
}

MatrixCell buildCell(const TargetState &target, const QDateTime &now)
{
    switch (target.build) {
    case TargetState::Build::Unknown:
        break;
    case TargetState::Build::Planned:
        return plannedCell(target);
    case TargetState::Build::Waiting:
        return {State::Waiting, Say::tr("waiting"),
                target.other.isEmpty() ? Say::tr("for its turn") : Say::tr("%1 builds it").arg(target.other)};
    case TargetState::Build::Running:
        return runningCell(target);
    case TargetState::Build::Built:
        return {State::Done, formatSeconds(target.record.seconds), Say::tr("built")};
    case TargetState::Build::Cached:
        return cachedCell(target.record, now);
    case TargetState::Build::Adopted:
        return {State::Done, Say::tr("adopted"), QFileInfo(target.record.archivePath).fileName()};
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
        return {State::Running, Say::tr("reading"),
                counted(target.entriesRead, Say::tr("1 entry"), Say::tr("%n entries", nullptr, target.entriesRead))};
    case TargetState::Archive::Read:
        if (target.inspection)
            return inspectedCell(*target.inspection);
        break;
    case TargetState::Archive::Unreadable:
        return {State::Error, Say::tr("unreadable"), target.archiveProblem};
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
    return {State::Waiting, Say::tr("waiting %1").arg(countdownText(seconds)), Say::tr("goes on by itself"),
            1 - double(seconds) / std::max(1, longest)};
}

MatrixCell leftOutCell(const TargetState &target)
{
    const QString reason = target.leftOutReason.isEmpty() ? target.target.dropped : target.leftOutReason;
    if (reason.isEmpty() && target.leftOutByChoice)
        return {State::LeftOut, Say::tr("Left out"), Say::tr("of this release, by choice")};
    return {State::LeftOut, Say::tr("Left out:"), reason};
}

} // namespace unmoor
