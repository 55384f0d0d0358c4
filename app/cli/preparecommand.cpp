// SPDX-License-Identifier: GPL-3.0-or-later
// unmoor prepare: from the next version to the tag, and the push.
#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/prepare/nextplan.h"
#include "app/prepare/preparepull.h"
#include "app/prepare/preparerun.h"
#include "app/prepare/preparewords.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct PrepareWork
{
    Session &session;
    Invocation invocation;
    Console console;
    QString directory; ///< absolute
    QString stateDir;
    std::shared_ptr<ProcessLock> alone = {}; ///< until the command ends; null where nothing is changed
};

using Preparation = std::shared_ptr<PrepareWork>;

QJsonObject toJson(const FileEdit &edit)
{
    return {{u"file"_s, edit.file}, {u"line"_s, edit.line()}, {u"diff"_s, unifiedText(edit)}};
}

QList<NextVersion> choicesOf(const PrepareFacts &facts, const PreparePlan &plan)
{
    return plan.makesTag() ? facts.choices() : developmentVersions(facts);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject documentOf(const PrepareFacts &facts, const PreparePlan &plan)
{
    QJsonArray choices, edits;
    for (const NextVersion &choice : choicesOf(facts, plan))
        choices.append(QJsonObject{{u"kind"_s, nextVersionName(choice.kind)},
                                   {u"version"_s, choice.version},
                                   {u"prerelease"_s, choice.isPreRelease},
                                   {u"proposed"_s, choice.isProposed},
                                   {u"why"_s, choice.why}});
    for (const FileEdit &edit : plan.edits)
        edits.append(toJson(edit));
    return {{u"schema"_s, 1},
            {u"last"_s, facts.last()},
            {u"version"_s, plan.version.isEmpty() ? plan.project->versionText() : plan.version},
            {u"tag"_s, textOrNull(plan.tag)},
            {u"prerelease"_s, plan.isPreRelease},
            {u"latest"_s, plan.takesLatest},
            {u"choices"_s, choices},
            {u"edits"_s, edits},
            {u"message"_s, plan.message},
            {u"tag_kind"_s, textOrNull(plan.makesTag() ? tagKindName(plan.tagKind) : QString())},
            {u"obstacles"_s, QJsonArray::fromStringList(plan.obstacles)}};
}

QString choicesText(const PrepareFacts &facts, const PreparePlan &plan)
{
    QStringList words;
    for (const NextVersion &choice : choicesOf(facts, plan))
        words += u"%1 %2%3"_s.arg(nextVersionName(choice.kind), choice.version,
                                  choice.why.isEmpty() ? QString() : u" (%1)"_s.arg(choice.why));
    return words.join(u", "_s);
}

QString planText(const PrepareFacts &facts, const PreparePlan &plan)
{
    if (plan.isDone())
        return Words::tr(
                   "The next version is begun already: the changelog has a section for it, and the files say %1.\n")
            .arg(plan.project->versionText());
    QString text = plan.version.isEmpty()
        ? Words::tr("After %1 the files go on saying %2\n").arg(facts.last(), plan.project->versionText())
        : Words::tr("%1 after %2; possible: %3\n").arg(plan.version, facts.last(), choicesText(facts, plan));
    for (const FileEdit &edit : plan.edits)
        text += u'\n' + unifiedText(edit);
    text += Words::tr("\nCommit: %1\n").arg(plan.message.section(u'\n', 0, 0));
    text += plan.makesTag()
        ? Words::tr("Tag: %1, %2%3\n")
              .arg(plan.tag, tagKindWords(plan.tagKind),
                   plan.isPreRelease ? Words::tr("; a pre-release, `latest` stays where it is") : QString())
        : Words::tr("No tag: this is no release\n");
    for (const QString &obstacle : plan.obstacles)
        text += Words::tr("In the way: %1\n").arg(obstacle);
    return text;
}

QFuture<Result<bool>> agreed(const Preparation &work, const QString &question)
{
    if (work->invocation.yes)
        return finished<bool>(true);
    if (!isAtTerminal())
        return finished<bool>(failure(Error::Kind::InvalidInput,
                                      Words::tr("This asks first, and there is no terminal to ask on. Read what is "
                                                "printed above, then add --yes.")));
    work->console.log(question);
    return andThen(readLine(Echo::Shown, work->console.stop()), [](const QByteArray &answer) {
        return answer.trimmed() == "yes"
            ? finished<bool>(true)
            : finished<bool>(failure(Error::Kind::Canceled, Words::tr("Nothing was changed.")));
    });
}

PrepareListener listenerOf(const Preparation &work)
{
    return {.said = [work](const QString &line) { work->console.log(line); }, .began = {}};
}

/// The project's host, signed in.
QFuture<Result<PullHost>> pullHostOf(const Preparation &work)
{
    return andThen(openSignedIn(work->invocation, work->session), &work->session, [work] {
        const Project &project = work->session.project();
        const auto repository = repositoryAt(project.host, project.manifest, project.checkout);
        return finished<PullHost>(repository.transform([&](const QString &) {
            return PullHost{.client = &work->session.client(), .repository = project.repository()};
        }));
    });
}

/// What is merged by a pull request is tagged and pushed then.
QFuture<Result<void>> pushMerged(const Preparation &work, const PrepareJournal &journal, const PushPreview &preview)
{
    auto done = andThen(pullHostOf(work), [work, journal, preview](const PullHost &host) {
        return finishPullRequest(journal, preview, host, work->stateDir, listenerOf(work), work->console.stop());
    });
    return andThen(done, [](const PrepareJournal &) { return finished<void>({}); });
}

QFuture<Result<void>> push(const Preparation &work, const PrepareJournal &journal)
{
    return andThen(previewPush(journal, work->console.stop()), [work, journal](const PushPreview &preview) {
        work->console.log(
            journal.makesTag()
                ? Words::tr("%1 gets the tag %2 and, on %3:").arg(preview.remote, preview.tag, preview.branch)
                : Words::tr("%1 gets, on %2:").arg(preview.remote, preview.branch));
        work->console.log(preview.commits);
        if (!preview.workflows.isEmpty())
            work->console.log(Words::tr("GitHub starts with it: %1").arg(preview.workflows.join(u", "_s)));
        if (!journal.pullBranch.isEmpty())
            return pushMerged(work, journal, preview);
        auto asked = agreed(
            work,
            Words::tr("Push this to %1? What listens to tags there starts with it. Type yes:").arg(preview.remote));
        return andThen(asked, [work, journal, preview](bool) {
            return pushPrepared(journal, preview, work->stateDir, listenerOf(work), work->console.stop());
        });
    });
}

QJsonObject toJson(const PrepareJournal &journal, bool isPushed)
{
    return {{u"schema"_s, 1},
            {u"version"_s, journal.version},
            {u"tag"_s, textOrNull(journal.tag)},
            {u"commit"_s, journal.commit},
            {u"tagged"_s, journal.isTagged},
            {u"pushed"_s, isPushed}};
}

QFuture<int> endWith(const Preparation &work, const PrepareJournal &journal, bool isPushed, const Result<void> &result)
{
    work->console.print(toJson(journal, isPushed && result));
    if (!result)
        return exitWith(work->console.fail(result.error()));
    if (!journal.makesTag()) {
        work->console.print(isPushed ? Words::tr("The next version is begun, here and at the remote.\n")
                                     : standingWords(journal) + u' ' + standingCommands(journal) + u'\n');
        return exitWith(0);
    }
    work->console.print(
        isPushed ? Words::tr("%1 is pushed. Build and publish it: unmoor build, unmoor publish\n").arg(journal.tag)
                 : Words::tr("%1 is tagged at %2, and not pushed yet: unmoor prepare --push, or take it "
                             "back: unmoor prepare --undo\n")
                       .arg(journal.tag, shortCommit(journal.commit)));
    return exitWith(0);
}

QFuture<int> pushAndEnd(const Preparation &work, const PrepareJournal &journal)
{
    return inEitherCase(push(work, journal),
                        [work, journal](const Result<void> &pushed) { return endWith(work, journal, true, pushed); });
}

QFuture<int> carryOut(const Preparation &work, const PreparePlan &plan)
{
    auto asked = agreed(work,
                        plan.makesTag() ? Words::tr("Write, commit and tag this? Nothing is pushed yet. Type yes:")
                                        : Words::tr("Write and commit this? Nothing is pushed yet. Type yes:"));
    auto made = andThen(asked, [work, plan](bool) {
        return runPrepare(plan, work->stateDir, work->invocation.keepEdits, listenerOf(work), work->console.stop());
    });
    return inEitherCase(made, [work](const Result<PrepareJournal> &journal) {
        if (!journal)
            return exitWith(work->console.fail(journal.error()));
        return work->invocation.push ? pushAndEnd(work, *journal) : endWith(work, *journal, false, {});
    });
}

QFuture<int> prepareNew(const Preparation &work)
{
    auto gathered = gatherPrepareFacts(work->directory, Trust::Given, work->console.stop());
    return inEitherCase(gathered, [work](const Result<PrepareFacts> &facts) {
        const auto plan = facts.and_then([&](const PrepareFacts &known) {
            return work->invocation.beginNext ? planNext(known, work->invocation.version)
                                              : planPrepare(known, work->invocation.version);
        });
        if (!plan)
            return exitWith(work->console.fail(plan.error()));
        if (work->invocation.dryRun || plan->isDone() || !plan->obstacles.isEmpty()) {
            work->console.print(documentOf(*facts, *plan));
            work->console.print(planText(*facts, *plan));
            return exitWith(plan->obstacles.isEmpty() ? 0 : 1);
        }
        for (const QString &line : planText(*facts, *plan).split(u'\n'))
            work->console.log(line);
        return carryOut(work, *plan);
    });
}

QFuture<int> endWithPull(const Preparation &work, const Result<PrepareJournal> &journal)
{
    if (!journal)
        return exitWith(work->console.fail(journal.error()));
    QJsonObject document = toJson(*journal, false);
    document[u"pull_request"_s] = QJsonObject{{u"number"_s, journal->pullNumber}, {u"url"_s, journal->pullUrl}};
    work->console.print(document);
    work->console.print(Words::tr("%1 Once it is merged, go on: unmoor prepare --push\n").arg(standingWords(*journal)));
    return exitWith(0);
}

QFuture<int> askForPull(const Preparation &work, const PrepareJournal &journal)
{
    auto opened = andThen(previewPush(journal, work->console.stop()), [work, journal](const PushPreview &preview) {
        work->console.log(Words::tr("%1 gets a branch for %2, to be merged into %3:")
                              .arg(preview.remote, preparedName(journal), preview.branch));
        work->console.log(preview.commits);
        auto asked = agreed(work, Words::tr("Push it and open a pull request? Type yes:"));
        auto host = andThen(asked, [work](bool) { return pullHostOf(work); });
        return andThen(host, [work, journal, preview](const PullHost &at) {
            return openPullRequest(journal, preview, at, work->stateDir, listenerOf(work), work->console.stop());
        });
    });
    return inEitherCase(opened, [work](const Result<PrepareJournal> &done) { return endWithPull(work, done); });
}

/// Before there is a commit it is begun anew: half of the edits may be written.
QFuture<int> continueWith(const Preparation &work, const PrepareJournal &journal)
{
    if (!journal.commit.isEmpty())
        return inEitherCase(finishPrepare(journal, work->stateDir, listenerOf(work), work->console.stop()),
                            [work, journal](const Result<PrepareJournal> &done) {
                                return done ? endWith(work, *done, false, {})
                                            : exitWith(work->console.fail(done.error()));
                            });
    return inEitherCase(undoPrepare(journal, work->stateDir, work->console.stop()),
                        [work, journal](const Result<void> &undone) {
                            if (!undone)
                                return exitWith(work->console.fail(undone.error()));
                            work->invocation.version = journal.version;
                            work->invocation.beginNext = !journal.makesTag();
                            return prepareNew(work);
                        });
}

/// With what stands of an earlier preparation. What somebody undid or pushed with git is no longer in the way.
QFuture<int> goOn(const Preparation &work, const PrepareStanding &standing)
{
    const PrepareJournal &journal = standing.journal;
    const bool isOver = standing.isTakenApart() || (standing.isOver() && !work->invocation.push);
    if (isOver && !work->invocation.undo) {
        removeJournal(work->stateDir, journal.root);
        return prepareNew(work);
    }
    if (work->invocation.undo)
        return undoPrepare(journal, work->stateDir, work->console.stop())
            .then([work, journal](const Result<void> &undone) {
                if (!undone)
                    return work->console.fail(undone.error());
                work->console.print(QJsonObject{{u"schema"_s, 1}, {u"undone"_s, preparedName(journal)}});
                work->console.print(
                    Words::tr("%1 was taken back: the checkout is as it was.\n").arg(preparedName(journal)));
                return 0;
            });
    const bool isPull = !journal.pullBranch.isEmpty();
    if ((work->invocation.push && (journal.isMade() || isPull)) || (work->invocation.goOn && isPull))
        return pushAndEnd(work, journal);
    if (work->invocation.pullRequest && journal.isMade())
        return askForPull(work, journal);
    if (work->invocation.goOn && !journal.isMade())
        return continueWith(work, journal);
    return exitWith(
        work->console.fail({Error::Kind::Conflict, standingWords(journal) + u' ' + standingCommands(journal)}));
}

QFuture<int> actOn(const Preparation &work, const std::optional<PrepareJournal> &journal)
{
    if (journal && !journal->isPushed)
        return inEitherCase(standingOf(*journal, work->console.stop()), [work](const Result<PrepareStanding> &known) {
            return known ? goOn(work, *known) : exitWith(work->console.fail(known.error()));
        });
    if (work->invocation.undo || work->invocation.goOn || work->invocation.pullRequest)
        return exitWith(work->console.fail(
            {Error::Kind::Conflict,
             journal ? Words::tr("%1 was pushed, so it is not changed here.").arg(preparedName(*journal))
                     : Words::tr("Nothing is prepared here: unmoor prepare")}));
    return prepareNew(work);
}

QFuture<int> runPrepareCommand(const Invocation &invocation, Session &session, const Console &console)
{
    if (const auto opened = session.engine().open(); !opened)
        return exitWith(console.fail(opened.error()));
    const auto work = std::make_shared<PrepareWork>(
        session, invocation, console, QDir(invocation.project).absolutePath(), session.engine().stateDir());
    return inEitherCase(readCheckout(work->directory, Trust::Given, console.stop()),
                        [work](const Result<Checkout> &checkout) {
                            if (!checkout)
                                return exitWith(work->console.fail(checkout.error()));
                            if (!work->invocation.dryRun) {
                                auto alone = holdPreparation(work->stateDir, checkout->root);
                                if (!alone)
                                    return exitWith(work->console.fail(alone.error()));
                                work->alone = std::move(*alone);
                            }
                            const auto journal = readJournal(work->stateDir, checkout->root);
                            return journal ? actOn(work, *journal) : exitWith(work->console.fail(journal.error()));
                        });
}

Result<void> takePrepare(Invocation &invocation, const QCommandLineParser &given, const QStringList &)
{
    invocation.version = given.value(u"as"_s);
    invocation.dryRun = given.isSet(u"dry-run"_s);
    invocation.push = given.isSet(u"push"_s);
    invocation.undo = given.isSet(u"undo"_s);
    invocation.keepEdits = given.isSet(u"keep-edits"_s);
    invocation.goOn = given.isSet(u"continue"_s);
    invocation.pullRequest = given.isSet(u"pull-request"_s);
    invocation.beginNext = given.isSet(u"begin-next"_s);
    invocation.yes = given.isSet(u"yes"_s);
    if (invocation.beginNext && (invocation.undo || invocation.goOn || invocation.pullRequest))
        return wrongUsage(Words::tr("--begin-next makes the commit. Use --undo, --continue or --pull-request after it, "
                                    "without --begin-next."));
    if (int(invocation.dryRun) + int(invocation.push) + int(invocation.undo) + int(invocation.goOn)
            + int(invocation.pullRequest)
        > 1)
        return wrongUsage(Words::tr("Use one of --dry-run, --push, --pull-request, --continue and --undo."));
    return {};
}

} // namespace

