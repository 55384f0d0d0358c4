// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/targetmenu.h"

#include "app/core/words.h"

#include "ui/widgets/whynot.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Build = TargetState::Build;

bool isBuilding(const TargetState &target)
{
    return target.build == Build::Running || target.build == Build::Waiting;
}

QString builtText()
{
    return TargetMenu::tr("It is being built. Cancel that first.");
}

} // namespace

QString whyNotBuilt(const TargetState &target)
{
    if (!target.isIn())
        return TargetMenu::tr("It is left out of this release.");
    if (isBuilding(target))
        return TargetMenu::tr("It is being built.");
    if (target.build == Build::Unbuildable)
        return TargetMenu::tr("Nothing here builds %1. Choose another place, or take a finished archive.")
            .arg(target.target.system);
    return target.build == Build::Adopted && !target.isFromActions()
        ? TargetMenu::tr("A finished archive was taken for it. Let go of that to build it.")
        : QString();
}

QString whyNotCanceled(const TargetState &target)
{
    return isBuilding(target) ? QString() : TargetMenu::tr("It is not being built.");
}

QString whyNotLeftOut(const TargetState &target)
{
    if (!target.isIn())
        return TargetMenu::tr("It is left out already.");
    return isBuilding(target) ? builtText() : QString();
}

QString whyNotTakenBack(const TargetState &target)
{
    if (target.isIn())
        return TargetMenu::tr("It is in this release.");
    return target.leftOutByChoice ? QString() : TargetMenu::tr("It is left out in unmoor.toml. Change it there.");
}

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

TargetMenu::TargetMenu(const TargetState &target, const QList<PlaceChoice> &places, Part part, const QString &whyNoLog,
                       QWidget *parent)
    : QMenu(parent)
{
    setAccessibleName(tr("What to do with %1").arg(target.name()));
    if (!target.isIn()) {
        offerUnless(addAction(target.leftOutByChoice ? tr("&Take back in") : tr("Left out in unmoor.toml"), this,
                              &TargetMenu::takeBackRequested),
                    whyNotTakenBack(target));
        addLog(target, whyNoLog);
        showReasons(this);
        return;
    }
    const auto choose = [this](const BuildPlace &place) { Q_EMIT placeChosen(place); };
    if (part == Part::All) {
        addBuilding(target);
        addLog(target, whyNoLog);
        addSeparator();
        auto *on = addMenu(tr("Build &on"));
        addPlaces(*on, places, choose);
        on->addSeparator();
        on->addAction(tr("&Set up a machine…"), this, &TargetMenu::machineRequested);
        addSeparator();
        addOtherWays(target);
    } else {
        addPlaces(*this, places, choose);
        addSeparator();
        addOtherWays(target);
        addSeparator();
        addAction(tr("&Set up a machine…"), this, &TargetMenu::machineRequested);
    }
    showReasons(this);
}

void TargetMenu::addBuilding(const TargetState &target)
{
    const bool ended = target.hasArchive() || target.build == Build::Failed || target.build == Build::Canceled;
    offerUnless(
        addAction(ended ? tr("&Build again") : tr("&Build only this target"), this, &TargetMenu::buildRequested),
        whyNotBuilt(target));
    offerUnless(addAction(tr("&Cancel"), this, &TargetMenu::cancelRequested), whyNotCanceled(target));
}

void TargetMenu::addLog(const TargetState &target, const QString &whyNoLog)
{
    offerUnless(addAction(tr("&Show the last log"), this, &TargetMenu::showLogRequested), whyNoLog);
    offerUnless(addAction(tr("Open &log file"), this, &TargetMenu::openLogRequested),
                target.record.logFile.isEmpty() ? tr("The build that counts has kept no log.") : QString());
}

void TargetMenu::addOtherWays(const TargetState &target)
{
    offerUnless(addAction(tr("Take a finished &archive…"), this, &TargetMenu::adoptRequested),
                isBuilding(target) ? builtText() : QString());
    if (target.build == Build::Adopted)
        addAction(tr("Let &go of the taken archive"), this, &TargetMenu::letGoRequested);
    offerUnless(addAction(tr("L&eave out of this release"), this, &TargetMenu::leaveOutRequested),
                whyNotLeftOut(target));
}

} // namespace unmoor
