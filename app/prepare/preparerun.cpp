// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparerun.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/release/workflowsreport.h"

#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QFuture<Result<QString>> revisionOf(const QString &root, const QString &name, std::stop_token stop)
{
    return andThen(gitWork({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"--end-of-options"_s, name}, root,
                           Words::tr("%1 was not found").arg(name), std::move(stop)),
                   [](const QByteArray &out) { return finished<QString>(QString::fromUtf8(out).trimmed()); });
}

/// Tags the commit that \a journal tells of.
QFuture<Result<PrepareJournal>> tagPrepared(const PrepareJournal &journal, const QString &stateDir,
                                            const PrepareListener &listener, std::stop_token stop)
{
    if (listener.began)
        listener.began(PrepareStep::Tag);
    QStringList arguments{u"tag"_s};
    if (journal.tagKind != TagKind::Lightweight)
        arguments += {journal.tagKind == TagKind::Signed ? u"--sign"_s : u"--annotate"_s, u"--cleanup=verbatim"_s,
                      u"--message"_s, journal.tagMessage};
    if (journal.tagKind != TagKind::Signed)
        arguments += u"--no-sign"_s;
    arguments += {u"--"_s, journal.tag, journal.commit};
    const QString what =
        journal.tagKind == TagKind::Signed ? Words::tr("The tag was not signed") : Words::tr("The tag was not made");
    return andThen(gitWork(arguments, journal.root, what, std::move(stop), listener.said),
                   [journal, stateDir, listener](const QByteArray &) {
                       PrepareJournal tagged = journal;
                       tagged.isTagged = true;
                       if (listener.said)
                           listener.said(Words::tr("Tagged %1.").arg(journal.tag));
                       const auto kept = writeJournal(stateDir, tagged);
                       return finished<PrepareJournal>(kept.transform([&tagged] { return tagged; }));
                   });
}

/// One preparation. It keeps itself until its end.
class Run : public std::enable_shared_from_this<Run>
{
public:
    Run(const PreparePlan &plan, QString stateDir, bool keepsEdits, const PrepareListener &listener,
        std::stop_token stop)
        : m_plan(plan)
        , m_stateDir(std::move(stateDir))
        , m_keepsEdits(keepsEdits)
        , m_listener(listener)
        , m_stop(std::move(stop))
        , m_journal{.root = plan.project->checkout.root,
                    .before = plan.project->checkout.commit,
                    .version = plan.version,
                    .tag = plan.tag,
                    .message = plan.message,
                    .tagKind = plan.tagKind,
                    .tagMessage = plan.tagMessage,
                    .edits = plan.edits}
    {
    }

    QFuture<Result<PrepareJournal>> start()
    {
        if (!m_plan.obstacles.isEmpty())
            return finished<PrepareJournal>(failure(Error::Kind::Conflict, m_plan.obstacles.join(u' ')));
        auto made = andThen(write(), [self = shared_from_this()](bool) { return self->commit(); });
        auto tagged = andThen(made, [self = shared_from_this()](bool) { return self->tag(); });
        return inEitherCase(tagged, [self = shared_from_this()](const Result<bool> &done) {
            return done ? finished<PrepareJournal>(self->m_journal) : self->takeBack(done.error());
        });
    }

private:
    using Done = QFuture<Result<bool>>;

    static Done failed(const Error &error) { return finished<bool>(std::unexpected(error)); }

    void say(const QString &line) const
    {
        if (m_listener.said)
            m_listener.said(line);
    }

    void begin(PrepareStep step) const
    {
        if (m_listener.began)
            m_listener.began(step);
    }

    Done write()
    {
        begin(PrepareStep::Write);
        if (const auto kept = writeJournal(m_stateDir, m_journal); !kept)
            return failed(kept.error());
        for (const FileEdit &edit : m_journal.edits) {
            if (const auto written = applyEdit(m_journal.root, edit); !written)
                return failed(written.error());
            say(Words::tr("%1 was changed.").arg(edit.file));
        }
        return andThen(runPostBump(), [self = shared_from_this()](bool) { return self->checkVersion(); });
    }

