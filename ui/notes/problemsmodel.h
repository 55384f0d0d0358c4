// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/livenotes.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>

namespace unmoor {

/// What is wrong with the notes: the worst first, then by line.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Problem, Where, Offer, ColumnCount };
    enum Role { StateRole = Qt::UserRole, HintRole, LineRole };

    explicit ProblemsModel(QObject *parent = nullptr);

    void setProblems(QList<NotesProblem> problems);
    const QList<NotesProblem> &problems() const { return m_problems; }
    int countOf(Severity severity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant offer(const NotesProblem &problem, int role);

    QList<NotesProblem> m_problems;
};

} // namespace unmoor
