// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/publisher.h"
#include "app/publish/ratemeter.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <map>
#include <set>

namespace unmoor {

/// The publish plan as a checklist: what is already right, then the steps, each with its state and proof.
class ChecklistModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Step, Why, Proof, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole,
        ProgressRole,
        IsSectionRole,
        IsDangerRole, ///< bool: the step takes something away that is on the host
        CopyRole, ///< what the row says, with the whole proof
    };

    explicit ChecklistModel(QObject *parent = nullptr);

    void setPlan(const PublishPlan &plan);
    void setFiles(const QList<DesiredFile> &files); ///< whose digests make proofs whole
    void setReadAge(const QString &age); ///< "read from GitHub 12 s ago"; beside what is already right
    void setStarted(int step);
    void setProgress(int step, qint64 sent, qint64 total);
    void setFinished(int step, const StepResult &result);
    void setWaiting(int seconds, const QString &why); ///< of the steps that run; 0: they go on

    int stepCount() const;
    int doneCount() const; ///< steps that were carried out
    int rowOfStep(int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        bool section = false;
        PublishStep step;
        theme::State state = theme::State::Planned;
        QString why;
        QString proof;
        double progress = -1; ///< 0 to 1 while something is sent

        bool operator==(const Row &) const = default;
    };

    QVariant text(const Row &row, int column) const;
    QString alreadyRight() const; ///< what its heading says
    QString copyText(const Row &row) const;
    void change(int step, const std::function<void(Row &)> &edit);

    QList<Row> m_rows;
    int m_firstStep = 0; ///< row of step 0
    std::set<int> m_running;
    std::map<int, RateMeter> m_rates;
    QElapsedTimer m_clock;
    QList<DesiredFile> m_files;
    QString m_readAge;
    int m_pauseSeconds = 0; ///< the longest that the wait at hand has shown
};

} // namespace unmoor