    /// The command of unmoor.toml, and what it changed beside our own edits.
    Done runPostBump()
    {
        const QStringList words = m_plan.command();
        if (words.isEmpty())
            return finished<bool>(true);
        begin(PrepareStep::PostBump);
        say(u"$ "_s + words.join(u' '));
        const Command command{
            .program = words.first(), .arguments = words.sliced(1), .workingDirectory = m_plan.project->directory};
        return inEitherCase(runProcess(command, m_stop),
                            [self = shared_from_this(), words](const Result<ProcessExit> &exit) {
                                // Whatever became of it: what it changed is to be taken back, too.
                                return andThen(self->takeChanges(), [self, words, exit](bool) {
                                    return exit ? self->judge(words, *exit) : failed(exit.error());
                                });
                            });
    }

    Done judge(const QStringList &words, const ProcessExit &exit)
    {
        for (const QByteArray &line : (exit.out + exit.err).split('\n'))
            if (!line.isEmpty())
                say(QString::fromUtf8(line));
        if (exit.code == 0)
            return finished<bool>(true);
        return failed({Error::Kind::Failed,
                       Words::tr("%1 ended with code %2: %3. Mend the command of post-bump in unmoor.toml, or what it "
                                 "complains of.")
                           .arg(words.join(u' '))
                           .arg(exit.code)
                           .arg(exit.lastWords())});
    }

    Done takeChanges()
    {
        return andThen(readCheckout(m_plan.project->directory, Trust::Given),
                       [self = shared_from_this()](const Checkout &now) { return self->takeChanges(now); });
    }

    /// What it was before, git knows, where it is no edit of ours.
    Done takeChanges(const Checkout &now)
    {
        for (const QString &file : now.changedFiles) {
            const auto after = readCheckoutFile(m_journal.root, file);
            if (!after)
                return failed(after.error());
            const auto ours = std::ranges::find(m_journal.edits, file, &FileEdit::file);
            if (ours == m_journal.edits.end())
                m_journal.edits += FileEdit{file, {}, *after};
            else
                ours->after = *after;
        }
        if (const auto kept = writeJournal(m_stateDir, m_journal); !kept)
            return failed(kept.error());
        if (now.untrackedFiles.isEmpty())
            return finished<bool>(true);
        return failed({Error::Kind::Conflict,
                       Words::tr("The command made files that git does not know, and they are left: %1. Add them to "
                                 ".gitignore, or commit them before the release.")
                           .arg(someOf(now.untrackedFiles))});
    }

    /// Evaluated anew, out of the files as they are now.
    Done checkVersion()
    {
        if (m_plan.version.isEmpty())
            return finished<bool>(true);
        return andThen(readProject(m_plan.project->directory, m_plan.project->trust, {}, m_stop),
                       [self = shared_from_this()](const ProjectPtr &now) {
                           if (now->version && *now->version == self->m_plan.version)
                               return finished<bool>(true);
                           return failed(
                               {Error::Kind::Conflict,
                                now->version
                                    ? Words::tr("The files were changed, and the version is still %1, not %2. Name the "
                                                "place that says it in [project] of unmoor.toml: bump = [{ file = "
                                                "\"…\", regex = '…(.*)…' }]")
                                          .arg(*now->version, self->m_plan.version)
                                    : now->version.error().message});
                       });
    }

    Done commit()
    {
        begin(PrepareStep::Commit);
        if (m_journal.edits.isEmpty()) {
            m_journal.commit = m_journal.before; // everything says the version already
            return finished<bool>(true);
        }
        QStringList arguments{u"commit"_s, u"--quiet"_s, u"--message"_s, m_plan.message, u"--only"_s, u"--"_s};
        for (const FileEdit &edit : std::as_const(m_journal.edits))
            arguments += edit.file;
        auto made =
            andThen(gitWork(arguments, m_journal.root, Words::tr("Nothing was committed"), m_stop, m_listener.said),
                    [self = shared_from_this()](const QByteArray &) {
                        return revisionOf(self->m_journal.root, u"HEAD"_s, self->m_stop);
                    });
        return andThen(made, [self = shared_from_this()](const QString &commit) {
            self->m_journal.commit = commit;
            self->say(
                Words::tr("Committed %1: %2").arg(shortCommit(commit), self->m_plan.message.section(u'\n', 0, 0)));
            const auto kept = writeJournal(self->m_stateDir, self->m_journal);
            return kept ? finished<bool>(true) : failed(kept.error());
        });
    }

    Done tag()
    {
        if (!m_journal.makesTag())
            return finished<bool>(true);
        return andThen(tagPrepared(m_journal, m_stateDir, m_listener, m_stop),
                       [self = shared_from_this()](const PrepareJournal &tagged) {
                           self->m_journal = tagged;
                           return finished<bool>(true);
                       });
    }

