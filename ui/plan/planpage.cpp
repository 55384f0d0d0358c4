// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/planpage.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "ui/build/buildtext.h"
#include "ui/plan/forecastrow.h"
#include "ui/plan/gaterow.h"
#include "ui/plan/workflowrow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/columnheader.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/rowlist.h"
#include "ui/widgets/stateicon.h"

#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace unmoor {

using theme::State;

namespace {

int rank(Gate::Outcome outcome)
{
    return outcome == Gate::Outcome::Failed ? 0 : outcome == Gate::Outcome::Passed ? 1 : 2;
}

int countOf(const QList<Gate> &gates, Gate::Outcome outcome)
{
    return int(std::ranges::count(gates, outcome, &Gate::outcome));
}

bool wouldBuild(const TargetState &target)
{
    using Build = TargetState::Build;
    return target.build == Build::Planned || target.build == Build::Failed || target.build == Build::Canceled;
}

bool isBuilding(const TargetState &target)
{
    return target.build == TargetState::Build::Running || target.build == TargetState::Build::Waiting;
}

/// One line for all workflow files: what was found in them stands below it.
QWidget *workflowsHead(const WorkflowsReport &report)
{
    const int errors = report.count(Severity::Error);
    const int warnings = report.count(Severity::Warning);
    const State state = errors > 0 ? State::Error : warnings > 0 ? State::Warning : State::Done;
    const QString files = unmoor::counted(report.workflows.size(), PlanPage::tr("1 workflow of GitHub Actions"),
                                          PlanPage::tr("%1 workflows of GitHub Actions"));
    QStringList found;
    if (errors > 0)
        found += unmoor::counted(errors, PlanPage::tr("1 error"), PlanPage::tr("%1 errors"));
    if (warnings > 0)
        found += unmoor::counted(warnings, PlanPage::tr("1 warning"), PlanPage::tr("%1 warnings"));
    auto *line = new QWidget;
    line->setMinimumHeight(theme::rowHeight(27));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(theme::space::s, 0, theme::space::s, 0);
    row->setSpacing(6);
    row->addWidget(new StateIcon(state));
    row->addWidget(
        new ElidedLabel(PlanPage::tr("%1: %2").arg(files,
                                                   found.isEmpty() ? PlanPage::tr("nothing found that breaks a release")
                                                                   : found.join(PlanPage::tr(", "))),
                        found.isEmpty() ? theme::Type::Body : theme::Type::BodyStrong, found.isEmpty()),
        1);
    return line;
}

QVBoxLayout *plainColumn(QWidget *parent)
{
    auto *column = new QVBoxLayout(parent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

PlanPage::PlanPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(tr("Plan")))
    , m_check(m_header->addButton(tr("&Check all again")))
    , m_prepare(m_header->addButton(tr("&Prepare release…")))
    , m_build(m_header->addButton(tr("&Build"), true))
    , m_bannerBox(new QWidget)
    , m_preparation(new Banner(m_bannerBox))
    , m_gateRows(new RowList)
    , m_forecastRows(new RowList)
    , m_note(textLabel({}, theme::Type::Secondary, true))
{
    auto *split = new QSplitter;
    split->setObjectName(QStringLiteral("plan")); // by which its place is remembered
    split->addWidget(makeGates());
    split->addWidget(makeForecast());
    split->setStretchFactor(0, 7);
    split->setStretchFactor(1, 4);
    split->setSizes({703, 400});
    split->setChildrenCollapsible(false);
    auto *column = plainColumn(this);
    column->addWidget(m_header);
    auto *bannerRow = new QVBoxLayout(m_bannerBox);
    bannerRow->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::s);
    bannerRow->addWidget(m_preparation);
    column->addWidget(m_bannerBox);
    column->addWidget(split, 1);
    setPreparation({});
    connect(m_check, &QPushButton::clicked, this, &PlanPage::checkRequested);
    m_prepare->setToolTip(tr("Choose the next version, write it and its notes, commit and tag them, then push"));
    connect(m_prepare, &QPushButton::clicked, this, &PlanPage::prepareRequested);
    connect(m_build, &QPushButton::clicked, this, &PlanPage::buildRequested);
    updateHeader();
    updateBuildButton();
}

QWidget *PlanPage::makeGates()
{
    auto *side = new QWidget;
    auto *header = new ColumnHeader;
    header->addColumn(tr("Gate"), GateRow::nameWidth);
    header->addColumn(tr("What was checked"), 0);
    header->addColumn(tr("Took"), GateRow::secondsWidth, Qt::AlignRight);
    auto *column = plainColumn(side);
    column->addWidget(header);
    column->addWidget(m_gateRows, 1);
    m_gateRows->setAccessibleName(tr("Gates"));
    return side;
}

QWidget *PlanPage::makeForecast()
{
    auto *side = new QWidget;
    auto *header = new ColumnHeader;
    header->addColumn(tr("What a build would do"), 0);
    header->addColumn(tr("Estimate"), 80, Qt::AlignRight);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::s);
    row->setSpacing(theme::space::s);
    row->addWidget(new StateIcon(State::Note));
    row->addWidget(m_note, 1);
    m_note->setWordWrap(true);
    auto *column = plainColumn(side);
    column->addWidget(header);
    column->addWidget(m_forecastRows, 1);
    column->addWidget(foot);
    m_forecastRows->setAccessibleName(tr("What a build would do"));
    return side;
}

