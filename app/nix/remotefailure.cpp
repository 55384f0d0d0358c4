// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/remotefailure.h"

#include "app/core/words.h"
#include "app/nix/storefolder.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// With less, a store that reports a full disk is this machine's.
constexpr qint64 fullBytes = qint64(16) << 20;

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

BuildFailure diskFull(const BuildFailure &failure, const QString &host, const QString &storeFolder)
{
    const bool here = freeBytesOfStore(storeFolder) < fullBytes;
    if (here)
        return say(failure, Words::tr("This machine's disk is full."),
                   Words::tr("Free space, for example with “nix store gc”. ") + buildAgain());
    return say(failure, Words::tr("The disk of %1 is full.").arg(host),
               Words::tr("Free space there, for example with “nix store gc”. ") + buildAgain());
}

} // namespace

BuildFailure failureAtHost(BuildFailure failure, const QString &host, const QString &storeFolder)
{
    switch (failure.kind) {
    case BuildFailure::Kind::HostUnknown:
        return say(failure, Words::tr("The host key of %1 is not known here.").arg(host),
                   Words::tr("Look at the machine in Settings: compare its fingerprint there and confirm it."));
    case BuildFailure::Kind::HostKeyChanged:
        return say(failure,
                   Words::tr("%1 shows another host key than the one known here: it was set up anew, or someone is "
                             "listening in.")
                       .arg(host),
                   Words::tr("Look at the machine in Settings: compare both fingerprints with the machine's own."));
    case BuildFailure::Kind::KeyRefused:
        return say(
            failure, Words::tr("%1 refused the SSH key.").arg(host),
            Words::tr("Choose another key for it in Settings, unlock it with ssh-add, or have it allowed there."));
    case BuildFailure::Kind::HostUnreachable:
        return say(failure, Words::tr("%1 cannot be reached.").arg(host),
                   Words::tr("Check that it runs and that its address and port are right. ") + buildAgain());
    case BuildFailure::Kind::ConnectionLost:
        return say(failure, Words::tr("The connection to %1 was lost.").arg(host),
                   Words::tr("Check that it runs. ") + buildAgain());
    case BuildFailure::Kind::NixNotOnHost:
        return say(failure, Words::tr("%1 has no Nix on the PATH of its non-interactive shell.").arg(host),
                   Words::tr("Look at the machine in Settings and set the path of its nix-daemon."));
    case BuildFailure::Kind::NoBuilder:
        return say(failure, Words::tr("%1 cannot build this: it lacks the system or a feature.").arg(host),
                   Words::tr("Choose another machine. Nix's own words say what is required."));
    case BuildFailure::Kind::DiskFull:
        return diskFull(failure, host, storeFolder);
    case BuildFailure::Kind::DaemonDown:
        return say(failure, Words::tr("The Nix daemon does not run on %1.").arg(host), Words::tr("Start it there."));
    case BuildFailure::Kind::UnsignedPath:
        return say(
            failure,
            Words::tr("%1 built it, and this machine's Nix does not take it: nobody whom it trusts signed it, and "
                      "you are not one of its trusted users.")
                .arg(host),
            Words::tr("Have %1 sign what it builds: make a key there (nix key generate-secret --key-name %1-1), "
                      "name its file as secret-key-files in the nix.conf there, and put its public key (nix key "
                      "convert-secret-to-public) into trusted-public-keys of this machine's. Or name yourself in "
                      "trusted-users here. What is built already is signed with “nix store sign”.")
                .arg(host));
    default:
        return failure;
    }
}

BuildFailure pathMissingAtHost(const QString &path, const QString &host)
{
    return {.kind = BuildFailure::Kind::NoOutput,
            .message =
                Words::tr("%1 reported success, but its store does not have %2: something removed it.").arg(host, path),
            .hint = Words::tr("Make sure that no garbage collection runs there, then build again.")};
}

BuildFailure copyDiffers(const QString &path, const QString &host)
{
    return {.kind = BuildFailure::Kind::NotReproducible,
            .message = Words::tr("%1 here has other contents than on %2: this machine had built or fetched it before.")
                           .arg(path, host),
            .hint = Words::tr("Find out which of the two is right before you publish; “nix store verify” tells "
                              "whether this machine's is damaged.")};
}

} // namespace unmoor
