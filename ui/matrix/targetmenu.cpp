// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/targetmenu.h"

#include "app/core/words.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Build = TargetState::Build;

bool isBuilding(const TargetState &target)
{
    return target.build == Build::Running || target.build == Build::Waiting;
}

} // namespace

QString placeText(const PlaceChoice &choice)
{
    const QString name = placeName(choice.place);
    return choice.isPossible() ? name : Words::tr("%1 (%2)").arg(name, choice.whyNot);
}

void addPlaces(QMenu &menu, const QList<PlaceChoice> &choices, const std::function<void(const BuildPlace &)> &choose)
{
    auto *group = new QActionGroup(&menu);
    for (const PlaceChoice &choice : choices) {
        // A name is text, not a mnemonic.
        auto *action = menu.addAction(placeText(choice).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(choice.isCurrent);
        action->setEnabled(choice.isPossible());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [choose, place = choice.place] { choose(place); });
    }
}

TargetMenu::TargetMenu(const TargetState &target, const QList<PlaceChoice> &places, Part part, QWidget *parent)
    : QMenu(parent)
{
    setAccessibleName(tr("What to do with %1").arg(target.name()));
    if (!target.isIn()) {
        auto *back = addAction(target.leftOutByChoice ? tr("&Take back in") : tr("Left out in unmoor.toml"), this,
                               &TargetMenu::takeBackRequested);
        back->setEnabled(target.leftOutByChoice);
        return;
    }
    const auto choose = [this](const BuildPlace &place) { Q_EMIT placeChosen(place); };
    if (part == Part::All) {
        addBuilding(target);
        auto *on = addMenu(tr("Build &on"));
        addPlaces(*on, places, choose);
        on->addSeparator();
        on->addAction(tr("&Set up a machine…"), this, &TargetMenu::machineRequested);
        addSeparator();
        addOtherWays(target);
        return;
    }
    addPlaces(*this, places, choose);
    addSeparator();
    addOtherWays(target);
    addSeparator();
    addAction(tr("&Set up a machine…"), this, &TargetMenu::machineRequested);
}

void TargetMenu::addBuilding(const TargetState &target)
{
    const bool ended = target.hasArchive() || target.build == Build::Failed || target.build == Build::Canceled;
    auto *build =
        addAction(ended ? tr("&Build again") : tr("&Build only this target"), this, &TargetMenu::buildRequested);
    build->setEnabled(!isBuilding(target) && target.build != Build::Unbuildable && target.build != Build::Adopted);
    addAction(tr("&Cancel"), this, &TargetMenu::cancelRequested)->setEnabled(isBuilding(target));
    addAction(tr("Open &log file"), this, &TargetMenu::openLogRequested)->setEnabled(!target.record.logFile.isEmpty());
    addSeparator();
}

void TargetMenu::addOtherWays(const TargetState &target)
{
    auto *adopt = addAction(tr("Take a finished &archive…"), this, &TargetMenu::adoptRequested);
    auto *leaveOut = addAction(tr("L&eave out of this release"), this, &TargetMenu::leaveOutRequested);
    for (QAction *action : {adopt, leaveOut})
        action->setEnabled(!isBuilding(target));
}

} // namespace unmoor
