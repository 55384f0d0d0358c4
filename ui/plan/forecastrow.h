// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/placechoice.h"

#include <QWidget>

class QVBoxLayout;

namespace unmoor {

/// What a build would do for one target: its name and estimate, then each derivation; or why it will not be built and
/// what can be done about it.
class ForecastRow : public QWidget
{
    Q_OBJECT
public:
    explicit ForecastRow(const TargetState &target, const QList<PlaceChoice> &places = {}, QWidget *parent = nullptr);

    /// All of \a target and \a places that a row shows: equal keys, equal rows.
    static QString contentKey(const TargetState &target, const QList<PlaceChoice> &places = {});

Q_SIGNALS:
    void adoptRequested();
    void leaveOutRequested();
    void takeBackRequested();
    void placeChosen(const unmoor::BuildPlace &place);
    void machineRequested(); ///< one that builds the target, to be set up

private:
    void addHeading(const TargetState &target);
    void addSteps(const TargetState &target);
    void addProblem(const TargetState &target);
    void addLeftOut(const TargetState &target);
    void addSettled(const TargetState &target); ///< built, running and the like
    QWidget *moreButton(const TargetState &target);
    QLayout *waysOut(const TargetState &target);

    QList<PlaceChoice> m_places;
    QVBoxLayout *m_column;
};

} // namespace unmoor
