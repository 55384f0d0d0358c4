// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/checkout.h"

#include "app/core/words.h"
#include "app/project/git.h"
#include "app/project/gitanswers.h"

#include <QDir>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString mainRemote(const QMap<QString, QString> &remotes)
{
    if (remotes.contains(u"origin"_s))
        return remotes.value(u"origin"_s);
    return remotes.size() == 1 ? remotes.first() : QString();
}

/// One reading of a checkout; deletes itself when it has ended.
class CheckoutReader : public QObject
{
public:
    CheckoutReader(const QString &directory, Trust trust, std::stop_token stop)
        : m_directory(directory)
        , m_trust(trust)
        , m_stop(std::move(stop))
    {
        m_promise.start();
    }

    QFuture<Result<Checkout>> start()
    {
        auto future = m_promise.future();
        if (QDir(m_directory).exists())
            git({u"rev-parse"_s, u"--is-shallow-repository"_s, u"--show-toplevel"_s}, &CheckoutReader::takeRoot);
        else
            finish(failure(Error::Kind::NotFound, Words::tr("There is no folder %1.").arg(m_directory)));
        return future;
    }

private:
    using Step = void (CheckoutReader::*)(const QByteArray &out);

    /// \a mayFail: an exit code says something, too.
    void git(const QStringList &arguments, Step next, bool mayFail = false)
    {
        runProcess(gitCommand(arguments, m_directory), m_stop)
            .then(this, [this, next, mayFail](const Result<ProcessExit> &exit) {
                if (!exit)
                    finish(std::unexpected(exit.error()));
                else if (exit->code != 0 && !mayFail)
                    finish(std::unexpected(gitError(*exit, m_directory)));
                else
                    (this->*next)(exit->out);
            });
    }

    /// Inside submodules no git is run: their settings are as foreign, and git hands no settings down to them. A
    /// submodule at another commit is seen without.
    void takeRoot(const QByteArray &out)
    {
        const auto top = parseTop(out);
        if (!top)
            return finish(std::unexpected(top.error()));
        m_checkout.isShallow = top->isShallow;
        m_checkout.root = top->root;
        if (m_trust == Trust::Withheld) {
            m_checkout.isTreeKnown = false;
            // In a repository without commits this says nothing, and fails.
            return git({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"HEAD^{commit}"_s}, &CheckoutReader::takeCommit,
                       true);
        }
        git({u"status"_s, u"--porcelain=v2"_s, u"--branch"_s, u"--no-renames"_s, u"--untracked-files=all"_s,
             u"--ignore-submodules=dirty"_s, u"-z"_s},
            &CheckoutReader::takeStatus);
    }

    void takeCommit(const QByteArray &out)
    {
        m_checkout.commit = QString::fromLatin1(out.trimmed());
        git({u"branch"_s, u"--show-current"_s}, &CheckoutReader::takeBranch);
    }

    void takeBranch(const QByteArray &out)
    {
        m_checkout.branch = QString::fromUtf8(out.trimmed());
        askForTags();
    }

    void takeStatus(const QByteArray &out)
    {
        parseStatus(out, m_checkout);
        askForTags();
    }

    void askForTags() { git({u"for-each-ref"_s, tagFormat(), u"refs/tags"_s}, &CheckoutReader::takeTags); }

    void takeTags(const QByteArray &out)
    {
        parseTags(out, m_checkout);
        git({u"remote"_s, u"-v"_s}, &CheckoutReader::takeRemotes);
    }

    void takeRemotes(const QByteArray &out)
    {
        const QMap<QString, QString> remotes = parseRemotes(out);
        m_checkout.remoteUrl = mainRemote(remotes);
        m_checkout.remoteUrls = remotes.values();
        finish(m_checkout);
    }

    void finish(Result<Checkout> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    QString m_directory;
    Trust m_trust;
    std::stop_token m_stop;
    Checkout m_checkout;
    QPromise<Result<Checkout>> m_promise;
};

} // namespace

QFuture<Result<Checkout>> readCheckout(const QString &directory, Trust trust, std::stop_token stop)
{
    return (new CheckoutReader(directory, trust, std::move(stop)))->start();
}

} // namespace unmoor
