// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/build/estimate.h"
#include "app/buildlog/buildmonitor.h"
#include "app/nix/buildfailure.h"
#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <memory>
#include <optional>

namespace unmoor {

/// What one run builds and fetches, in groups: the whole log, running, planned, finished. Headings are rows that cannot
/// be chosen.
class DerivationsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        DerivationRole = Qt::UserRole, ///< int: index into the run's derivations; -1 for the whole log and headings
        HeadingRole, ///< bool
        StateRole, ///< int: theme::State; absent for headings and the whole log
        DetailRole, ///< QString beside or under the name
        ProgressRole, ///< double, 0 to 1; absent where there is none to show
        TallRole, ///< bool: the detail goes under the name
    };

    using QAbstractListModel::QAbstractListModel;

    /// Takes in what changed; keeps rows that stay. \a now: milliseconds since the run began.
    void update(const QList<DerivationState> &derivations, qsizetype logLines, qint64 now, bool running);
    /// What is known of the times of steps and of what they need; null: nothing. Shown with the next update().
    void setOutlook(const std::shared_ptr<const BuildOutlook> &outlook);
    void setFailure(const std::optional<BuildFailure> &failure);
    void clear();

    int rowOf(int derivation) const; ///< -1 where it has none; derivation -1: the row of the whole log
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// What a row shows: a derivation, or one of these.
    enum Special { WholeLog = -1, RunningHeading = -2, PlannedHeading = -3, FinishedHeading = -4 };

    QList<int> wantedRows() const;
    int groupOf(const DerivationState &derivation) const;
    void reorder(const QList<int> &wanted);
    void removeRowsNotIn(const QList<int> &wanted);
    bool hasFailed(const DerivationState &derivation) const;

    QVariant specialData(int row, int role) const;
    QVariant derivationData(const DerivationState &derivation, int index, int role) const;
    QString headingText(int heading) const;
    QString headingDetail(int heading) const;
    theme::State stateOf(const DerivationState &derivation) const;
    QString detailOf(const DerivationState &derivation) const;
    QString plannedDetail(const DerivationState &derivation) const;
    QString runningDetail(const DerivationState &derivation) const;
    QString timeDetail(const DerivationState &derivation) const;
    QVariant progressOf(const DerivationState &derivation) const;
    std::optional<StepPace> pace(const DerivationState &derivation) const;
    void updatePlanned();

    QList<DerivationState> m_derivations;
    QList<int> m_rows;
    std::shared_ptr<const BuildOutlook> m_outlook;
    qsizetype m_planned = -1; ///< steps that did not begin, when m_plannedSeconds was worked out
    std::optional<double> m_plannedSeconds;
    std::optional<BuildFailure> m_failure;
    qsizetype m_logLines = 0;
    qint64 m_now = 0;
    bool m_running = false;
};

/// "4 m 02 s", "7 s": whole seconds, for times that still run.
QString runningTime(qint64 msec);

} // namespace unmoor
