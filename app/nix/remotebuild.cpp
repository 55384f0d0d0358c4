// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/remotebuild.h"

#include <QCoreApplication>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Kind = BuildFailure::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RemoteBuild)
};

/// With less, a store that reports a full disk is this machine's.
constexpr qint64 fullBytes = qint64(16) << 20;

QString outputOf(const NixBuildRequest &request)
{
    const QString attribute =
        request.attribute.isEmpty() ? packageAttribute(request.system, request.output) : request.attribute;
    return installable(flakeReference(request.directory), attribute);
}

QStringList atStore(const RemoteStore &store)
{
    return store.isLocal() ? QStringList() : QStringList{u"--store"_s, store.url};
}

QStringList builtAtStore(const RemoteStore &store)
{
    return store.isLocal() ? QStringList() : atStore(store) + QStringList{u"--eval-store"_s, u"auto"_s};
}

QString buildAgain()
{
    return Words::tr("Then build again; the steps that have finished there are kept.");
}

BuildFailure say(BuildFailure failure, const QString &message, const QString &hint)
{
    failure.message = message;
    failure.hint = hint;
    return failure;
}

BuildFailure diskFull(const BuildFailure &failure, const QString &host)
{
    const bool here = QStorageInfo(u"/nix/store"_s).bytesAvailable() < fullBytes;
    if (here)
        return say(failure, Words::tr("This machine's disk is full."),
                   Words::tr("Free space, for example with “nix store gc”. ") + buildAgain());
    return say(failure, Words::tr("The disk of %1 is full.").arg(host),
               Words::tr("Free space there, for example with “nix store gc”. ") + buildAgain());
}

} // namespace

Command buildCommand(const NixBuildRequest &request, const RemoteStore &store)
{
    QStringList arguments{u"build"_s, outputOf(request), u"--log-format"_s, u"internal-json"_s, u"--json"_s};
    arguments += builtAtStore(store);
    if (!request.useEvalCache)
        arguments += {u"--option"_s, u"eval-cache"_s, u"false"_s};
    // A link for another store's path would be made nowhere.
    if (request.outLink.isEmpty() || !store.isLocal())
        arguments += u"--no-link"_s;
    else
        arguments += {u"--out-link"_s, request.outLink};
    return nixCommand(arguments, request.directory, store.sshOptions);
}

Command outputInfoCommand(const NixBuildRequest &request)
{
    return nixCommand({u"path-info"_s, u"--json"_s, outputOf(request), u"--no-update-lock-file"_s}, request.directory);
}

Command pathInfoCommand(const QString &path, const RemoteStore &store)
{
    return nixCommand(QStringList{u"path-info"_s, u"--json"_s, path} + atStore(store), {}, store.sshOptions);
}

Command copyCommand(const QString &path, const RemoteStore &store)
{
    return nixCommand(
        {u"copy"_s, u"--no-check-sigs"_s, u"--from"_s, store.url, path, u"--log-format"_s, u"internal-json"_s}, {},
        store.sshOptions);
}

Command sendCommand(const QString &drvPath, const RemoteStore &store)
{
    return nixCommand({u"copy"_s, u"--derivation"_s, u"--to"_s, store.url, drvPath}, {}, store.sshOptions);
}

Command dryRunCommand(const QString &directory, const FlakeOutput &output, const RemoteStore &store)
{
    const QString what = installable(flakeReference(directory), packageAttribute(output.system, output.output));
    return nixCommand(QStringList{u"build"_s, what, u"--dry-run"_s, u"--no-link"_s} + builtAtStore(store), directory,
                      store.sshOptions);
}

Command rootCommand(const QString &path, const QString &link)
{
    return nixCommand({u"build"_s, path, u"--offline"_s, u"--out-link"_s, link}, {});
}

BuildFailure failureAtHost(BuildFailure failure, const QString &host)
{
    switch (failure.kind) {
    case Kind::HostUnknown:
        return say(failure, Words::tr("The host key of %1 is not known here.").arg(host),
                   Words::tr("Look at the machine in Settings: compare its fingerprint there and confirm it."));
    case Kind::HostKeyChanged:
        return say(failure,
                   Words::tr("%1 shows another host key than the one known here: it was set up anew, or someone is "
                             "listening in.")
                       .arg(host),
                   Words::tr("Look at the machine in Settings: compare both fingerprints with the machine's own."));
    case Kind::KeyRefused:
        return say(
            failure, Words::tr("%1 refused the SSH key.").arg(host),
            Words::tr("Choose another key for it in Settings, unlock it with ssh-add, or have it allowed there."));
    case Kind::HostUnreachable:
        return say(failure, Words::tr("%1 cannot be reached.").arg(host),
                   Words::tr("Check that it runs and that its address and port are right. ") + buildAgain());
    case Kind::ConnectionLost:
        return say(failure, Words::tr("The connection to %1 was lost.").arg(host),
                   Words::tr("Check that it runs. ") + buildAgain());
    case Kind::NixNotOnHost:
        return say(failure, Words::tr("%1 has no Nix on the PATH of its non-interactive shell.").arg(host),
                   Words::tr("Look at the machine in Settings and set the path of its nix-daemon."));
    case Kind::NoBuilder:
        return say(failure, Words::tr("%1 cannot build this: it lacks the system or a feature.").arg(host),
                   Words::tr("Choose another machine. Nix's own words say what is required."));
    case Kind::DiskFull:
        return diskFull(failure, host);
    case Kind::DaemonDown:
        return say(failure, Words::tr("The Nix daemon does not run on %1.").arg(host), Words::tr("Start it there."));
    default:
        return failure;
    }
}

BuildFailure pathMissingAtHost(const QString &path, const QString &host)
{
    return {.kind = Kind::NoOutput,
            .message =
                Words::tr("%1 reported success, but its store does not have %2: something removed it.").arg(host, path),
            .hint = Words::tr("Make sure that no garbage collection runs there, then build again.")};
}

BuildFailure copyDiffers(const QString &path, const QString &host)
{
    return {.kind = Kind::NotReproducible,
            .message = Words::tr("%1 here has other contents than on %2: this machine had built or fetched it before.")
                           .arg(path, host),
            .hint = Words::tr("Find out which of the two is right before you publish; “nix store verify” tells "
                              "whether this machine's is damaged.")};
}

} // namespace unmoor
