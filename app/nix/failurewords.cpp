// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/shellquote.h"
#include "app/core/words.h"
#include "app/nix/failuretable.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What to say of a failure, and what to offer.
struct Advice
{
    QString message;
    QString hint;
};

/// The first capture that took part.
QString captured(const QRegularExpressionMatch &match)
{
    for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
        if (match.hasCaptured(i) && !match.captured(i).isEmpty())
            return match.captured(i);
    }
    return {};
}

QString runAgain()
{
    return Words::tr("Run it again; the steps that have finished are kept.");
}

/// "nix/release.nix" of "/nix/store/<hash>-source/nix/release.nix".
QString inCheckout(const QString &path)
{
    static const QRegularExpression source(u"^/nix/store/[^/]*-source/"_s);
    return QString(path).remove(source);
}

/// Nix has three ways to say it: outside of git, in a checkout, and where git does not know the file.
bool lacksFlake(const QString &message)
{
    static const QRegularExpression lacks(
        u"could not find a flake\\.nix file|is not part of a flake|does not contain a '/?flake\\.nix' file"_s);
    return message.contains(lacks);
}

Advice noFlake()
{
    return {Words::tr("There is no flake.nix here that Nix could read, and Unmoor builds what a flake offers."),
            Words::tr("Write one that offers what is released as packages.SYSTEM.NAME (“nix flake init” begins it), "
                      "and let git know it: git add flake.nix. If it stands in another folder, the key “flake” of "
                      "unmoor.toml names that.")};
}

Advice hashMismatch(const BuildFailure &failure)
{
    return {
        Words::tr("The file %1 changed upstream, or its hash in the flake is stale: %2 is written down, %3 arrived.")
            .arg(failure.derivation, failure.specified, failure.got),
        Words::tr(
            "Verify upstream that the new file is genuine. Then replace %1 by %2 in the repository and run again; Nix "
            "reuses the download.")
            .arg(failure.specified, failure.got)};
}

Advice missingAttribute(const QRegularExpressionMatch &match)
{
    const QString suggestion = match.captured(2).simplified();
    return {Words::tr("The flake has no output “%1”.").arg(match.captured(1)),
            suggestion.isEmpty() ? Words::tr("Choose one of the outputs that “nix flake show” lists.")
                                 : Words::tr("Did you mean “%1”? Change the output of this target.").arg(suggestion)};
}

Advice importFromDerivation(const QString &derivation)
{
    return {Words::tr("Evaluating this builds %1 first (import from derivation), and looking builds nothing.")
                .arg(derivation),
            Words::tr("Building the target does it. A version or a gate needs an attribute that evaluates without a "
                      "build, or a file to read it from.")};
}

Advice fileNotInGit(const QString &path)
{
    const QString file = inCheckout(path);
    return {Words::tr("Nix does not find the file %1.").arg(file),
            Words::tr("Nix sees only what git tracks. If the file is there, add it: git add %1")
                .arg(shellQuotedFile(file))};
}

Advice noBuilder(const QString &system)
{
    return {system.isEmpty()
                ? Words::tr("No machine can build this: the ones that Nix may use lack the system or a feature.")
                : Words::tr("No machine for %1: this one cannot build for that system.").arg(system),
            Words::tr("Choose a remote machine that can, or check that it answers.")};
}

Advice timedOut(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    const QString text = match.captured(2).isEmpty()
        ? Words::tr("The step %1 took longer than the limit of %2 seconds.")
        : Words::tr("The step %1 said nothing for %2 seconds, which is the limit.");
    return {text.arg(failure.derivation, match.captured(1)),
            Words::tr("Raise timeout or max-silent-time in nix.conf, or find out why it hangs.")};
}

Advice builderFailed(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    const bool signal = match.hasCaptured(2) || match.hasCaptured(4);
    const QString code = captured(match);
    if (code.isEmpty())
        return {Words::tr("The step %1 failed.").arg(failure.derivation), readTheLog()};
    const QString text =
        signal ? Words::tr("The step %1 was ended by signal %2.") : Words::tr("The step %1 failed with exit code %2.");
    return {text.arg(failure.derivation, code), readTheLog()};
}

Advice evaluationError(const BuildFailure &failure)
{
    const QString where =
        failure.file.isEmpty() ? QString() : u"%1:%2"_s.arg(inCheckout(failure.file)).arg(failure.line);
    return {Words::tr("The flake does not evaluate: %1").arg(failure.message),
            where.isEmpty() ? Words::tr("Mend the flake and run again.")
                            : Words::tr("Mend %1 and run again.").arg(where)};
}

/// Failures on the way to another machine.
std::optional<Advice> wordsOfRemote(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    const QString host = captured(match);
    switch (failure.kind) {
    case BuildFailure::Kind::HostKeyChanged:
        return Advice{Words::tr("The remote machine shows another host key than before: someone may be listening in."),
                      Words::tr("Stop, and compare the fingerprint below with the machine's own before you trust it.")};
    case BuildFailure::Kind::HostUnknown:
        return Advice{
            Words::tr("The remote machine's host key is not known here."),
            Words::tr("Connect once with ssh, compare the fingerprint with the machine's own, and confirm it.")};
    case BuildFailure::Kind::KeyRefused:
        return Advice{host.isEmpty() ? Words::tr("The remote machine refused the SSH key.")
                                     : Words::tr("%1 refused the SSH key.").arg(host),
                      Words::tr("Choose another key, add it to the SSH agent, or have it allowed on the machine.")};
    case BuildFailure::Kind::HostUnreachable:
        return Advice{host.isEmpty() ? Words::tr("The remote machine cannot be reached.")
                                     : Words::tr("%1 cannot be reached.").arg(host),
                      Words::tr("Check that the machine runs and that its name and port are right, then run again.")};
    case BuildFailure::Kind::NixNotOnHost:
        return Advice{
            Words::tr("The remote machine has no Nix on the PATH of its non-interactive shell."),
            Words::tr("Name it in the store address: ?remote-program=/nix/var/nix/profiles/default/bin/nix-daemon")};
    case BuildFailure::Kind::ConnectionLost:
        return Advice{Words::tr("The connection to the Nix daemon or the remote machine was lost."), runAgain()};
    case BuildFailure::Kind::NoBuilder:
        return noBuilder(host);
    case BuildFailure::Kind::UnsignedPath:
        return Advice{
            Words::tr("Copying %1 was refused: it has no signature that this machine trusts.").arg(inCheckout(host)),
            Words::tr("Become a trusted user of this machine's Nix, or sign paths on the remote machine.")};
    default:
        return {};
    }
}

