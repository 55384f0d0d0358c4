// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/clone.h"

#include "app/core/chain.h"
#include "app/core/heardprocess.h"
#include "app/core/pool.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "app/project/checkout.h"
#include "app/project/cloneaddress.h"
#include "app/project/git.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostOfGitsWords = 500; ///< characters

Command cloneCommand(const QString &address, const QString &folder)
{
    Command command = gitCommand({u"clone"_s, u"--progress"_s, u"--no-recurse-submodules"_s, u"--"_s, address, folder},
                                 QFileInfo(folder).path());
    command.environment.insert(u"GIT_ALLOW_PROTOCOL"_s, u"https:ssh:file"_s);
    return command;
}

/// The lines that tell something else than progress.
QString gitsWords(const QByteArray &err)
{
    static const QRegularExpression ends(u"[\r\n]+"_s);
    static const QRegularExpression noise(
        uR"(\A(Cloning into|remote: (Enumerating|Counting|Compressing|Total))|\d+%)"_s);
    QStringList lines;
    for (const QString &line : QString::fromUtf8(err).split(ends, Qt::SkipEmptyParts))
        if (!noise.match(line).hasMatch())
            lines += line.trimmed();
    while (lines.size() > 3)
        lines.removeFirst();
    return withVisibleSigns(lines.join(u' ').left(mostOfGitsWords));
}

bool saysOneOf(const QByteArray &err, std::initializer_list<const char *> words)
{
    return std::ranges::any_of(words, [&](const char *word) { return err.contains(word); });
}

/// Of a clone that did not come to its end. git takes it away itself, unless it was killed.
QFuture<Result<QString>> withoutFolder(const QString &folder, const Error &error)
{
    return runInPool(*QThreadPool::globalInstance(), [folder, error]() -> Result<QString> {
        if (!QFileInfo::exists(folder) || QDir(folder).removeRecursively())
            return std::unexpected(error);
        return failure(error.kind,
                       Words::tr("%1 What is left of it in %2 could not be removed.").arg(error.message, folder));
    });
}

Result<void> checkFolder(const QString &folder)
{
    const QFileInfo place(folder);
    if (place.exists() || place.isSymLink())
        return failure(Error::Kind::Conflict,
                       Words::tr("%1 is there already. Choose another folder, or open that one.").arg(folder));
    if (!QFileInfo(place.path()).isDir())
        return failure(Error::Kind::Io, Words::tr("There is no folder %1 to clone into.").arg(place.path()));
    if (!QFileInfo(place.path()).isWritable())
        return failure(Error::Kind::Io,
                       Words::tr("Nothing can be written into %1. Choose another folder.").arg(place.path()));
    return {};
}

} // namespace

std::optional<CloneProgress> cloneProgress(const QByteArray &text)
{
    static const QRegularExpression progress(uR"((?:remote: )?([A-Z][a-z]+(?: [a-z]+)+):\s+(\d{1,3})% \()"_s);
    std::optional<CloneProgress> last;
    for (const auto &match : progress.globalMatch(QString::fromUtf8(text)))
        last = CloneProgress{match.captured(1), qMin(100, match.captured(2).toInt())};
    return last;
}

QFuture<Result<QString>> cloneRepository(const QString &address, const QString &folder,
                                         const std::function<void(const CloneProgress &)> &progressed,
                                         std::stop_token stop)
{
    const auto checked = cloneAddress(address);
    if (!checked)
        return finished<QString>(std::unexpected(checked.error()));
    if (const auto place = checkFolder(folder); !place)
        return finished<QString>(std::unexpected(place.error()));
    const auto heard = [progressed](const QByteArray &text) {
        if (const auto progress = cloneProgress(text))
            progressed(*progress);
    };
    return inEitherCase(
        runHeardProcess(cloneCommand(*checked, folder), heard, std::move(stop)), [=](const Result<ProcessExit> &exit) {
            if (!exit)
                return withoutFolder(folder, exit.error());
            return exit->code == 0 ? finished<QString>(folder) : withoutFolder(folder, cloneError(*exit, *checked));
        });
}

Error cloneError(const ProcessExit &exit, const QString &address)
{
    const QString host = hostOfRemote(address);
    const QString words = gitsWords(exit.err);
    const QByteArray &err = exit.err;
    if (saysOneOf(err, {"Could not resolve host", "Could not resolve hostname", "Name or service not known"}))
        return {Error::Kind::Network,
                Words::tr("No host %1 was found. Look at the address, and at this machine's connection.").arg(host)};
    if (saysOneOf(err, {"Host key verification failed"}))
        return {Error::Kind::Unauthorized,
                Words::tr("ssh does not know the key of %1, and does not ask here. Connect once in a terminal, compare "
                          "the key that it shows with the one that the host publishes, then try again: ssh -T git@%1")
                    .arg(host)};
    if (saysOneOf(err,
                  {"Permission denied (", "Authentication failed", "could not read Username",
                   "terminal prompts disabled", "HTTP Basic: Access denied"}))
        return {
            Error::Kind::Unauthorized,
            Words::tr("%1 does not let you in, or the repository is not there. For ssh, your key must be known there "
                      "and loaded (ssh-add -l); for https, git needs a credential helper. git says: %2")
                .arg(host, words)};
    if (saysOneOf(err,
                  {"Repository not found", "does not appear to be a git repository", "does not exist", "not found"}))
        return {Error::Kind::NotFound,
                Words::tr("There is no repository at %1, or you may not see it. git says: %2").arg(address, words)};
    if (saysOneOf(err,
                  {"Connection refused", "Connection timed out", "Failed to connect", "Could not connect",
                   "Network is unreachable", "early EOF", "unexpected disconnect"}))
        return {Error::Kind::Network,
                Words::tr("The connection to %1 failed. Try again later. git says: %2").arg(host, words)};
    if (saysOneOf(err, {"No space left on device"}))
        return {Error::Kind::Io, Words::tr("The disk is full. Make room, or choose a folder on another one.")};
    return {Error::Kind::Failed, Words::tr("%1 could not be cloned. git says: %2").arg(address, words)};
}

} // namespace unmoor