void PlanPage::setTag(const QString &tag)
{
    m_tag = tag;
    updateHeader();
}

void PlanPage::setPreparation(const QString &words)
{
    if (std::exchange(m_nextVersion, nullptr))
        m_preparation->clear();
    m_bannerBox->setVisible(!words.isEmpty());
    if (words.isEmpty())
        return m_preparation->clear();
    if (m_preparation->isHidden())
        connect(m_preparation->addAction(tr("&Go on…")), &QPushButton::clicked, this, &PlanPage::prepareRequested);
    m_preparation->showMessage(State::Note, words, tr("Push it, go on with it, or take it back."));
}

void PlanPage::setReleased(const QString &tag)
{
    if (tag.isEmpty() && !m_nextVersion)
        return;
    setPreparation({});
    if (tag.isEmpty())
        return;
    m_bannerBox->show();
    m_nextVersion = m_preparation->addAction(tr("Begin the &next version…"));
    connect(m_nextVersion, &QPushButton::clicked, this, &PlanPage::nextRequested);
    m_preparation->showMessage(State::Done, tr("%1 is released.").arg(tag),
                               tr("The files still say its version, or the changelog has no place for what comes."));
}

QString PlanPage::preparation() const
{
    return m_preparation->isHidden() || m_nextVersion ? QString() : m_preparation->title();
}

void PlanPage::setGates(const QList<Gate> &gates, bool checking)
{
    QList<Gate> sorted = gates;
    std::ranges::stable_sort(sorted, {}, [](const Gate &gate) { return rank(gate.outcome); });
    m_checking = checking;
    if (sorted != m_gates) {
        m_gates = sorted;
        showGates();
    }
    updateHeader();
}

void PlanPage::setTargets(const QList<TargetState> &targets)
{
    m_targets = targets;
    showForecast();
    updateBuildButton();
}

void PlanPage::setPlaces(const QList<QList<PlaceChoice>> &places)
{
    if (places == m_places)
        return;
    m_places = places;
    showForecast();
}

void PlanPage::setTrusted(bool trusted)
{
    m_trusted = trusted;
    updateHeader();
    updateBuildButton();
}

void PlanPage::setChecked(const QString &words, bool isOld)
{
    m_checkedWords = words;
    m_isOld = isOld;
    updateHeader();
}

void PlanPage::setProblem(const QString &problem)
{
    m_problem = problem;
    updateHeader();
}

GateRow *PlanPage::rowFor(const Gate &gate)
{
    const auto known = std::ranges::find(m_rows, gate, &GateRow::gate);
    if (known != m_rows.end())
        return *known;
    auto *row = new GateRow(gate);
    connect(row, &GateRow::checkRequested, this, &PlanPage::checkRequested);
    connect(row, &GateRow::placeActivated, this, &PlanPage::placeActivated);
    return row;
}

void PlanPage::showGates()
{
    QList<GateRow *> rows;
    for (const Gate &gate : std::as_const(m_gates))
        rows << rowFor(gate);
    m_rows = rows;
    m_gateRows->setRows(QList<QWidget *>(rows.begin(), rows.end()) + workflowRows());
}

void PlanPage::setWorkflows(const WorkflowsReport &report)
{
    if (report == m_workflows)
        return;
    m_workflows = report;
    m_workflowsHead = nullptr; // the list deletes what it does not get again
    m_workflowRows.clear();
    if (!report.workflows.isEmpty()) {
        m_workflowsHead = workflowsHead(report);
        for (const WorkflowReading &workflow : report.workflows)
            for (const WorkflowFinding &found : workflow.findings) {
                auto *row = new WorkflowRow(found);
                connect(row, &OpeningRow::placeActivated, this, &PlanPage::workflowActivated);
                m_workflowRows.append(row);
            }
        std::ranges::stable_sort(m_workflowRows, {},
                                 [](const WorkflowRow *row) { return row->found().finding.severity; });
    }
    showGates();
}

QList<QWidget *> PlanPage::workflowRows()
{
    QList<QWidget *> rows;
    if (m_workflowsHead)
        rows += m_workflowsHead;
    for (WorkflowRow *row : std::as_const(m_workflowRows))
        rows += row;
    return rows;
}

void PlanPage::showWorkflow(const WorkflowFinding &found)
{
    const auto row = std::ranges::find(m_workflowRows, found, &WorkflowRow::found);
    if (row == m_workflowRows.end())
        return;
    (*row)->setChecked(true);
    (*row)->setFocus(Qt::ShortcutFocusReason);
    m_gateRows->ensureWidgetVisible(*row);
}

void PlanPage::showGate(const QString &name)
{
    const auto row = std::ranges::find_if(m_rows, [&name](const GateRow *gate) { return gate->gate().name == name; });
    if (row == m_rows.end())
        return;
    (*row)->setChecked(true);
    (*row)->setFocus(Qt::ShortcutFocusReason);
    m_gateRows->ensureWidgetVisible(*row);
}