/// \a folder: its socket's, where it is closed to this user; \a group: who may enter that.
Advice daemonDown(const QString &folder, const QString &group)
{
    if (folder.isEmpty())
        return {Words::tr("The Nix daemon does not run."), Words::tr("Start it: sudo systemctl start nix-daemon")};
    return {Words::tr("The Nix daemon answers the members of a group alone, and you are none of them."),
            group.isEmpty()
                ? Words::tr("Look at who owns %1, and join its group.").arg(folder)
                : Words::tr("Join it, then sign in to this machine anew: sudo usermod --append --groups %1 $USER")
                      .arg(group)};
}

/// Failures before anything is built.
std::optional<Advice> wordsOfFlake(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    switch (failure.kind) {
    case BuildFailure::Kind::LockFileOutdated:
        return Advice{Words::tr("flake.lock is out of date: the flake's inputs are not all in it."),
                      Words::tr("Run “nix flake lock”, review the difference and commit it.")};
    case BuildFailure::Kind::MissingAttribute:
        return missingAttribute(match);
    case BuildFailure::Kind::FeatureDisabled:
        return Advice{Words::tr("Nix has the feature “%1” switched off.").arg(captured(match)),
                      Words::tr("Add it to experimental-features in nix.conf or in the variable NIX_CONFIG.")};
    case BuildFailure::Kind::ImportFromDerivation:
        return importFromDerivation(failure.derivation.isEmpty() ? captured(match) : failure.derivation);
    case BuildFailure::Kind::FileNotInGit:
        return fileNotInGit(captured(match));
    case BuildFailure::Kind::DaemonDown:
        return daemonDown(captured(match), failure.subject);
    case BuildFailure::Kind::GitOwnership:
        return Advice{Words::tr("The project's git folder belongs to another user."),
                      Words::tr("Change its owner, or allow it: git config --global --add safe.directory FOLDER")};
    case BuildFailure::Kind::EvaluationError:
        return evaluationError(failure);
    case BuildFailure::Kind::NixMissing:
        return Advice{Words::tr("Nix is not installed here."),
                      Words::tr("Install it, or make sure that it is on the PATH.")};
    default:
        return {};
    }
}

Advice wordsOfBuild(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    const QString step = failure.derivation;
    switch (failure.kind) {
    case BuildFailure::Kind::Interrupted:
        return {Words::tr("The build was canceled."), runAgain()};
    case BuildFailure::Kind::HashMismatch:
        return hashMismatch(failure);
    case BuildFailure::Kind::DiskFull:
        return {
            Words::tr("The disk is full, here or on the remote machine."),
            Words::tr(
                "Free space, for example with “nix store gc”, then run again; the steps that have finished are kept.")};
    case BuildFailure::Kind::TimedOut:
        return timedOut(failure, match);
    case BuildFailure::Kind::LogLimit:
        return {Words::tr("The step %1 wrote more log than is allowed.").arg(step),
                Words::tr("Raise max-build-log-size in nix.conf.")};
    case BuildFailure::Kind::Killed:
        return {Words::tr("The step %1 was killed, most often because memory ran out.").arg(step),
                Words::tr("Build with fewer jobs at a time (max-jobs, cores), or on a machine with more memory.")};
    case BuildFailure::Kind::NotReproducible:
        return {Words::tr("The step %1 gives another result each time.").arg(step),
                Words::tr("Keep both results (--keep-failed) and compare them.")};
    case BuildFailure::Kind::HookFailed:
        return {Words::tr("The post-build hook %1 failed with exit code %2. The step is built, the run stopped.")
                    .arg(match.captured(1), match.captured(2)),
                Words::tr("Mend the hook, or take post-build-hook out of nix.conf, then run again.")};
    case BuildFailure::Kind::NoOutput:
        return {Words::tr("The step %1 ended well but wrote no output.").arg(step),
                Words::tr("Its build script has to create $out.")};
    case BuildFailure::Kind::BuilderFailed:
        return builderFailed(failure, match);
    default:
        if (lacksFlake(failure.message))
            return noFlake();
        return {failure.message.isEmpty() ? Words::tr("Nix failed without saying why.")
                                          : Words::tr("Nix failed: %1").arg(failure.message),
                readTheLog()};
    }
}

} // namespace

QString readTheLog()
{
    return Words::tr("Read the end of its log.");
}

void describe(BuildFailure &failure, const QRegularExpressionMatch &match)
{
    auto words = wordsOfRemote(failure, match);
    if (!words)
        words = wordsOfFlake(failure, match);
    if (!words)
        words = wordsOfBuild(failure, match);
    failure.message = words->message;
    failure.hint = words->hint;
}

} // namespace unmoor
