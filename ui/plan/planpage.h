// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/gates.h"
#include "app/release/placechoice.h"
#include "app/release/targetstate.h"
#include "app/release/workflowsreport.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;

namespace unmoor {

class Banner;
class GateRow;
class PageHeader;
class RowList;
class WorkflowRow;

/// F1: whether the release can be made, and what a build would do. Failed gates come first, opened.
class PlanPage : public QWidget
{
    Q_OBJECT
public:
    explicit PlanPage(QWidget *parent = nullptr);

    void setTag(const QString &tag); ///< empty: not known yet
    /// \a checking: more gates are still to come.
    void setGates(const QList<Gate> &gates, bool checking);
    /// What was found in the workflow files, below the gates; nothing of a project that has none.
    void setWorkflows(const WorkflowsReport &report);
    void setTargets(const QList<TargetState> &targets);
    /// \a words: when the gates were asked, and about what. \a isOld: the project is another by now.
    void setChecked(const QString &words, bool isOld);
    void setTrusted(bool trusted); ///< false: nothing of the project runs, so most is not known
    void setPlaces(const QList<QList<PlaceChoice>> &places); ///< for each target
    /// Why there is no plan at all: no manifest, an error in it. Empty: there is one.
    void setProblem(const QString &problem);

    /// What was prepared, or begun, and is not pushed; empty: nothing.
    void setPreparation(const QString &words);

    /// The tag of what was released from here, after which the next version is to begin; empty: nothing of the kind.
    void setReleased(const QString &tag);

    void showGate(const QString &name); ///< opened, with the focus
    void showWorkflow(const WorkflowFinding &found); ///< likewise

    QPushButton *buildButton() const { return m_build; }
    QPushButton *checkButton() const { return m_check; }
    QPushButton *prepareButton() const { return m_prepare; }
    QString preparation() const; ///< as it is shown
    QPushButton *nextButton() const { return m_nextVersion; }

Q_SIGNALS:
    void checkRequested();
    void buildRequested();
    void prepareRequested(); ///< the next release, or what is prepared
    void nextRequested(); ///< the version after the release
    void adoptRequested(int row);
    void leaveOutRequested(int row);
    void takeBackRequested(int row);
    void buildPlaceChosen(int row, const unmoor::BuildPlace &place);
    void machineRequested(int row); ///< one that builds the target, to be set up
    void placeActivated(const QString &file, int line); ///< relative to the project
    void workflowActivated(const QString &file, int line); ///< relative to the root of the checkout

private:
    void showGates();
    QList<QWidget *> workflowRows();
    void showForecast();
    GateRow *rowFor(const Gate &gate);
    QWidget *forecastFor(int row);
    void updateHeader();
    void updateBuildButton();
    QString gatesSummary() const;
    QString forecastNote() const;
    QWidget *makeGates();
    QWidget *makeForecast();

    QString m_tag;
    QString m_problem;
    QList<Gate> m_gates; ///< failed first
    bool m_checking = false;
    bool m_trusted = true;
    QString m_checkedWords;
    bool m_isOld = false;
    QList<TargetState> m_targets;
    QList<QList<PlaceChoice>> m_places; ///< of m_targets
    PageHeader *m_header;
    QPushButton *m_check;
    QPushButton *m_prepare;
    QPushButton *m_build;
    QList<GateRow *> m_rows; ///< of m_gates
    WorkflowsReport m_workflows;
    QWidget *m_workflowsHead = nullptr; ///< above what was found in them; null: there are none
    QList<WorkflowRow *> m_workflowRows; ///< of m_workflows
    QHash<QString, QWidget *> m_forecasts; ///< by what they show
    QWidget *m_bannerBox;
    Banner *m_preparation;
    QPushButton *m_nextVersion = nullptr; ///< null while nothing was released
    RowList *m_gateRows;
    RowList *m_forecastRows;
    QLabel *m_note;
};

} // namespace unmoor
