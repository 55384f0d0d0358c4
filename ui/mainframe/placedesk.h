// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"
#include "ui/matrix/targetmenu.h"

#include <QObject>

namespace unmoor {

class BuildPage;
class MatrixView;
class PlanPage;

/// Joins what is known of places to the matrix and the pages: offers where a target can be built, and has what a person
/// chose forecast anew. Shows the menus of the matrix.
class PlaceDesk : public QObject
{
    Q_OBJECT
public:
    /// \a session, \a matrix, \a plan and \a build outlive this.
    PlaceDesk(Session &session, MatrixView *matrix, PlanPage *plan, BuildPage *build, QObject *parent = nullptr);

    /// Builds the targets there from now on.
    void setPlace(const QStringList &triples, const BuildPlace &place);
    void update(); ///< the pages' offers

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called
    void machineRequested(const QString &system); ///< one that builds this, to be set up
    void buildRequested(const QStringList &triples);
    void showLogRequested(const QString &triple);
    void openLogRequested(const QString &triple);
    void adoptRequested(const QString &triple);
    void letGoRequested(const QString &triple);
    void leaveOutRequested(const QStringList &triples, bool out);

private:
    void connectMatrix();
    void showMenu(int row, TargetMenu::Part part, const QPoint &at);
    void showMenuOf(const QList<int> &rows, const QPoint &at);
    QString whyNoLog(const QString &triple) const;
    QList<PlaceChoice> choices(int row) const;
    void forecast();
    void askBuilders();

    Session &m_session;
    MatrixView *m_matrix;
    PlanPage *m_plan;
    BuildPage *m_build;
    std::optional<NixBuilders> m_builders; ///< of this machine's Nix; nullopt: not known
    bool m_checks = false;
    bool m_wantsForecast = false; ///< as soon as the check that runs has ended
};

} // namespace unmoor
