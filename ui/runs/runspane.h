// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/runs.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace unmoor {

class Banner;
class EmptyState;
class LogPanel;
class RunDetail;
class RunsModel;
class RunsTree;

/// The runs of GitHub Actions: a tree of runs, jobs and steps, and what is chosen in it.
class RunsPane : public QWidget
{
    Q_OBJECT
public:
    /// \a runs outlives this.
    explicit RunsPane(const Runs &runs, QWidget *parent = nullptr);

    void refresh(); ///< what is known of the runs has changed
    RunDetail *detail() const { return m_detail; }
    RunsTree *tree() const { return m_tree; }
    /// Which of the targets that a job builds a machine here could build.
    void setBuildableHere(std::function<QStringList(const QStringList &triples)> filter);
    void choose(qint64 run, qint64 job = 0);

Q_SIGNALS:
    void seen(bool isSeen); ///< it is the page that somebody has before them, or no longer
    void jobShown(const unmoor::github::RunJob &job); ///< another than before, or it has ended
    void lookRequested(); ///< now
    void signInRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void updateTrouble();
    void chooseWhatMatters();
    void showChosen();
    bool goesOn() const;

    const Runs &m_runs;
    std::function<QStringList(const QStringList &)> m_buildableHere;
    RunsModel *m_model;
    Banner *m_trouble;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    RunsTree *m_tree;
    RunDetail *m_detail;
    QTimer m_clock; ///< so that times go on while nothing comes
    bool m_wasChosen = false; ///< by a person
    bool m_isFilling = false;
    std::pair<qint64, bool> m_shownJob; ///< job, and whether it had ended
};

} // namespace unmoor