    QFuture<Result<PrepareJournal>> takeBack(const Error &why)
    {
        if (m_keepsEdits && m_journal.commit.isEmpty()) {
            removeJournal(m_stateDir, m_journal.root); // the edits are the person's own from here on
            return finished<PrepareJournal>(std::unexpected(why));
        }
        // A stop ends what was begun, not the way back.
        return undoPrepare(m_journal, m_stateDir).then([why](const Result<void> &undone) -> Result<PrepareJournal> {
            if (undone)
                return std::unexpected(why);
            return failure(why.kind,
                           Words::tr("%1 It could not all be taken back: %2").arg(why.message, undone.error().message));
        });
    }

    PreparePlan m_plan;
    QString m_stateDir;
    bool m_keepsEdits;
    PrepareListener m_listener;
    std::stop_token m_stop;
    PrepareJournal m_journal;
};

Error notOurs(const QString &what)
{
    return {Error::Kind::Conflict, Words::tr("%1 What was prepared stays as it is; change it with git.").arg(what)};
}

/// Before there is a commit: the files alone.
Result<void> restoreFiles(const PrepareJournal &journal)
{
    QStringList edited;
    for (const FileEdit &edit : journal.edits) {
        const auto now = readCheckoutFile(journal.root, edit.file);
        if (!now)
            return std::unexpected(now.error());
        if (edit.before.isNull() || *now == edit.before)
            continue; // of the command, see below; or never written
        if (*now != edit.after)
            edited += edit.file;
        else if (const auto restored = applyEdit(journal.root, {edit.file, edit.after, edit.before}); !restored)
            return restored;
    }
    if (!edited.isEmpty())
        return std::unexpected(notOurs(Words::tr("Edited since, and therefore left: %1.").arg(edited.join(u", "_s))));
    return {};
}

/// What the command of unmoor.toml changed goes back to the commit.
QFuture<Result<void>> restoreOthers(const PrepareJournal &journal, std::stop_token stop)
{
    QStringList arguments{u"restore"_s, u"--"_s};
    for (const FileEdit &edit : journal.edits)
        if (edit.before.isNull())
            arguments += edit.file;
    if (arguments.size() == 2)
        return finished<void>({});
    return andThen(gitWork(arguments, journal.root, Words::tr("Files were not restored"), std::move(stop)),
                   [](const QByteArray &) { return finished<void>({}); });
}

QFuture<Result<void>> undoEdits(const PrepareJournal &journal, std::stop_token stop)
{
    if (const auto restored = restoreFiles(journal); !restored)
        return finished<void>(std::unexpected(restored.error()));
    return restoreOthers(journal, std::move(stop));
}

QFuture<Result<void>> undoCommit(const PrepareJournal &journal, std::stop_token stop)
{
    if (journal.commit == journal.before)
        return finished<void>({});
    return andThen(gitWork({u"reset"_s, u"--quiet"_s, u"--keep"_s, journal.before}, journal.root,
                           Words::tr("The commit was not taken back"), std::move(stop)),
                   [](const QByteArray &) { return finished<void>({}); });
}

QFuture<Result<void>> undoTag(const PrepareJournal &journal, std::stop_token stop)
{
    if (!journal.isTagged)
        return finished<void>({});
    return andThen(gitWork({u"tag"_s, u"--delete"_s, u"--"_s, journal.tag}, journal.root,
                           Words::tr("The tag was not deleted"), std::move(stop)),
                   [](const QByteArray &) { return finished<void>({}); });
}

/// Asked before anything is taken back. Errors: Conflict.
Result<void> mayBeUndone(const PrepareStanding &standing)
{
    const PrepareJournal &journal = standing.journal;
    if (!journal.pullUrl.isEmpty())
        return std::unexpected(notOurs(Words::tr("It is in a pull request: %1").arg(journal.pullUrl)));
    if (journal.isPushed || !standing.remotes.isEmpty())
        return std::unexpected(notOurs(standing.remotes.isEmpty()
                                           ? Words::tr("It was pushed.")
                                           : Words::tr("It was pushed: %1 has it.").arg(standing.remotes)));
    if (!journal.commit.isEmpty() && standing.head != journal.commit)
        return std::unexpected(notOurs(Words::tr("HEAD is at %1, not at the commit %2 that was made.")
                                           .arg(shortCommit(standing.head), shortCommit(journal.commit))));
    return {};
}

} // namespace

