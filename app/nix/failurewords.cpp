// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/failuretable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Kind = BuildFailure::Kind;

/// What to say of a failure, and what to offer.
struct Words
{
    QString message;
    QString hint;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("BuildFailure", text);
}

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
    return tr("Run it again; the steps that have finished are kept.");
}

QString readTheLog()
{
    return tr("Read the end of its log.");
}

/// "nix/release.nix" of "/nix/store/<hash>-source/nix/release.nix".
QString inCheckout(const QString &path)
{
    static const QRegularExpression source(u"^/nix/store/[^/]*-source/"_s);
    return QString(path).remove(source);
}

Words hashMismatch(const BuildFailure &failure)
{
    return {
        tr("The file %1 changed upstream, or its hash in the flake is stale: %2 is written down, %3 arrived.")
            .arg(failure.derivation, failure.specified, failure.got),
        tr("Verify upstream that the new file is genuine. Then replace %1 by %2 in the repository and run again; Nix "
           "reuses the download.")
            .arg(failure.specified, failure.got)};
}

Words missingAttribute(const QRegularExpressionMatch &match)
{
    const QString suggestion = match.captured(2).simplified();
    return {tr("The flake has no output “%1”.").arg(match.captured(1)),
            suggestion.isEmpty() ? tr("Choose one of the outputs that “nix flake show” lists.")
                                 : tr("Did you mean “%1”? Change the output of this target.").arg(suggestion)};
}

Words fileNotInGit(const QString &path)
{
    const QString file = inCheckout(path);
    return {tr("Nix does not find the file %1.").arg(file),
            tr("Nix sees only what git tracks. If the file is there, add it: git add %1").arg(file)};
}

Words noBuilder(const QString &system)
{
    return {system.isEmpty() ? tr("No machine can build this: the ones that Nix may use lack the system or a feature.")
                             : tr("No machine for %1: this one cannot build for that system.").arg(system),
            tr("Choose a remote machine that can, or check that it answers.")};
}

Words timedOut(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    const QString text = match.captured(2).isEmpty()
        ? tr("The step %1 took longer than the limit of %2 seconds.")
        : tr("The step %1 said nothing for %2 seconds, which is the limit.");
    return {text.arg(failure.derivation, match.captured(1)),
            tr("Raise timeout or max-silent-time in nix.conf, or find out why it hangs.")};
}

Words builderFailed(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    const bool signal = match.hasCaptured(2) || match.hasCaptured(4);
    const QString code = captured(match);
    if (code.isEmpty())
        return {tr("The step %1 failed.").arg(failure.derivation), readTheLog()};
    const QString text =
        signal ? tr("The step %1 was ended by signal %2.") : tr("The step %1 failed with exit code %2.");
    return {text.arg(failure.derivation, code), readTheLog()};
}

Words evaluationError(const BuildFailure &failure)
{
    const QString where =
        failure.file.isEmpty() ? QString() : u"%1:%2"_s.arg(inCheckout(failure.file)).arg(failure.line);
    return {tr("The flake does not evaluate: %1").arg(failure.message),
            where.isEmpty() ? tr("Mend the flake and run again.") : tr("Mend %1 and run again.").arg(where)};
}

