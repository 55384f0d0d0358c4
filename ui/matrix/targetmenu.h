// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/placechoice.h"

#include <QMenu>
#include <functional>

namespace unmoor {

/// "mac-mini", or "arm-box (builds aarch64-linux)" where it cannot be chosen.
QString placeText(const PlaceChoice &choice);

/// Adds \a choices to \a menu: the current one checked, those that are not possible disabled, with the reason.
void addPlaces(QMenu &menu, const QList<PlaceChoice> &choices, const std::function<void(const BuildPlace &)> &choose);

/// What can be done with one target.
class TargetMenu : public QMenu
{
    Q_OBJECT
public:
    enum class Part {
        Where, ///< where its archive comes from
        All,
    };

    TargetMenu(const TargetState &target, const QList<PlaceChoice> &places, Part part, QWidget *parent = nullptr);

Q_SIGNALS:
    void placeChosen(const unmoor::BuildPlace &place);
    void machineRequested(); ///< one that builds it, to be set up
    void buildRequested();
    void cancelRequested();
    void openLogRequested();
    void adoptRequested();
    void leaveOutRequested();
    void takeBackRequested();

private:
    void addBuilding(const TargetState &target);
    void addOtherWays(const TargetState &target);
};

} // namespace unmoor
