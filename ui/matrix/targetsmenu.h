// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/placechoice.h"

#include <QMenu>

namespace unmoor {

/// What can be done with several targets at once. Each action says how many of them it is for, and leaves out those
/// that it cannot be done with; where that is all of them, it is grey and says why.
class TargetsMenu : public QMenu
{
    Q_OBJECT
public:
    /// \a places: what each of \a targets can choose from.
    TargetsMenu(const QList<TargetState> &targets, const QList<QList<PlaceChoice>> &places, QWidget *parent = nullptr);

Q_SIGNALS:
    void buildRequested(const QStringList &triples);
    void cancelRequested(const QStringList &triples);
    void placeChosen(const QStringList &triples, const unmoor::BuildPlace &place);
    void leaveOutRequested(const QStringList &triples);
    void takeBackRequested(const QStringList &triples);

private:
    void addPlaces(const QList<TargetState> &targets, const QList<QList<PlaceChoice>> &places);
};

} // namespace unmoor
