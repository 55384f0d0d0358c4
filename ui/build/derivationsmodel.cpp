// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/derivationsmodel.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/core/words.h"
#include "app/ledger/ledger.h"
#include "ui/widgets/plaintext.h"

#include <QLocale>
#include <QSet>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

using Phase = DerivationState::Phase;

QString runningTime(qint64 msec)
{
    const qint64 seconds = std::max<qint64>(msec, 0) / 1000;
    return seconds < 10 ? Words::tr("%1 s").arg(seconds) : formatSeconds(double(seconds));
}

namespace {

/// Silence that is worth a word.
constexpr qint64 quietMsec = 60'000;

/// "11.4 of 18.2 MiB"
QString shareOfBytes(qint64 done, qint64 all)
{
    const QString of = formatBytes(all);
    QString share = formatBytes(done);
    if (const QString unit = of.section(u' ', -1); share.endsWith(u' ' + unit))
        share.chop(unit.size() + 1);
    return Words::tr("%1 of %2").arg(share, of);
}

} // namespace

void DerivationsModel::update(const QList<DerivationState> &derivations, qsizetype logLines, qint64 now, bool running)
{
    m_now = now;
    m_running = running;
    m_logLines = logLines;
    if (m_rows.isEmpty() || derivations.size() < m_derivations.size()) {
        beginResetModel();
        m_derivations = derivations;
        updatePlanned();
        m_rows = wantedRows();
        endResetModel();
        return;
    }
    m_derivations = derivations;
    updatePlanned();
    reorder(wantedRows());
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void DerivationsModel::setFailure(const std::optional<BuildFailure> &failure)
{
    if (failure == m_failure)
        return;
    m_failure = failure;
    if (m_rows.isEmpty())
        return;
    reorder(wantedRows());
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void DerivationsModel::setOutlook(const std::shared_ptr<const BuildOutlook> &outlook)
{
    if (std::exchange(m_outlook, outlook) != outlook)
        m_planned = -1;
}

/// Steps begin one by one, so their number says whether the time of the others is still right.
void DerivationsModel::updatePlanned()
{
    const auto planned = std::ranges::count_if(m_derivations, [](const DerivationState &derivation) {
        return derivation.kind == DerivationState::Kind::Build && derivation.phase == Phase::Planned;
    });
    if (std::exchange(m_planned, planned) != planned)
        m_plannedSeconds = m_outlook ? plannedSeconds(*m_outlook, m_derivations) : std::nullopt;
}

void DerivationsModel::clear()
{
    beginResetModel();
    m_planned = -1;
    m_derivations.clear();
    m_rows.clear();
    endResetModel();
}

bool DerivationsModel::hasFailed(const DerivationState &derivation) const
{
    if (!m_failure)
        return false;
    if (!m_failure->derivationPath.isEmpty())
        return derivation.path == m_failure->derivationPath;
    return !m_failure->derivation.isEmpty() && derivation.name == m_failure->derivation;
}

int DerivationsModel::groupOf(const DerivationState &derivation) const
{
    switch (derivation.phase) {
    case Phase::Running:
    case Phase::Waiting:
        return RunningHeading;
    case Phase::Planned:
        return PlannedHeading;
    case Phase::Done:
        return FinishedHeading;
    case Phase::Stopped:
        return derivation.startedMsec < 0 ? PlannedHeading : FinishedHeading;
    }
    Q_UNREACHABLE_RETURN(PlannedHeading);
}

QList<int> DerivationsModel::wantedRows() const
{
    QList<int> running;
    QList<int> planned;
    QList<int> finished;
    for (int i = 0; i < m_derivations.size(); ++i) {
        const int group = groupOf(m_derivations[i]);
        (group == RunningHeading ? running : group == PlannedHeading ? planned : finished).append(i);
    }
    // What failed first, then what was built, then what was fetched; the newest of each on top.
    std::ranges::stable_sort(finished, [this](int a, int b) {
        const auto rank = [this](const DerivationState &d) {
            return std::tuple(!hasFailed(d), d.kind == DerivationState::Kind::Fetch, -d.endedMsec);
        };
        return rank(m_derivations[a]) < rank(m_derivations[b]);
    });
    QList<int> rows{WholeLog};
    for (const auto &[heading, group] : {std::pair(RunningHeading, running), std::pair(PlannedHeading, planned),
                                         std::pair(FinishedHeading, finished)}) {
        if (!group.isEmpty())
            rows << heading << group;
    }
    return rows;
}

void DerivationsModel::removeRowsNotIn(const QList<int> &wanted)
{
    const QSet<int> kept(wanted.cbegin(), wanted.cend());
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (kept.contains(m_rows[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void DerivationsModel::reorder(const QList<int> &wanted)
{
    if (wanted == m_rows)
        return;
    removeRowsNotIn(wanted);
    for (int row = 0; row < wanted.size(); ++row) {
        if (row < m_rows.size() && m_rows[row] == wanted[row])
            continue;
        if (const int from = int(m_rows.indexOf(wanted[row], row)); from >= 0) {
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted[row]);
            endInsertRows();
        }
    }
}

int DerivationsModel::rowOf(int derivation) const
{
    return int(m_rows.indexOf(derivation));
}

int DerivationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags DerivationsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const int row = m_rows[index.row()];
    return row < WholeLog ? Qt::ItemFlags(Qt::ItemIsEnabled) : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant DerivationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = m_rows[index.row()];
    return row < 0 ? specialData(row, role) : derivationData(m_derivations[row], row, role);
}

QVariant DerivationsModel::specialData(int row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return headingText(row);
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(headingText(row), headingDetail(row));
    case DerivationRole:
        return -1;
    case HeadingRole:
        return row != WholeLog;
    case DetailRole:
        return headingDetail(row);
    default:
        return {};
    }
}

QString DerivationsModel::headingText(int heading) const
{
    switch (heading) {
    case RunningHeading:
        return tr("Running");
    case PlannedHeading:
        return m_running ? tr("Planned") : tr("Not started");
    case FinishedHeading:
        return tr("Finished");
    default:
        return tr("Whole log");
    }
}

QString DerivationsModel::headingDetail(int heading) const
{
    if (heading == WholeLog)
        return m_logLines == 1 ? tr("1 line") : tr("%L1 lines").arg(m_logLines);
    int builds = 0;
    int fetches = 0;
    for (const DerivationState &derivation : m_derivations) {
        if (groupOf(derivation) == heading)
            ++(derivation.kind == DerivationState::Kind::Build ? builds : fetches);
    }
    if (heading == FinishedHeading && builds > 0 && fetches > 0)
        return tr("%1: %2 built, %3 fetched").arg(builds + fetches).arg(builds).arg(fetches);
    if (heading == PlannedHeading && m_running && builds > 0 && m_plannedSeconds.value_or(0) > 0)
        return tr("%1, %2").arg(builds + fetches).arg(aboutText(*m_plannedSeconds));
    return QString::number(builds + fetches);
}

QVariant DerivationsModel::derivationData(const DerivationState &derivation, int index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return derivation.name;
    case Qt::ToolTipRole:
        return toolTipText(u"%1\n%2"_s.arg(derivation.path, detailOf(derivation)));
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(derivation.name, theme::stateWord(stateOf(derivation)), detailOf(derivation));
    case DerivationRole:
        return index;
    case HeadingRole:
        return false;
    case StateRole:
        return int(stateOf(derivation));
    case DetailRole:
        return detailOf(derivation);
    case ProgressRole:
        return progressOf(derivation);
    case TallRole:
        return groupOf(derivation) == RunningHeading;
    default:
        return {};
    }
}

theme::State DerivationsModel::stateOf(const DerivationState &derivation) const
{
    if (hasFailed(derivation) && derivation.phase != Phase::Running)
        return theme::State::Error;
    switch (derivation.phase) {
    case Phase::Planned:
        return theme::State::Planned;
    case Phase::Waiting:
        return theme::State::Waiting;
    case Phase::Running:
        return theme::State::Running;
    case Phase::Done:
        return derivation.kind == DerivationState::Kind::Fetch ? theme::State::Cached : theme::State::Done;
    case Phase::Stopped:
        return derivation.startedMsec < 0 ? theme::State::Skipped : theme::State::Canceled;
    }
    Q_UNREACHABLE_RETURN(theme::State::Planned);
}

QString DerivationsModel::detailOf(const DerivationState &derivation) const
{
    const QString took = formatSeconds(double(derivation.endedMsec - derivation.startedMsec) / 1000);
    const bool wasTimed = derivation.startedMsec >= 0 && derivation.endedMsec > derivation.startedMsec;
    if (hasFailed(derivation) && derivation.phase != Phase::Running)
        return wasTimed ? tr("failed after %1").arg(took) : tr("failed");
    switch (derivation.phase) {
    case Phase::Planned:
        return plannedDetail(derivation);
    case Phase::Waiting:
        if (derivation.waitingFor.isEmpty() || derivation.waitingFor.startsWith("waiting for lock"_L1))
            return tr("waits for a lock: another run of Nix builds it");
        return derivation.waitingFor;
    case Phase::Running:
        return runningDetail(derivation);
    case Phase::Done:
        if (derivation.kind == DerivationState::Kind::Fetch)
            return tr("fetched");
        return wasTimed ? took : tr("built");
    case Phase::Stopped:
        return wasTimed ? tr("stopped after %1").arg(took) : tr("not started");
    }
    Q_UNREACHABLE_RETURN({});
}

QString DerivationsModel::plannedDetail(const DerivationState &derivation) const
{
    if (derivation.kind == DerivationState::Kind::Fetch)
        return tr("will be fetched");
    if (!m_outlook || !m_outlook->steps.contains(derivation.path))
        return tr("waits for what it needs");
    const QStringList awaited = awaitedBy(*m_outlook, derivation, m_derivations);
    if (awaited.isEmpty())
        return tr("waits for a free slot");
    const QString first = durationKey(awaited.first());
    return awaited.size() == 1 ? tr("waits for %1").arg(first)
                               : tr("waits for %1 and %2 more").arg(first).arg(awaited.size() - 1);
}

std::optional<StepPace> DerivationsModel::pace(const DerivationState &derivation) const
{
    return m_outlook && m_running ? paceOf(*m_outlook, derivation, m_now) : std::nullopt;
}

QVariant DerivationsModel::progressOf(const DerivationState &derivation) const
{
    if (derivation.phase != Phase::Running)
        return {};
    if (derivation.expectedBytes > 0)
        return std::clamp(double(derivation.doneBytes) / double(derivation.expectedBytes), 0.0, 1.0);
    const auto known = pace(derivation);
    return known ? QVariant(std::clamp(known->share(), 0.0, 1.0)) : QVariant();
}

/// How long a step runs, against what it usually takes.
QString DerivationsModel::timeDetail(const DerivationState &derivation) const
{
    const QString time = runningTime(m_now - derivation.startedMsec);
    const auto known = pace(derivation);
    if (known && known->isOverdue())
        return tr("longer than usual: %1, usually %2").arg(time, runningTime(qRound64(known->usualSeconds * 1000)));
    const qint64 quiet = derivation.lastLineMsec < 0 ? 0 : m_now - derivation.lastLineMsec;
    const bool isQuiet = m_running && derivation.kind == DerivationState::Kind::Build && quiet >= quietMsec;
    const QString stands = isQuiet ? tr("quiet for %1").arg(runningTime(quiet)) : time;
    return known ? tr("%1, %2 % of usual time").arg(stands).arg(int(known->share() * 100)) : stands;
}

QString DerivationsModel::runningDetail(const DerivationState &derivation) const
{
    QStringList parts;
    if (derivation.kind == DerivationState::Kind::Fetch) {
        parts << tr("fetching");
        if (derivation.expectedBytes > 0)
            parts << shareOfBytes(derivation.doneBytes, derivation.expectedBytes);
        if (derivation.bytesPerSecond > 0)
            parts << tr("%1/s").arg(formatBytes(derivation.bytesPerSecond));
    } else if (const auto known = pace(derivation); known && known->isOverdue()) {
        // The time says it all, and there is room for little more.
    } else if (!derivation.buildPhase.isEmpty()) {
        parts << derivation.buildPhase;
    }
    if (derivation.startedMsec >= 0
        && (derivation.kind == DerivationState::Kind::Build || derivation.bytesPerSecond == 0))
        parts << timeDetail(derivation);
    if (!derivation.host.isEmpty()) {
        const QString host = QUrl(derivation.host).host();
        parts << (derivation.kind == DerivationState::Kind::Fetch ? tr("from %1") : tr("on %1"))
                     .arg(host.isEmpty() ? derivation.host : host);
    }
    return parts.join(u" · "_s);
}

} // namespace unmoor
