// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparepull.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Journal = PrepareJournal;
using Journaled = QFuture<Result<PrepareJournal>>;

/// One way through a pull request. Its continuations hold it.
class Pull : public std::enable_shared_from_this<Pull>
{
public:
    Pull(const PrepareJournal &journal, const PushPreview &preview, const PullHost &host, QString stateDir,
         const PrepareListener &listener, std::stop_token stop)
        : m_journal(journal)
        , m_preview(preview)
        , m_host(host)
        , m_stateDir(std::move(stateDir))
        , m_listener(listener)
        , m_stop(std::move(stop))
    {
    }

    Journaled open()
    {
        if (m_journal.commit.isEmpty() || m_journal.isPushed)
            return failed(Error::Kind::Conflict, Words::tr("Nothing is prepared that a pull request could bring."));
        begin();
        m_journal.pullBranch = m_journal.makesTag() ? u"release/"_s + m_journal.tag : u"next-version"_s;
        m_journal.pullBase = m_preview.branch;
        if (const auto kept = keep(); !kept)
            return finished<Journal>(std::unexpected(kept.error()));
        auto pushed = git(
            {u"push"_s, u"--"_s, m_preview.remote, u"%1:refs/heads/%2"_s.arg(m_journal.commit, m_journal.pullBranch)},
            Words::tr("The branch %1 was not pushed").arg(m_journal.pullBranch));
        auto known = andThen(pushed, [self = shared_from_this()](const QByteArray &) {
            return self->m_host.client->pullRequests(self->m_host.repository, self->m_journal.pullBranch, self->m_stop);
        });
        return andThen(known, [self = shared_from_this()](const QList<github::PullRequest> &all) {
            for (const github::PullRequest &one : all)
                if (one.state == u"open"_s || one.merged)
                    return self->opened(one);
            return self->create();
        });
    }

    Journaled finish()
    {
        if (m_journal.pullNumber <= 0)
            return open();
        begin();
        auto asked = m_host.client->pullRequest(m_host.repository, m_journal.pullNumber, m_stop);
        return andThen(asked, [self = shared_from_this()](const github::PullRequest &pull) {
            if (pull.merged)
                return self->merged(pull.mergeCommit);
            return self->failed(
                Error::Kind::Conflict,
                pull.state == u"open"_s
                    ? Words::tr("The pull request is not merged yet: %1").arg(self->m_journal.pullUrl)
                    : Words::tr("The pull request was closed without a merge: %1. Open it again there, or "
                                "take the release apart with git.")
                          .arg(self->m_journal.pullUrl));
        });
    }

private:
    static Journaled failed(Error::Kind kind, const QString &message)
    {
        return finished<Journal>(failure(kind, message));
    }

    void begin() const
    {
        if (m_listener.began)
            m_listener.began(PrepareStep::Push);
    }

    void say(const QString &line) const
    {
        if (m_listener.said)
            m_listener.said(line);
    }

    Result<void> keep() const { return writeJournal(m_stateDir, m_journal); }

    QFuture<Result<QByteArray>> git(const QStringList &arguments, const QString &what) const
    {
        return gitWork(arguments, m_journal.root, what, m_stop, m_listener.said);
    }

    Journaled create()
    {
        QString title = (m_journal.makesTag() ? m_journal.tagMessage : m_journal.message).section(u'\n', 0, 0);
        if (title.isEmpty())
            title = m_journal.tag;
        const github::PullRequestFields fields{.title = title,
                                               .head = m_journal.pullBranch,
                                               .base = m_journal.pullBase,
                                               .body = m_journal.tagMessage.section(u'\n', 1).trimmed()};
        return andThen(m_host.client->createPullRequest(m_host.repository, fields, m_stop),
                       [self = shared_from_this()](const github::PullRequest &pull) { return self->opened(pull); });
    }

    Journaled opened(const github::PullRequest &pull)
    {
        m_journal.pullNumber = pull.number;
        m_journal.pullUrl = pull.htmlUrl.toString();
        say(Words::tr("Pull request %1: %2").arg(QString::number(pull.number), m_journal.pullUrl));
        const auto kept = keep();
        return finished<Journal>(kept.transform([this] { return m_journal; }));
    }

    /// A merge of its own has our commit; a squashed or rebased one must at least say the same in our files.
    Journaled merged(const QString &commit)
    {
        auto fetched = git({u"fetch"_s, u"--quiet"_s, u"--"_s, m_preview.remote, m_journal.pullBase},
                           Words::tr("%1 could not be fetched").arg(m_journal.pullBase));
        auto compared = andThen(fetched, [self = shared_from_this(), commit](const QByteArray &) {
            return inEitherCase(self->git({u"merge-base"_s, u"--is-ancestor"_s, self->m_journal.commit, commit},
                                          Words::tr("The commit is not in what was merged")),
                                [self, commit](const Result<QByteArray> &isIn) {
                                    return isIn ? finished<void>({}) : self->compare(commit, 0);
                                });
        });
        return andThen(compared, [self = shared_from_this(), commit] { return self->tagMerged(commit); });
    }

