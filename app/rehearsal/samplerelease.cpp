// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/samplerelease.h"

#include "app/core/chain.h"
#include "app/core/words.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// One release of the sample. Its continuations hold it.
class SampleRun : public std::enable_shared_from_this<SampleRun>
{
public:
    SampleRun(QString directory, const QString &folder, const PrepareListener &listener, std::stop_token stop)
        : m_directory(std::move(directory))
        , m_folder(folder)
        , m_remote(QDir(folder).filePath(u"remote.git"_s))
        , m_listener(listener)
        , m_stop(std::move(stop))
    {
    }

    QFuture<Result<SampleRelease>> start()
    {
        return andThen(readCheckout(m_directory, Trust::Given, m_stop),
                       [self = shared_from_this()](const Checkout &checkout) { return self->look(checkout); });
    }

private:
    using Release = QFuture<Result<SampleRelease>>;
    using Journaled = QFuture<Result<PrepareJournal>>;

    QFuture<Result<void>> git(QList<QStringList> commands) const
    {
        if (commands.isEmpty())
            return finished<void>({});
        const QStringList first = commands.takeFirst();
        return andThen(gitWork(first, m_root, Words::tr("The sample's release was not prepared"), m_stop),
                       [self = shared_from_this(), commands](const QByteArray &) { return self->git(commands); });
    }

    Release look(const Checkout &checkout)
    {
        m_root = checkout.root;
        const bool isOurs = checkout.remoteUrl == m_remote;
        const QByteArray quoted = '"' + QByteArray(sampleVersionBefore.latin1()) + '"';
        const auto version = readCheckoutFile(m_root, u"nix/versions.nix"_s);
        m_isFresh = checkout.tags.isEmpty() && checkout.isClean() && (isOurs || checkout.remoteUrls.isEmpty())
            && version && version->contains(quoted);
        if (!isOurs && !m_isFresh)
            return finished<SampleRelease>(SampleRelease());
        auto alone = holdPreparation(m_folder, m_root);
        if (!alone)
            return finished<SampleRelease>(std::unexpected(alone.error()));
        m_alone = std::move(*alone);
        return andThen(git(m_isFresh ? setUp(checkout, isOurs) : QList<QStringList>()), [self = shared_from_this()] {
            return andThen(readStanding(self->m_folder, self->m_root, self->m_stop),
                           [self](const std::optional<PrepareStanding> &standing) { return self->release(standing); });
        });
    }

    QList<QStringList> setUp(const Checkout &checkout, bool isOurs) const
    {
        QList<QStringList> commands{
            {u"init"_s, u"--quiet"_s, u"--bare"_s, u"--template="_s, u"-b"_s, u"main"_s, m_remote}};
        for (const auto &[name, value] : {std::pair{u"user.name"_s, u"Unmoor sample"_s},
                                          {u"user.email"_s, u"sample@unmoor.invalid"_s},
                                          {u"commit.gpgSign"_s, u"false"_s},
                                          {u"tag.gpgSign"_s, u"false"_s},
                                          {u"core.hooksPath"_s, QDir(m_root).filePath(u".git/hooks"_s)}})
            commands += QStringList{u"config"_s, name, value};
        if (!isOurs)
            commands += QStringList{u"remote"_s, u"add"_s, u"origin"_s, m_remote};
        commands += QStringList{u"push"_s, u"--quiet"_s, u"--set-upstream"_s, u"origin"_s, checkout.branch};
        return commands;
    }

    /// What a person prepared later and did not push is theirs.
    Release release(const std::optional<PrepareStanding> &standing)
    {
        if (standing && standing->journal.version != sampleVersion)
            return finished<SampleRelease>(SampleRelease{.hasOwnRemote = true, .journal = {}});
        if (!standing && !m_isFresh)
            return finished<SampleRelease>(
                SampleRelease{.hasOwnRemote = true, .journal = readJournal(m_folder, m_root).value_or(std::nullopt)});
        return andThen(prepared(standing),
                       [self = shared_from_this()](const PrepareJournal &journal) { return self->push(journal); });
    }

    Journaled prepared(const std::optional<PrepareStanding> &standing)
    {
        if (!standing)
            return prepare();
        const PrepareJournal &journal = standing->journal;
        if (journal.isTagged)
            return finished<PrepareJournal>(journal);
        if (!journal.commit.isEmpty())
            return finishPrepare(journal, m_folder, m_listener, m_stop);
        return andThen(undoPrepare(journal, m_folder, m_stop), [self = shared_from_this()] { return self->prepare(); });
    }

    Journaled prepare()
    {
        return andThen(gatherPrepareFacts(m_directory, Trust::Given, m_stop),
                       [self = shared_from_this()](const PrepareFacts &facts) {
                           const auto plan = planPrepare(facts, sampleVersion);
                           return plan ? runPrepare(*plan, self->m_folder, false, self->m_listener, self->m_stop)
                                       : finished<PrepareJournal>(std::unexpected(plan.error()));
                       });
    }

    Release push(const PrepareJournal &journal)
    {
        auto pushed =
            andThen(previewPush(journal, m_stop), [self = shared_from_this(), journal](const PushPreview &what) {
                return pushPrepared(journal, what, self->m_folder, self->m_listener, self->m_stop);
            });
        return andThen(pushed, [self = shared_from_this(), journal] {
            PrepareJournal done = journal;
            done.isPushed = true;
            if (self->m_listener.said)
                self->m_listener.said(Words::tr("Pushed %1 to %2.").arg(journal.tag, self->m_remote));
            return finished<SampleRelease>(SampleRelease{.hasOwnRemote = true, .journal = done});
        });
    }

    QString m_directory;
    QString m_folder;
    QString m_remote;
    PrepareListener m_listener;
    std::stop_token m_stop;
    QString m_root;
    bool m_isFresh = false; ///< as it was made: nobody worked on it
    std::shared_ptr<ProcessLock> m_alone;
};

} // namespace

QFuture<Result<SampleRelease>> releaseSample(const QString &directory, const QString &folder,
                                             const PrepareListener &listener, std::stop_token stop)
{
    return std::make_shared<SampleRun>(directory, folder, listener, std::move(stop))->start();
}

} // namespace unmoor
