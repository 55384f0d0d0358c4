// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/placechoice.h"

#include <QMenu>
#include <functional>

namespace unmoor {

// Why something cannot be done with a target now, for people; empty: it can.

QString whyNotBuilt(const TargetState &target);
QString whyNotCanceled(const TargetState &target);
QString whyNotLeftOut(const TargetState &target);
QString whyNotTakenBack(const TargetState &target);

/// "mac-mini", or "arm-box (builds aarch64-linux)" where it cannot be chosen.
QString placeText(const PlaceChoice &choice);

/// Adds \a choices to \a menu: the current one checked, those that are not possible disabled, with the reason.
void addPlaces(QMenu &menu, const QList<PlaceChoice> &choices, const std::function<void(const BuildPlace &)> &choose);

/// What can be done with one target. What cannot be done now is grey, and says why.
class TargetMenu : public QMenu
{
    Q_OBJECT
public:
    enum class Part {
        Where, ///< where its archive comes from
        All,
    };

    /// \a whyNoLog: why there is no log of it; empty: there is one.
    TargetMenu(const TargetState &target, const QList<PlaceChoice> &places, Part part, const QString &whyNoLog = {},
               QWidget *parent = nullptr);

Q_SIGNALS:
    void placeChosen(const unmoor::BuildPlace &place);
    void machineRequested(); ///< one that builds it, to be set up
    void buildRequested();
    void cancelRequested();
    void showLogRequested(); ///< the last one that was kept, in the window
    void openLogRequested(); ///< its file, with a program of the desktop
    void adoptRequested();
    void letGoRequested(); ///< of the file that was adopted
    void leaveOutRequested();
    void takeBackRequested();

private:
    void addBuilding(const TargetState &target);
    void addLog(const TargetState &target, const QString &whyNoLog);
    void addOtherWays(const TargetState &target);
};

} // namespace unmoor
