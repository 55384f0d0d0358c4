// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/targetsmenu.h"

#include "app/core/format.h"
#include "ui/matrix/targetmenu.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/whynot.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Those of several targets that something can be done with, and why not with the first of the others.
struct Able
{
    QStringList triples;
    QString whyNot;
};

Able ableTo(const QList<TargetState> &targets, QString (*whyNot)(const TargetState &))
{
    Able able;
    for (const TargetState &target : targets) {
        const QString why = whyNot(target);
        if (why.isEmpty())
            able.triples.append(target.target.triple);
        else if (able.whyNot.isEmpty())
            able.whyNot = TargetsMenu::tr("%1: %2").arg(target.name(), why);
    }
    return able;
}

/// With all of them it is a plain action; with some its tooltip says why not with the others.
void offer(QAction *action, const Able &able)
{
    offerUnless(action, able.triples.isEmpty() ? able.whyNot : QString());
    if (!able.triples.isEmpty() && !able.whyNot.isEmpty())
        action->setToolTip(toolTipText(TargetsMenu::tr("Not of all. %1").arg(able.whyNot)));
}

} // namespace

TargetsMenu::TargetsMenu(const QList<TargetState> &targets, const QList<QList<PlaceChoice>> &places, QWidget *parent)
    : QMenu(parent)
{
    setAccessibleName(tr("What to do with %1 targets").arg(targets.size()));
    const auto add = [&](const Able &able, const QString &one, const QString &many, auto signal) {
        const qsizetype count = able.triples.isEmpty() ? targets.size() : able.triples.size();
        offer(addAction(counted(count, one, many), this, [this, able, signal] { Q_EMIT(this->*signal)(able.triples); }),
              able);
    };
    add(ableTo(targets, whyNotBuilt), tr("&Build 1 target"), tr("&Build %1 targets"), &TargetsMenu::buildRequested);
    add(ableTo(targets, whyNotCanceled), tr("&Cancel 1 build"), tr("&Cancel %1 builds"), &TargetsMenu::cancelRequested);
    addPlaces(targets, places);
    addSeparator();
    add(ableTo(targets, whyNotLeftOut), tr("L&eave 1 target out of this release"),
        tr("L&eave %1 targets out of this release"), &TargetsMenu::leaveOutRequested);
    add(ableTo(targets, whyNotTakenBack), tr("&Take 1 target back in"), tr("&Take %1 targets back in"),
        &TargetsMenu::takeBackRequested);
    showReasons(this);
}

void TargetsMenu::addPlaces(const QList<TargetState> &targets, const QList<QList<PlaceChoice>> &places)
{
    QMenu *menu = addMenu(tr("Build &on"));
    QList<TargetPlaces> all;
    for (qsizetype i = 0; i < targets.size(); ++i)
        if (targets[i].isIn())
            all.append({targets[i].target.triple, places.value(i)});
    menu->setEnabled(!all.isEmpty());
    for (const JointChoice &choice : jointChoices(all)) {
        const bool some = !choice.triples.isEmpty() && choice.triples.size() < all.size();
        const QString name = buttonLabel(placeName(choice.place));
        auto *action = menu->addAction(
            some ? tr("%1 (%2 of %3 targets)").arg(name).arg(choice.triples.size()).arg(all.size()) : name, this,
            [this, choice] { Q_EMIT placeChosen(choice.triples, choice.place); });
        action->setCheckable(true);
        action->setChecked(choice.isCurrent);
        offer(action, {choice.triples, choice.whyNot});
    }
}

} // namespace unmoor
