// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/checkout.h"

#include "project/git.h"

#include <QCoreApplication>
#include <QDir>
#include <QPromise>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Checkout)
};

/// The rest of \a entry after \a fields fields, each ended by a space.
QByteArray afterFields(const QByteArray &entry, int fields)
{
    qsizetype begin = 0;
    while (fields-- > 0)
        begin = entry.indexOf(' ', begin) + 1;
    return entry.mid(begin);
}

void readStatusHeader(const QByteArray &header, Checkout &checkout)
{
    const QByteArray value = afterFields(header, 2);
    if (header.startsWith("# branch.oid ") && value != "(initial)")
        checkout.commit = QString::fromLatin1(value);
    if (header.startsWith("# branch.head ") && value != "(detached)")
        checkout.branch = QString::fromUtf8(value);
}

/// `git status --porcelain=v2 --branch --no-renames -z`: see git-status(1).
void readStatusEntry(const QByteArray &entry, Checkout &checkout)
{
    if (entry.startsWith("# "))
        readStatusHeader(entry, checkout);
    else if (entry.startsWith("1 "))
        checkout.changedFiles += QString::fromUtf8(afterFields(entry, 8));
    else if (entry.startsWith("u "))
        checkout.changedFiles += QString::fromUtf8(afterFields(entry, 10));
    else if (entry.startsWith("? "))
        checkout.untrackedFiles += QString::fromUtf8(afterFields(entry, 1));
}

/// Lines of "name commit [peeled]".
QMap<QString, QString> parseTags(const QByteArray &out)
{
    QMap<QString, QString> tags;
    for (const QByteArray &line : out.split('\n')) {
        const auto fields = line.split(' ');
        if (fields.size() == 3)
            tags.insert(QString::fromUtf8(fields[0]), QString::fromLatin1(fields[2].isEmpty() ? fields[1] : fields[2]));
    }
    return tags;
}

/// A name and password that somebody wrote into a web address are no part of what Unmoor shows and keeps.
QString withoutCredentials(const QString &remote)
{
    if (!remote.startsWith(u"http://") && !remote.startsWith(u"https://"))
        return remote;
    return QUrl(remote).toString(QUrl::RemoveUserInfo);
}

/// Lines of `git remote -v`: "origin<TAB>https://… (fetch)", in a partial clone with a filter in brackets behind.
QString remoteOf(const QByteArray &out)
{
    static const QRegularExpression expression(uR"(^([^\t\n]+)\t(.*) \(fetch\)(?: \[.*\])?$)"_s,
                                               QRegularExpression::MultilineOption);
    QMap<QString, QString> remotes;
    for (const auto &match : expression.globalMatch(QString::fromUtf8(out)))
        remotes.insert(match.captured(1), match.captured(2));
    if (remotes.contains(u"origin"_s))
        return withoutCredentials(remotes.value(u"origin"_s));
    return remotes.size() == 1 ? withoutCredentials(remotes.first()) : QString();
}

/// One reading of a checkout; deletes itself when it has ended.
class CheckoutReader : public QObject
{
public:
    CheckoutReader(const QString &directory, std::stop_token stop)
        : m_directory(directory)
        , m_stop(std::move(stop))
    {
        m_promise.start();
    }

    QFuture<Result<Checkout>> start()
    {
        auto future = m_promise.future();
        if (QDir(m_directory).exists())
            git({u"rev-parse"_s, u"--show-toplevel"_s}, &CheckoutReader::takeRoot);
        else
            finish(failure(Error::Kind::NotFound, Text::tr("There is no folder %1.").arg(m_directory)));
        return future;
    }

private:
    using Step = void (CheckoutReader::*)(const QByteArray &out);

    void git(const QStringList &arguments, Step next)
    {
        runProcess(gitCommand(arguments, m_directory), m_stop)
            .then(this, [this, next](const Result<ProcessExit> &exit) {
                if (!exit)
                    finish(std::unexpected(exit.error()));
                else if (exit->code != 0)
                    finish(std::unexpected(gitError(*exit, m_directory)));
                else
                    (this->*next)(exit->out);
            });
    }

    void takeRoot(const QByteArray &out)
    {
        m_checkout.root = QString::fromUtf8(out.chopped(out.endsWith('\n') ? 1 : 0));
        git({u"status"_s, u"--porcelain=v2"_s, u"--branch"_s, u"--no-renames"_s, u"--untracked-files=all"_s, u"-z"_s},
            &CheckoutReader::takeStatus);
    }

    void takeStatus(const QByteArray &out)
    {
        for (const QByteArray &entry : out.split('\0'))
            readStatusEntry(entry, m_checkout);
        git({u"for-each-ref"_s, u"--format=%(refname:strip=2) %(objectname) %(*objectname)"_s, u"refs/tags"_s},
            &CheckoutReader::takeTags);
    }

    void takeTags(const QByteArray &out)
    {
        m_checkout.tags = parseTags(out);
        git({u"remote"_s, u"-v"_s}, &CheckoutReader::takeRemotes);
    }

    void takeRemotes(const QByteArray &out)
    {
        m_checkout.remoteUrl = remoteOf(out);
        finish(m_checkout);
    }

    void finish(Result<Checkout> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    QString m_directory;
    std::stop_token m_stop;
    Checkout m_checkout;
    QPromise<Result<Checkout>> m_promise;
};

} // namespace

QFuture<Result<Checkout>> readCheckout(const QString &directory, std::stop_token stop)
{
    return (new CheckoutReader(directory, std::move(stop)))->start();
}

} // namespace unmoor