    QFuture<Result<void>> compare(const QString &commit, qsizetype next)
    {
        if (next >= m_journal.edits.size())
            return finished<void>({});
        const FileEdit edit = m_journal.edits.at(next);
        return andThen(
            gitWork({u"show"_s, commit + u':' + edit.file}, m_journal.root,
                    Words::tr("%1 could not be read").arg(edit.file), m_stop),
            [self = shared_from_this(), commit, next, edit](const QByteArray &bytes) {
                if (bytes == edit.after)
                    return self->compare(commit, next + 1);
                return finished<void>(
                    failure(Error::Kind::Conflict,
                            Words::tr("What was merged, %1, says something else in %2 than what was prepared. Look at "
                                      "it, and tag it with git where it is right.")
                                .arg(shortCommit(commit), edit.file)));
            });
    }

    /// Our own tag, of the commit that nobody got, makes way. What makes no tag is at its end.
    Journaled tagMerged(const QString &commit)
    {
        if (commit == m_journal.commit && m_journal.isTagged)
            return pushTag();
        if (!m_journal.makesTag())
            return andThen(moveBranch(commit), [self = shared_from_this(), commit](const QByteArray &) {
                self->m_journal.commit = commit;
                return self->pushed();
            });
        auto untagged = m_journal.isTagged && commit != m_journal.commit
            ? git({u"tag"_s, u"--delete"_s, u"--"_s, m_journal.tag}, Words::tr("The tag was not moved"))
            : finished<QByteArray>(QByteArray());
        auto moved = andThen(
            untagged, [self = shared_from_this(), commit](const QByteArray &) { return self->moveBranch(commit); });
        auto tagged = andThen(moved, [self = shared_from_this(), commit](const QByteArray &) {
            self->m_journal.commit = commit;
            self->m_journal.isTagged = false;
            const auto kept = self->keep();
            return kept ? finishPrepare(self->m_journal, self->m_stateDir, self->m_listener, self->m_stop)
                        : finished<Journal>(std::unexpected(kept.error()));
        });
        return andThen(tagged, [self = shared_from_this()](const Journal &journal) {
            self->m_journal = journal;
            return self->pushTag();
        });
    }

    /// Where somebody went on from our commit, the branch here is theirs.
    QFuture<Result<QByteArray>> moveBranch(const QString &commit)
    {
        return andThen(git({u"rev-parse"_s, u"HEAD"_s}, Words::tr("HEAD could not be read")),
                       [self = shared_from_this(), commit](const QByteArray &head) {
                           if (QString::fromUtf8(head).trimmed() != self->m_journal.commit)
                               return finished<QByteArray>(QByteArray());
                           return self->git({u"reset"_s, u"--quiet"_s, u"--keep"_s, commit},
                                            Words::tr("The branch was not brought to what was merged"));
                       });
    }

    Journaled pushTag()
    {
        const QString ref = u"refs/tags/"_s + m_journal.tag;
        return andThen(
            git({u"push"_s, u"--"_s, m_preview.remote, u"%1:%1"_s.arg(ref)}, Words::tr("The tag was not pushed")),
            [self = shared_from_this()](const QByteArray &) { return self->pushed(); });
    }

    Journaled pushed()
    {
        m_journal.isPushed = true;
        const auto kept = keep();
        return finished<Journal>(kept.transform([this] { return m_journal; }));
    }

    PrepareJournal m_journal;
    PushPreview m_preview;
    PullHost m_host;
    QString m_stateDir;
    PrepareListener m_listener;
    std::stop_token m_stop;
};

} // namespace

QFuture<Result<PrepareJournal>> openPullRequest(const PrepareJournal &journal, const PushPreview &preview,
                                                const PullHost &host, const QString &stateDir,
                                                const PrepareListener &listener, std::stop_token stop)
{
    return std::make_shared<Pull>(journal, preview, host, stateDir, listener, std::move(stop))->open();
}

QFuture<Result<PrepareJournal>> finishPullRequest(const PrepareJournal &journal, const PushPreview &preview,
                                                  const PullHost &host, const QString &stateDir,
                                                  const PrepareListener &listener, std::stop_token stop)
{
    return std::make_shared<Pull>(journal, preview, host, stateDir, listener, std::move(stop))->finish();
}

} // namespace unmoor
