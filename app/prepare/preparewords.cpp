// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparewords.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "app/project/tagtemplate.h"

using namespace Qt::StringLiterals;

namespace unmoor {

QString tagKindWords(TagKind kind)
{
    return kind == TagKind::Signed   ? Words::tr("signed")
        : kind == TagKind::Annotated ? Words::tr("annotated")
                                     : Words::tr("lightweight");
}

QString choiceName(NextVersion::Kind kind)
{
    switch (kind) {
    case NextVersion::Kind::Patch:
        return Words::tr("Patch");
    case NextVersion::Kind::Minor:
        return Words::tr("Minor");
    case NextVersion::Kind::Major:
        return Words::tr("Major");
    case NextVersion::Kind::PreRelease:
        return Words::tr("Pre-release");
    case NextVersion::Kind::Final:
        return Words::tr("Final");
    }
    Q_UNREACHABLE_RETURN({});
}

QString meaningOf(const PrepareFacts &facts, const QString &version)
{
    const QString tag = TagTemplate(facts.project->manifest).tagOf(version);
    if (isPreRelease(facts.project->manifest, version))
        return Words::tr("%1, a pre-release: latest stays where it is").arg(tag);
    return facts.takesLatest(version) ? Words::tr("%1, shown as the latest release").arg(tag)
                                      : Words::tr("%1, not shown as the latest release").arg(tag);
}

QString preparedName(const QString &tag, const QString &version)
{
    if (!tag.isEmpty())
        return tag;
    return version.isEmpty() ? Words::tr("the next version") : version;
}

QString preparedName(const PrepareJournal &journal)
{
    return preparedName(journal.tag, journal.version);
}

QString preparedName(const PreparePlan &plan)
{
    return preparedName(plan.tag, plan.version);
}

QString standingWords(const PrepareJournal &journal)
{
    const QString name = preparedName(journal);
    if (journal.commit.isEmpty())
        return Words::tr("Preparing %1 was interrupted: its edits may stand in the files.").arg(name);
    if (!journal.pullUrl.isEmpty())
        return Words::tr("The pull request of %1 waits to be merged: %2").arg(name, journal.pullUrl);
    if (!journal.makesTag())
        return Words::tr("The commit %1 begins %2, and is not pushed.").arg(shortCommit(journal.commit), name);
    return journal.isTagged
        ? Words::tr("%1 is prepared at %2, and not pushed.").arg(journal.tag, shortCommit(journal.commit))
        : Words::tr("Preparing %1 was interrupted after the commit %2.").arg(journal.tag, shortCommit(journal.commit));
}

QString standingCommands(const PrepareJournal &journal)
{
    if (!journal.pullBranch.isEmpty())
        return Words::tr("Once it is merged, go on: unmoor prepare --push");
    return journal.isMade() ? Words::tr("Push it: unmoor prepare --push, or take it back: unmoor prepare --undo")
                            : Words::tr("Go on: unmoor prepare --continue, or take it back: unmoor prepare --undo");
}

} // namespace unmoor
