// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/placedesk.h"

#include "ui/build/buildpage.h"
#include "ui/matrix/matrixview.h"
#include "ui/matrix/targetsmenu.h"
#include "ui/plan/planpage.h"

namespace unmoor {

PlaceDesk::PlaceDesk(Session &session, MatrixView *matrix, PlanPage *plan, BuildPage *build, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_matrix(matrix)
    , m_plan(plan)
    , m_build(build)
{
    connectMatrix();
    connect(m_plan, &PlanPage::buildPlaceChosen, this,
            [this](int row, const BuildPlace &place) { setPlace({m_session.targets().triples().value(row)}, place); });
    connect(m_plan, &PlanPage::machineRequested, this,
            [this](int row) { Q_EMIT machineRequested(m_session.targets().rows()[row].target.system); });
    connect(m_build, &BuildPage::placeChosen, this, [this](const BuildPlace &place) {
        setPlace({m_session.targets().triples().value(m_matrix->currentRow())}, place);
    });
    connect(&m_session.targets(), &Targets::changed, this, &PlaceDesk::update);
    connect(&m_session, &Session::projectChanged, this, &PlaceDesk::update);
    connect(&m_session.engine().settingsStore(), &SettingsStore::changed, this, &PlaceDesk::update);
    connect(&m_session, &Session::activityChanged, this, [this] {
        update();
        const bool checks = m_session.planner().isRunning();
        if (std::exchange(m_checks, checks) && !checks)
            askBuilders(); // Nix's settings may have been changed before
        // Not from within the end of the task that was in the way.
        if (m_wantsForecast && !checks)
            QMetaObject::invokeMethod(this, &PlaceDesk::forecast, Qt::QueuedConnection);
    });
    update();
    askBuilders();
}

void PlaceDesk::connectMatrix()
{
    connect(m_matrix, &MatrixView::placeMenuRequested, this,
            [this](int row, const QPoint &at) { showMenu(row, TargetMenu::Part::Where, at); });
    connect(m_matrix, &MatrixView::targetMenuRequested, this,
            [this](int row, const QPoint &at) { showMenu(row, TargetMenu::Part::All, at); });
    connect(m_matrix, &MatrixView::targetsMenuRequested, this, &PlaceDesk::showMenuOf);
    connect(m_matrix, &MatrixView::currentRowChanged, this, &PlaceDesk::update);
}

void PlaceDesk::askBuilders()
{
    configuredBuilders(m_session.project().directory).then(this, [this](const Result<NixBuilders> &builders) {
        m_builders = builders ? std::optional(*builders) : std::nullopt;
        update();
    });
}

QList<PlaceChoice> PlaceDesk::choices(int row) const
{
    return placeChoices(m_session.targets().rows().at(row), m_session.engine().settings(), m_session.places().nix(),
                        m_builders);
}

void PlaceDesk::update()
{
    QList<QList<PlaceChoice>> all;
    for (int row = 0; row < m_session.targets().rows().size(); ++row)
        all.append(choices(row));
    m_plan->setPlaces(all);
    m_build->setPlaces(all.value(m_matrix->currentRow()));
}

void PlaceDesk::setPlace(const QStringList &triples, const BuildPlace &place)
{
    Result<void> kept;
    for (const QString &triple : triples)
        if (kept)
            kept = m_session.places().choose(triple, place, m_session.project().checkout.root);
    Q_EMIT ended(kept, tr("The place was not changed"));
    if (kept)
        forecast();
}

/// What building means there. A check that runs asks for the place that was: it is waited for.
void PlaceDesk::forecast()
{
    m_wantsForecast = m_session.planner().isRunning();
    if (!m_wantsForecast)
        m_session.planner().forecast(m_session.snapshot()).then(this, [this](const Result<void> &asked) {
            Q_EMIT ended(asked, tr("What a build would do is not known"));
        });
}

/// Why no log of the target can be shown; empty: one was kept, or is being written.
QString PlaceDesk::whyNoLog(const QString &triple) const
{
    const TargetState *target = m_session.targets().find(triple);
    const Ledger *ledger = m_session.engine().ledger();
    if (!ledger || (target && target->build == TargetState::Build::Running))
        return {};
    const auto builds = ledger->buildsWithLog(m_session.project().checkout.root, triple, 1);
    return builds && builds->isEmpty() ? tr("No log of it is kept: it was not built here yet.") : QString();
}

void PlaceDesk::showMenu(int row, TargetMenu::Part part, const QPoint &at)
{
    if (row < 0 || row >= m_session.targets().rows().size())
        return;
    const TargetState &target = m_session.targets().rows().at(row);
    const QString triple = target.target.triple;
    auto *menu = new TargetMenu(target, choices(row), part, whyNoLog(triple), m_matrix);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    // The project may have other targets by the time that something is chosen.
    const auto onChoice = [this, menu, triple](auto signal, auto act) {
        connect(menu, signal, this, [this, triple, act](const auto &...chosen) {
            if (m_session.targets().find(triple))
                act(triple, chosen...);
        });
    };
    onChoice(&TargetMenu::placeChosen,
             [this](const QString &chosen, const BuildPlace &place) { setPlace({chosen}, place); });
    onChoice(&TargetMenu::machineRequested, [this](const QString &chosen) {
        Q_EMIT machineRequested(m_session.targets().find(chosen)->target.system);
    });
    onChoice(&TargetMenu::buildRequested, [this](const QString &chosen) { Q_EMIT buildRequested({chosen}); });
    onChoice(&TargetMenu::cancelRequested, [this](const QString &chosen) { m_session.builds().cancel(chosen); });
    onChoice(&TargetMenu::showLogRequested, [this](const QString &chosen) { Q_EMIT showLogRequested(chosen); });
    onChoice(&TargetMenu::openLogRequested, [this](const QString &chosen) { Q_EMIT openLogRequested(chosen); });
    onChoice(&TargetMenu::adoptRequested, [this](const QString &chosen) { Q_EMIT adoptRequested(chosen); });
    onChoice(&TargetMenu::letGoRequested, [this](const QString &chosen) { Q_EMIT letGoRequested(chosen); });
    onChoice(&TargetMenu::leaveOutRequested,
             [this](const QString &chosen) { Q_EMIT leaveOutRequested({chosen}, true); });
    onChoice(&TargetMenu::takeBackRequested,
             [this](const QString &chosen) { Q_EMIT leaveOutRequested({chosen}, false); });
    menu->popup(at);
}

void PlaceDesk::showMenuOf(const QList<int> &rows, const QPoint &at)
{
    QList<TargetState> targets;
    QList<QList<PlaceChoice>> places;
    for (const int row : rows) {
        targets.append(m_session.targets().rows().at(row));
        places.append(choices(row));
    }
    auto *menu = new TargetsMenu(targets, places, m_matrix);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    const auto stillThere = [this](QStringList triples) {
        triples.removeIf([this](const QString &triple) { return !m_session.targets().find(triple); });
        return triples;
    };
    connect(menu, &TargetsMenu::placeChosen, this,
            [this, stillThere](const QStringList &triples, const BuildPlace &place) {
                setPlace(stillThere(triples), place);
            });
    connect(menu, &TargetsMenu::buildRequested, this,
            [this, stillThere](const QStringList &triples) { Q_EMIT buildRequested(stillThere(triples)); });
    connect(menu, &TargetsMenu::cancelRequested, this, [this](const QStringList &triples) {
        for (const QString &triple : triples)
            m_session.builds().cancel(triple);
    });
    connect(menu, &TargetsMenu::leaveOutRequested, this,
            [this, stillThere](const QStringList &triples) { Q_EMIT leaveOutRequested(stillThere(triples), true); });
    connect(menu, &TargetsMenu::takeBackRequested, this,
            [this, stillThere](const QStringList &triples) { Q_EMIT leaveOutRequested(stillThere(triples), false); });
    menu->popup(at);
}

} // namespace unmoor
