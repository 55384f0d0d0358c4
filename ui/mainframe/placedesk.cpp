// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainframe/placedesk.h"

#include "build/buildpage.h"
#include "matrix/matrixview.h"
#include "plan/planpage.h"

namespace unmoor {

PlaceDesk::PlaceDesk(Session &session, MatrixView *matrix, PlanPage *plan, BuildPage *build, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_matrix(matrix)
    , m_plan(plan)
    , m_build(build)
{
    connect(m_matrix, &MatrixView::placeMenuRequested, this,
            [this](int row, const QPoint &at) { showMenu(row, TargetMenu::Part::Where, at); });
    connect(m_matrix, &MatrixView::targetMenuRequested, this,
            [this](int row, const QPoint &at) { showMenu(row, TargetMenu::Part::All, at); });
    connect(m_matrix, &MatrixView::currentRowChanged, this, &PlaceDesk::update);
    connect(m_plan, &PlanPage::buildPlaceChosen, this, &PlaceDesk::setPlace);
    connect(m_plan, &PlanPage::machineRequested, this,
            [this](int row) { Q_EMIT machineRequested(m_session.targets()[row].target.system); });
    connect(m_build, &BuildPage::placeChosen, this,
            [this](const BuildPlace &place) { setPlace(m_matrix->currentRow(), place); });
    connect(&m_session, &Session::targetChanged, this, &PlaceDesk::update);
    connect(&m_session, &Session::projectChanged, this, &PlaceDesk::update);
    connect(&m_session, &Session::settingsChanged, this, &PlaceDesk::update);
    connect(&m_session, &Session::tasksChanged, this, [this] {
        update();
        const bool checks = m_session.isRunning(Session::Task::Checking);
        if (std::exchange(m_checks, checks) && !checks)
            askBuilders(); // Nix's settings may have been changed before
        // Not from within the end of the task that was in the way.
        if (m_wantsForecast && !checks)
            QMetaObject::invokeMethod(this, &PlaceDesk::forecast, Qt::QueuedConnection);
    });
    update();
    askBuilders();
}

void PlaceDesk::askBuilders()
{
    configuredBuilders(m_session.directory()).then(this, [this](const Result<NixBuilders> &builders) {
        m_builders = builders ? std::optional(*builders) : std::nullopt;
        update();
    });
}

QList<PlaceChoice> PlaceDesk::choices(int row) const
{
    return placeChoices(m_session.targets().at(row), m_session.settings(), m_session.nix(), m_builders);
}

void PlaceDesk::update()
{
    QList<QList<PlaceChoice>> all;
    for (int row = 0; row < m_session.targets().size(); ++row)
        all.append(choices(row));
    m_plan->setPlaces(all);
    m_build->setPlaces(all.value(m_matrix->currentRow()));
}

void PlaceDesk::setPlace(int row, const BuildPlace &place)
{
    if (row < 0 || row >= m_session.targets().size())
        return;
    const auto kept = m_session.setPlace(row, place);
    Q_EMIT ended(kept, tr("The place was not changed"));
    if (kept)
        forecast();
}

/// What building means there. A check that runs asks for the place that was: it is waited for.
void PlaceDesk::forecast()
{
    m_wantsForecast = m_session.isRunning(Session::Task::Checking);
    if (!m_wantsForecast)
        m_session.forecast().then(
            this, [this](const Result<void> &asked) { Q_EMIT ended(asked, tr("What a build would do is not known")); });
}

void PlaceDesk::showMenu(int row, TargetMenu::Part part, const QPoint &at)
{
    if (row < 0 || row >= m_session.targets().size())
        return;
    auto *menu = new TargetMenu(m_session.targets().at(row), choices(row), part, m_matrix);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    // The project may have other targets by the time that something is chosen.
    const auto onChoice = [this, menu, row](auto signal, auto act) {
        connect(menu, signal, this, [this, row, act](const auto &...chosen) {
            if (row < m_session.targets().size())
                act(row, chosen...);
        });
    };
    onChoice(&TargetMenu::placeChosen, [this](int chosen, const BuildPlace &place) { setPlace(chosen, place); });
    onChoice(&TargetMenu::machineRequested,
             [this](int chosen) { Q_EMIT machineRequested(m_session.targets()[chosen].target.system); });
    onChoice(&TargetMenu::buildRequested, [this](int chosen) { Q_EMIT buildRequested(chosen); });
    onChoice(&TargetMenu::cancelRequested, [this](int chosen) { m_session.cancelBuild(chosen); });
    onChoice(&TargetMenu::openLogRequested, [this](int chosen) { Q_EMIT openLogRequested(chosen); });
    onChoice(&TargetMenu::adoptRequested, [this](int chosen) { Q_EMIT adoptRequested(chosen); });
    onChoice(&TargetMenu::leaveOutRequested, [this](int chosen) { Q_EMIT leaveOutRequested(chosen, true); });
    onChoice(&TargetMenu::takeBackRequested, [this](int chosen) { Q_EMIT leaveOutRequested(chosen, false); });
    menu->popup(at);
}

} // namespace unmoor