QWidget *PlanPage::forecastFor(int row)
{
    auto *widget = new ForecastRow(m_targets.at(row), m_places.value(row));
    connect(widget, &ForecastRow::adoptRequested, this, [this, row] { Q_EMIT adoptRequested(row); });
    connect(widget, &ForecastRow::leaveOutRequested, this, [this, row] { Q_EMIT leaveOutRequested(row); });
    connect(widget, &ForecastRow::takeBackRequested, this, [this, row] { Q_EMIT takeBackRequested(row); });
    connect(widget, &ForecastRow::placeChosen, this,
            [this, row](const BuildPlace &place) { Q_EMIT buildPlaceChosen(row, place); });
    connect(widget, &ForecastRow::machineRequested, this, [this, row] { Q_EMIT machineRequested(row); });
    return widget;
}

void PlanPage::showForecast()
{
    // A running build tells of its progress many times a second; only what reads differently is made anew.
    QHash<QString, QWidget *> forecasts;
    QList<QWidget *> rows;
    for (int row = 0; row < m_targets.size(); ++row) {
        const QString key = QString::number(row) + ForecastRow::contentKey(m_targets.at(row), m_places.value(row));
        QWidget *known = m_forecasts.value(key);
        rows << (known ? known : forecastFor(row));
        forecasts.insert(key, rows.last());
    }
    m_forecasts = forecasts;
    m_forecastRows->setRows(rows);
    const QString note = forecastNote();
    m_note->setText(note);
    m_note->parentWidget()->setVisible(!note.isEmpty());
}

QString PlanPage::forecastNote() const
{
    double seconds = 0;
    bool builds = false;
    bool known = true;
    for (const TargetState &target : m_targets) {
        if (target.build != TargetState::Build::Planned || target.forecast.willBuild.isEmpty())
            continue;
        builds = true;
        known = known && target.estimateSeconds;
        seconds += target.estimateSeconds.value_or(0);
    }
    if (!builds)
        return {};
    if (!known)
        return tr("There is no history for some of these builds yet: their first run makes it.");
    return tr("In all %1, one target after the other: the medians of the last ten builds.").arg(aboutText(seconds));
}

QString PlanPage::gatesSummary() const
{
    const int failed = countOf(m_gates, Gate::Outcome::Failed);
    const int passed = countOf(m_gates, Gate::Outcome::Passed);
    const int skipped = countOf(m_gates, Gate::Outcome::Skipped);
    const QString tag = m_tag.isEmpty() ? tr("The release") : m_tag;
    if (failed > 0)
        return tr("%1 of %2 gates failed. %3 can be built, but not published.")
            .arg(failed)
            .arg(m_gates.size())
            .arg(tag);
    if (skipped > 0)
        return tr("Of %1 gates %2 passed, %3 skipped. %4 can be built.")
            .arg(m_gates.size())
            .arg(passed)
            .arg(skipped)
            .arg(tag);
    return passed == 1 ? tr("1 gate passed. %1 can be built.").arg(tag)
                       : tr("%1 gates passed. %2 can be built.").arg(passed).arg(tag);
}

void PlanPage::updateHeader()
{
    m_check->setEnabled(!m_checking);
    if (!m_problem.isEmpty()) {
        m_header->setState(State::Error);
        m_header->setSummary(m_problem);
    } else if (m_checking) {
        m_header->setState(State::Running);
        m_header->setSummary(m_gates.isEmpty() ? tr("Reading the project and checking its gates.")
                                               : tr("%n of the gates checked so far.", nullptr, int(m_gates.size())));
    } else if (m_gates.isEmpty()) {
        m_header->setState(State::Planned);
        m_header->setSummary(tr("Nothing has been checked yet."));
    } else if (!m_trusted) {
        m_header->setState(State::Note);
        m_header->setSummary(
            tr("%n gates need trust in this checkout to be known.", nullptr, countOf(m_gates, Gate::Outcome::Skipped)));
    } else if (m_isOld) {
        m_header->setState(State::Warning);
        m_header->setSummary(
            tr("These answers are of before the project changed. %1 Check again to know.").arg(m_checkedWords));
    } else {
        m_header->setState(countOf(m_gates, Gate::Outcome::Failed) > 0        ? State::Error
                               : countOf(m_gates, Gate::Outcome::Skipped) > 0 ? State::Warning
                                                                              : State::Done);
        m_header->setSummary((gatesSummary() + u' ' + m_checkedWords).trimmed());
    }
}

void PlanPage::updateBuildButton()
{
    m_prepare->setVisible(m_trusted);
    const int count = int(std::ranges::count_if(m_targets, wouldBuild));
    const bool building = std::ranges::any_of(m_targets, isBuilding);
    const auto countOf = [this](TargetState::Build build) {
        return int(std::ranges::count(m_targets, build, &TargetState::build));
    };
    m_build->setText(
        buildButtonText(count, countOf(TargetState::Build::Failed), countOf(TargetState::Build::Canceled)));
    m_build->setVisible(count > 0 && !building && m_trusted);
}

} // namespace unmoor
