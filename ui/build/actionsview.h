// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/actionsstage.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace unmoor {

class RowList;

/// A target that GitHub Actions builds: which run, which job, and its steps. What the host has no log of yet is not
/// made up.
class ActionsView : public QWidget
{
    Q_OBJECT
public:
    explicit ActionsView(QWidget *parent = nullptr);

    /// \a note: a sentence about it, below the run's name; empty: none.
    void setStage(const ActionsStage &stage, const QString &note);

Q_SIGNALS:
    void linkActivated(const QUrl &link); ///< the run's page

private:
    QLabel *m_title;
    QLabel *m_note;
    QPushButton *m_open;
    RowList *m_steps;
    ActionsStage m_stage;
};

} // namespace unmoor