QFuture<Result<PrepareJournal>> runPrepare(const PreparePlan &plan, const QString &stateDir, bool keepsEdits,
                                           const PrepareListener &listener, std::stop_token stop)
{
    return std::make_shared<Run>(plan, stateDir, keepsEdits, listener, std::move(stop))->start();
}

QFuture<Result<PrepareJournal>> finishPrepare(const PrepareJournal &journal, const QString &stateDir,
                                              const PrepareListener &listener, std::stop_token stop)
{
    if (journal.commit.isEmpty() || journal.isMade())
        return finished<PrepareJournal>(
            failure(Error::Kind::Conflict, Words::tr("There is no commit of %1 that lacks its tag.").arg(journal.tag)));
    return tagPrepared(journal, stateDir, listener, std::move(stop));
}

QFuture<Result<void>> undoPrepare(const PrepareJournal &written, const QString &stateDir, std::stop_token stop)
{
    return andThen(standingOf(written, stop), [=](const PrepareStanding &standing) {
        const PrepareJournal &journal = standing.journal;
        if (const auto allowed = mayBeUndone(standing); !allowed)
            return finished<void>(std::unexpected(allowed.error()));
        auto undone = andThen(undoTag(journal, stop), [=] {
            return journal.commit.isEmpty() ? undoEdits(journal, stop) : undoCommit(journal, stop);
        });
        return andThen(undone, [=] {
            removeJournal(stateDir, journal.root);
            return finished<void>({});
        });
    });
}

QFuture<Result<PushPreview>> previewPush(const PrepareJournal &journal, std::stop_token stop)
{
    return andThen(readGitStanding(journal.root, stop), [=](const GitStanding &git) {
        if (git.branch.isEmpty() || git.remote.isEmpty())
            return finished<PushPreview>(failure(
                Error::Kind::NotFound,
                git.branch.isEmpty()
                    ? Words::tr("HEAD is on no branch, so there is none to push. Switch to one: git switch BRANCH")
                    : Words::tr("There is no remote to push to. Add one: git remote add origin URL")));
        const QString range = git.upstream.isEmpty() ? journal.before + u"..HEAD"_s : git.upstream + u"..HEAD"_s;
        return andThen(gitWork({u"log"_s, u"--format=%h %s"_s, range, u"--"_s}, journal.root,
                               Words::tr("What would be pushed is not known"), stop),
                       [=](const QByteArray &out) {
                           return finished<PushPreview>(
                               PushPreview{.remote = git.remote,
                                           .branch = git.branch,
                                           .tag = journal.tag,
                                           .commits = QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts),
                                           .workflows = journal.makesTag() ? workflowsForTag(journal.root, journal.tag)
                                                                           : QStringList()});
                       });
    });
}

QFuture<Result<void>> pushPrepared(const PrepareJournal &journal, const PushPreview &preview, const QString &stateDir,
                                   const PrepareListener &listener, std::stop_token stop)
{
    if (listener.began)
        listener.began(PrepareStep::Push);
    QStringList arguments{u"push"_s, u"--atomic"_s, u"--"_s, preview.remote,
                          u"%1:%1"_s.arg(u"refs/heads/"_s + preview.branch)};
    if (journal.makesTag())
        arguments += u"%1:%1"_s.arg(u"refs/tags/"_s + preview.tag);
    auto pushed = gitWork(arguments, journal.root, Words::tr("Nothing was pushed"), std::move(stop), listener.said);
    return inEitherCase(pushed, [=](const Result<QByteArray> &answer) {
        if (answer) {
            PrepareJournal done = journal;
            done.isPushed = true;
            return finished<void>(writeJournal(stateDir, done));
        }
        const QString words = answer.error().message;
        const bool isProtected =
            words.contains("protected"_L1) || words.contains("GH006"_L1) || words.contains("GH013"_L1);
        const QString way = words.contains("non-fast-forward"_L1) || words.contains("fetch first"_L1)
            ? Words::tr(" The remote has commits that this branch lacks. Take it back (unmoor prepare --undo), "
                        "pull, and prepare it again.")
            : isProtected
            ? Words::tr(" The remote protects this branch or tag. Let the commit be merged by a pull request: unmoor "
                        "prepare --pull-request")
            : Words::tr(" What was prepared is here as it was; mend the cause and push again: unmoor prepare "
                        "--push");
        return finished<void>(
            std::unexpected(Error{isProtected ? Error::Kind::Forbidden : answer.error().kind, words + way}));
    });
}

} // namespace unmoor
