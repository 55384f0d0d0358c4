// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/withdraw/withdrawplan.h"

#include <QMap>
#include <QStringList>
#include <QUrl>

namespace unmoor {

/// A command line, understood.
struct Invocation
{
    enum class Command {
        Window,
        Init,
        Prepare,
        Plan,
        Build,
        Inspect,
        Notes,
        Status,
        Publish,
        Withdraw,
        Runs,
        Workflows,
        Host,
        Token,
        Rehearse,
        Trust,
        Complete,
        Help,
        Version
    };

    Command command = Command::Window;
    QString project = QStringLiteral(".");
    bool projectGiven = false;
    bool json = false;
    QUrl apiUrl{QStringLiteral("https://api.github.com")};
    QString stateDir; ///< absolute
    QByteArray token; ///< of the variable that --token-env names; empty: keychain

    QStringList targets; ///< build --target, inspect --target
    QString host; ///< build --on, token --host
    QMap<QString, QString> adopt; ///< triple → file
    QStringList without;
    QStringList letGo; ///< targets whose adopted archive is taken back
    QString archive; ///< inspect
    QString against; ///< inspect --against; a file
    QString againstRelease; ///< inspect --against-release; a tag, or "previous"
    QString version; ///< notes --version, workflows --version, prepare --as
    bool push = false; ///< prepare --push
    bool undo = false; ///< prepare --undo
    bool goOn = false; ///< prepare --continue
    bool pullRequest = false; ///< prepare --pull-request
    bool keepEdits = false; ///< prepare --keep-edits
    bool beginNext = false; ///< prepare --begin-next
    bool check = false; ///< notes --check
    qint64 adoptRun = 0; ///< build --adopt-run; 0: none
    QString tag; ///< runs --tag, withdraw TAG; empty: the commit, the project's own
    bool watch = false; ///< runs --watch
    qint64 logOfJob = 0; ///< runs --log; 0: none
    bool rebuildCheck = false; ///< build --rebuild-check
    bool promote = false; ///< notes --promote
    bool insert = false; ///< notes --insert
    bool fromCommits = false; ///< notes --from-commits
    bool fromGitHub = false; ///< notes --from-github
    bool authors = false; ///< notes --authors
    bool draftOnly = false;
    bool dryRun = false;
    bool yes = false;
    QMap<QString, QString> accept; ///< code → reason
    WithdrawWay withdrawWay = WithdrawWay::Demote; ///< withdraw --to-draft, --tidy, --restore
    QString reason; ///< withdraw --reason
    QString hostAction; ///< list, add, probe, trust, remove
    QString hostName; ///< of a build machine; empty with list
    QString hostAddress; ///< host add: [USER@]ADDRESS[:PORT]
    QStringList systems; ///< host add --system
    QString keyFile; ///< host add --key; absolute
    QString remoteProgram; ///< host add --remote-program
    int jobs = 1; ///< host add --jobs
    QString fingerprint; ///< host trust --fingerprint
    QString tokenAction; ///< set, login, check, list, use, forget
    QString clientId; ///< token login --client-id
    QString account; ///< token --account
    QString trustAction; ///< list, add, remove
    QString trustFolder; ///< absolute; empty with list
    bool force = false; ///< init --force
    QStringList from; ///< init --from; FILE or TRIPLE=FILE
    bool fromRelease = false; ///< init --from-release
    bool window = false; ///< rehearse --window
    QString screenshots; ///< rehearse --screenshots; folder
    QStringList typed; ///< complete; what followed "unmoor" so far, the last one to be completed
};

/// Understands \a arguments (without the program's name), and takes the token out of the environment, where no program
/// that is started later finds it. InvalidInput: one line that says what is wrong and what to do.
Result<Invocation> parseInvocation(const QStringList &arguments);

/// Where ledger, logs and GC roots live unless --state-dir says otherwise.
QString defaultStateDir();

/// The text of `unmoor --help`.
QString helpText();

} // namespace unmoor