/// Failures on the way to another machine.
std::optional<Words> wordsOfRemote(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    const QString host = captured(match);
    switch (failure.kind) {
    case Kind::HostKeyChanged:
        return Words{tr("The remote machine shows another host key than before: someone may be listening in."),
                     tr("Stop, and compare the fingerprint below with the machine's own before you trust it.")};
    case Kind::HostUnknown:
        return Words{tr("The remote machine's host key is not known here."),
                     tr("Connect once with ssh, compare the fingerprint with the machine's own, and confirm it.")};
    case Kind::KeyRefused:
        return Words{host.isEmpty() ? tr("The remote machine refused the SSH key.")
                                    : tr("%1 refused the SSH key.").arg(host),
                     tr("Choose another key, add it to the SSH agent, or have it allowed on the machine.")};
    case Kind::HostUnreachable:
        return Words{host.isEmpty() ? tr("The remote machine cannot be reached.")
                                    : tr("%1 cannot be reached.").arg(host),
                     tr("Check that the machine runs and that its name and port are right, then run again.")};
    case Kind::NixNotOnHost:
        return Words{tr("The remote machine has no Nix on the PATH of its non-interactive shell."),
                     tr("Name it in the store address: ?remote-program=/nix/var/nix/profiles/default/bin/nix-daemon")};
    case Kind::ConnectionLost:
        return Words{tr("The connection to the Nix daemon or the remote machine was lost."), runAgain()};
    case Kind::NoBuilder:
        return noBuilder(host);
    case Kind::UnsignedPath:
        return Words{tr("Copying %1 was refused: it has no signature that this machine trusts.").arg(inCheckout(host)),
                     tr("Become a trusted user of this machine's Nix, or sign paths on the remote machine.")};
    default:
        return {};
    }
}

/// Failures before anything is built.
std::optional<Words> wordsOfFlake(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    switch (failure.kind) {
    case Kind::LockFileOutdated:
        return Words{tr("flake.lock is out of date: the flake's inputs are not all in it."),
                     tr("Run “nix flake lock”, review the difference and commit it.")};
    case Kind::MissingAttribute:
        return missingAttribute(match);
    case Kind::FeatureDisabled:
        return Words{tr("Nix has the feature “%1” switched off.").arg(captured(match)),
                     tr("Add it to experimental-features in nix.conf or in the variable NIX_CONFIG.")};
    case Kind::FileNotInGit:
        return fileNotInGit(captured(match));
    case Kind::DaemonDown:
        return Words{tr("The Nix daemon does not run."), tr("Start it: sudo systemctl start nix-daemon")};
    case Kind::GitOwnership:
        return Words{tr("The project's git folder belongs to another user."),
                     tr("Change its owner, or allow it: git config --global --add safe.directory FOLDER")};
    case Kind::EvaluationError:
        return evaluationError(failure);
    case Kind::NixMissing:
        return Words{tr("Nix is not installed here."), tr("Install it, or make sure that it is on the PATH.")};
    default:
        return {};
    }
}

Words wordsOfBuild(const BuildFailure &failure, const QRegularExpressionMatch &match)
{
    const QString step = failure.derivation;
    switch (failure.kind) {
    case Kind::Interrupted:
        return {tr("The build was canceled."), runAgain()};
    case Kind::HashMismatch:
        return hashMismatch(failure);
    case Kind::DiskFull:
        return {
            tr("The disk is full, here or on the remote machine."),
            tr("Free space, for example with “nix store gc”, then run again; the steps that have finished are kept.")};
    case Kind::TimedOut:
        return timedOut(failure, match);
    case Kind::LogLimit:
        return {tr("The step %1 wrote more log than is allowed.").arg(step),
                tr("Raise max-build-log-size in nix.conf.")};
    case Kind::Killed:
        return {tr("The step %1 was killed, most often because memory ran out.").arg(step),
                tr("Build with fewer jobs at a time (max-jobs, cores), or on a machine with more memory.")};
    case Kind::NotReproducible:
        return {tr("The step %1 gives another result each time.").arg(step),
                tr("Keep both results (--keep-failed) and compare them.")};
    case Kind::HookFailed:
        return {tr("The post-build hook %1 failed with exit code %2. The step is built, the run stopped.")
                    .arg(match.captured(1), match.captured(2)),
                tr("Mend the hook, or take post-build-hook out of nix.conf, then run again.")};
    case Kind::NoOutput:
        return {tr("The step %1 ended well but wrote no output.").arg(step),
                tr("Its build script has to create $out.")};
    case Kind::BuilderFailed:
        return builderFailed(failure, match);
    default:
        return {failure.message.isEmpty() ? tr("Nix failed without saying why.")
                                          : tr("Nix failed: %1").arg(failure.message),
                readTheLog()};
    }
}

} // namespace

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
