// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/releasestory.h"

#include "app/core/format.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

enum class Standing { Verified, Unverified, Broken, Missing, Different };

Standing standingOf(const ExpectedArchive &archive, const QList<FileState> &states, const RemoteRelease &remote)
{
    const auto state = std::ranges::find(states, archive.name, &FileState::name);
    const github::Asset *asset = remote.find(archive.name);
    if (!asset)
        return Standing::Missing;
    if (asset->state != u"uploaded")
        return Standing::Broken;
    if (state == states.end() || !state->local)
        return Standing::Unverified; // there, and nothing here to compare it with
    switch (state->verdict) {
    case FileVerdict::Verified:
        return Standing::Verified;
    case FileVerdict::Broken:
        return Standing::Broken;
    case FileVerdict::Different:
        return Standing::Different;
    case FileVerdict::Missing:
        return Standing::Missing;
    case FileVerdict::Unverified:
    case FileVerdict::Unexpected:
        break;
    }
    return Standing::Unverified;
}

/// "a", "a and b", "a, b and c".
QString listed(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return Words::tr("%1 and %2").arg(names.first(names.size() - 1).join(u", "_s), names.last());
}

QString about(const QStringList &targets, const QString &one, const QString &many)
{
    return targets.isEmpty() ? QString() : (targets.size() == 1 ? one : many).arg(listed(targets));
}

QString verifiedWords(qsizetype verified, qsizetype all)
{
    if (all == 1)
        return verified == 1 ? Words::tr("its archive is verified") : QString();
    if (verified == 0)
        return Words::tr("no archive is verified");
    if (verified == all)
        return Words::tr("all %1 archives are verified").arg(all);
    return verified == 1 ? Words::tr("1 of %1 archives is verified").arg(all)
                         : Words::tr("%1 of %2 archives are verified").arg(verified).arg(all);
}

QString archiveWords(const QMap<Standing, QStringList> &targets, qsizetype all)
{
    QStringList words{verifiedWords(targets.value(Standing::Verified).size(), all),
                      about(targets.value(Standing::Broken), Words::tr("%1 broke off"), Words::tr("%1 broke off")),
                      about(targets.value(Standing::Different), Words::tr("%1 is not what was built here"),
                            Words::tr("%1 are not what was built here")),
                      about(targets.value(Standing::Missing), Words::tr("%1 is missing"), Words::tr("%1 are missing")),
                      about(targets.value(Standing::Unverified), Words::tr("%1 is there, not compared yet"),
                            Words::tr("%1 are there, not compared yet"))};
    words.removeAll(QString());
    return words.join(u", "_s);
}

} // namespace

std::optional<ReleaseStory> tellRelease(const DesiredRelease &desired, const RemoteRelease &remote,
                                        const PublishPlan &plan, const QList<ExpectedArchive> &archives)
{
    if (!remote.release || archives.isEmpty() || plan.isWithdrawn)
        return {};
    const QList<FileState> states = compareFiles(desired, remote);
    QMap<Standing, QStringList> targets;
    for (const ExpectedArchive &archive : archives)
        targets[standingOf(archive, states, remote)].append(archive.target);
    const bool isWhole = targets.value(Standing::Verified).size() == archives.size();
    if (isWhole && plan.isComplete())
        return {};

    const bool isDraft = remote.release->draft;
    const QString words = archiveWords(targets, archives.size());
    ReleaseStory story;
    story.action = Words::tr("&Finish %1…").arg(desired.tag);
    if (isDraft)
        story.title = Words::tr("%1 is a draft on GitHub: %2.").arg(desired.tag, words);
    else if (isWhole)
        story.title = Words::tr("%1 is published: %2, but it is not complete.").arg(desired.tag, words);
    else
        story.title = Words::tr("%1 is published, but not complete: %2.").arg(desired.tag, words);
    const QString left = counted(plan.steps.size(), Words::tr("1 step is left."), Words::tr("%1 steps are left."));
    story.text = plan.blocker ? plan.blocker->message
        : isDraft             ? Words::tr("Users cannot see it yet. What is verified is not sent again.")
                              : Words::tr("Users can see it as it is. What is verified is not sent again.");
    if (!plan.blocker && !plan.steps.isEmpty())
        story.text += u' ' + left;
    return story;
}

} // namespace unmoor