CliCommand prepareCommand()
{
    return {
        .id = Invocation::Command::Prepare,
        .name = u"prepare"_s,
        .usage = u"[--begin-next] [--as KIND|VERSION] [--dry-run | --push | --pull-request | --continue | --undo] "
                 u"[--keep-edits] [--yes]"_s,
        .summary = Words::tr("write the next version and its notes, commit and tag them"),
        .options = {{u"as"_s,
                     Words::tr("patch, minor, major, pre, final, or a version; what the changes ask for unless said."),
                     u"KIND|VERSION"_s},
                    {u"begin-next"_s,
                     Words::tr("After a release: begin the version that follows, as a commit without a tag.")},
                    {u"dry-run"_s, Words::tr("Show what would be done, and do nothing.")},
                    {u"push"_s, Words::tr("Push branch and tag, both or none, also later.")},
                    {u"pull-request"_s,
                     Words::tr("Push the commit as a branch and open a pull request, where the branch is protected.")},
                    {u"continue"_s, Words::tr("Go on with what was interrupted.")},
                    {u"undo"_s, Words::tr("Take back what was prepared and not pushed.")},
                    {u"keep-edits"_s, Words::tr("Leave the edits in the files where a hook refuses the commit.")},
                    {u"yes"_s, Words::tr("Ask nothing.")}},
        .trust = Trust::Given,
        .take = takePrepare,
        .run = runPrepareCommand};
}

} // namespace unmoor
