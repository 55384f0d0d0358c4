// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/publisher.h"
#include "theme/theme.h"

#include <QAbstractTableModel>

namespace unmoor {

/// The publish plan as a checklist: what is already right, then the steps, each with its state and proof.
class ChecklistModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Step, Why, Proof, ColumnCount };
    enum Role { StateRole = Qt::UserRole, ProgressRole, IsSectionRole };

    explicit ChecklistModel(QObject *parent = nullptr);

    void setPlan(const PublishPlan &plan);
    void setStarted(int step);
    void setProgress(int step, qint64 sent, qint64 total);
    void setFinished(int step, const StepResult &result);
    void setWaiting(int seconds, const QString &why); ///< of the step that runs; 0: goes on

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
    void change(int step, const std::function<void(Row &)> &edit);

    QList<Row> m_rows;
    int m_firstStep = 0; ///< row of step 0
    int m_running = -1;
};

} // namespace unmoor
