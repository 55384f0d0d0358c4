// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/repair.h"

#include "app/core/format.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Offer = FailureOffer;

constexpr qsizetype mostPlaces = 3;
constexpr qsizetype mostMachines = 2;

QString placeText(const QString &file, int line)
{
    return line > 0 ? u"%1:%2"_s.arg(file).arg(line) : file;
}

// --- Single offers ---------------------------------------------------------------------------------------------------

Offer retry()
{
    return {.kind = Offer::Kind::Retry,
            .label = Words::tr("Build again"),
            .detail = Words::tr("The steps that have finished are kept.")};
}

Offer applyEditOf(const FileEdit &edit)
{
    return {.kind = Offer::Kind::ApplyEdit,
            .label = Words::tr("Apply edit to %1").arg(edit.file),
            .detail = Words::tr("Writes what is shown above, then builds again."),
            .edit = edit};
}

Offer openFile(const SourcePosition &position)
{
    return {.kind = Offer::Kind::OpenFile,
            .label = Words::tr("Open %1").arg(placeText(position.file, position.line)),
            .detail = Words::tr("In the editor that VISUAL or EDITOR names, else in the desktop's own."),
            .position = position};
}

Offer openSettings(const RepairContext &context, const QString &label)
{
    return {.kind = Offer::Kind::OpenSettings, .label = label, .text = context.place.host};
}

Offer freeSpace()
{
    return {.kind = Offer::Kind::FreeSpace,
            .label = Words::tr("Free space in History"),
            .detail = Words::tr("Lets go of results that no release needs any more.")};
}

Offer copyText(const QString &label, const QString &text)
{
    return {.kind = Offer::Kind::CopyText, .label = label, .detail = text, .text = text};
}

Offer copyHashes(const BuildFailure &failure)
{
    return copyText(Words::tr("Copy both hashes"),
                    u"specified: %1\ngot:       %2\n"_s.arg(failure.specified, failure.got));
}

Offer copyCommand(const QString &command)
{
    return copyText(Words::tr("Copy command"), command);
}

/// Other machines to build on, or the way to set one up.
QList<Offer> elsewhere(const RepairContext &context, bool orSetUp)
{
    QList<Offer> offers;
    for (const BuildPlace &place : context.otherPlaces.first(qMin(mostMachines, context.otherPlaces.size())))
        offers += Offer{.kind = Offer::Kind::ChooseHost,
                        .label = Words::tr("Build on %1").arg(placeName(place)),
                        .detail = Words::tr("From now on, and now."),
                        .place = place};
    if (offers.isEmpty() && orSetUp)
        offers += {.kind = Offer::Kind::OpenSettings,
                   .label = Words::tr("Set up a machine…"),
                   .detail = Words::tr("One that builds for the system and answers over SSH.")};
    return offers;
}

QList<Offer> showLog(const BuildFailure &failure)
{
    if (failure.derivationPath.isEmpty())
        return {};
    return {{.kind = Offer::Kind::ShowNixLog,
             .label = Words::tr("Show whole log"),
             .detail = Words::tr("Of %1, as Nix keeps it.").arg(failure.derivation),
             .text = failure.derivationPath}};
}

QList<Offer> openPosition(const BuildFailure &failure, const RepairContext &context)
{
    const auto position = positionInCheckout(context.trace.isEmpty() ? failure.detail : context.trace, context.root);
    return position ? QList<Offer>{openFile(*position)} : QList<Offer>();
}

QString commitNote(const RepairContext &context)
{
    return context.tag.isEmpty() ? Words::tr("The edit must be committed before it can be published.")
                                 : Words::tr("The edit must be committed before %1 can be published.").arg(context.tag);
}

// --- By failure ------------------------------------------------------------------------------------------------------

/// The file that holds the old hash is known, or is one of several, or there is none.
FailureRepair repairHash(const BuildFailure &failure, const RepairContext &context)
{
    FailureRepair repair;
    const qsizetype places = context.oldHash.size();
    if (context.edit && places == 1) {
        const HashPlace &place = context.oldHash.first();
        repair.message = Words::tr("%1 arrived with another hash. Either upstream replaced the file, or %2 is stale. "
                                   "Verify upstream first, before you accept the new one.")
                             .arg(failure.derivation, place.file);
        repair.specifiedAt = placeText(place.file, place.line);
        repair.offers += applyEditOf(*context.edit);
        repair.note = commitNote(context);
    } else if (places > 1) {
        repair.message = Words::tr("%1 arrived with another hash. Either upstream replaced the file, or the old hash "
                                   "is stale. It is written in %2 places, and which of them is meant is not clear.")
                             .arg(failure.derivation)
                             .arg(places);
        repair.hint = Words::tr("Verify upstream first. Then put the new hash where it belongs and build again.");
        repair.specifiedAt = Words::tr("in %1 places").arg(places);
        for (const HashPlace &place : context.oldHash.first(qMin(mostPlaces, places)))
            repair.offers += openFile({place.file, place.line});
        repair.note = commitNote(context);
    } else {
        repair.message = Words::tr("%1 arrived with another hash. The old one is in no file of this checkout: it may "
                                   "be an input's, or put together by the flake.")
                             .arg(failure.derivation);
        repair.hint = Words::tr("Verify upstream first. Then put the new hash where the old one comes from.");
        repair.specifiedAt = Words::tr("not in this checkout");
    }
    if (const QString page = upstreamPage(failure.tail); !page.isEmpty())
        repair.offers += {.kind = Offer::Kind::OpenUrl,
                          .label = page.contains("/releases/tag/"_L1) ? Words::tr("Open upstream release")
                                                                      : Words::tr("Open upstream page"),
                          .detail = page,
                          .text = page};
    repair.offers += copyHashes(failure);
    return repair;
}

FailureRepair repairMissingFile(const BuildFailure &failure, const RepairContext &context)
{
    const QString file = fileInCheckout(failure.subject, context.root);
    FailureRepair repair{.offers = openPosition(failure, context)};
    const bool exists = !file.isEmpty() && QFileInfo::exists(QDir(context.root).filePath(file));
    if (!exists) {
        repair.hint = file.isEmpty()
            ? Words::tr("Mend the place that names it, then build again.")
            : Words::tr("It is not in the checkout either: add it, or mend the place that names it.");
        repair.offers += retry();
        return repair;
    }
    if (context.untrackedFiles.contains(file)) {
        repair.message =
            Words::tr("%1 is there, but git does not track it, and Nix sees only what git tracks.").arg(file);
        repair.offers.prepend({.kind = Offer::Kind::AddToGit,
                               .label = Words::tr("Add %1 to git").arg(file),
                               .detail = Words::tr("git add --intent-to-add: what is in it is for you to commit. Then "
                                                   "builds again."),
                               .position = {.file = file}});
        repair.note = context.tag.isEmpty()
            ? Words::tr("The file must be committed before it can be published.")
            : Words::tr("The file must be committed before %1 can be published.").arg(context.tag);
        return repair;
    }
    repair.message =
        Words::tr("Nix does not find %1, which is there: git may ignore it, or it came just now.").arg(file);
    repair.hint = Words::tr("If git ignores it on purpose, the flake cannot read it. Else add it by force.");
    repair.offers.prepend(copyCommand(u"git add --force %1"_s.arg(shellQuotedFile(file))));
    repair.offers.prepend(retry());
    return repair;
}

FailureRepair repairDisk(const RepairContext &context)
{
    FailureRepair repair{.hint = context.freeSpace.join(u' ')};
    repair.offers = {freeSpace(), copyCommand(context.shellPrefix + u"nix store gc"_s), retry()};
    return repair;
}

FailureRepair repairOutput(const BuildFailure &failure, const RepairContext &context)
{
    FailureRepair repair;
    if (context.edit) {
        repair.offers += applyEditOf(*context.edit);
        repair.hint = Words::tr("Did you mean “%1”?").arg(failure.subject);
        repair.note = commitNote(context);
    }
    const QString manifest = QDir(context.root).relativeFilePath(context.directory + u"/unmoor.toml"_s);
    repair.offers += openFile({.file = manifest});
    return repair;
}

/// What is tried with a machine that does not answer as it should.
QList<Offer> mendMachine(const RepairContext &context, const QString &label)
{
    QList<Offer> offers{openSettings(context, label), retry()};
    return offers + elsewhere(context, false);
}

QList<Offer> offersOfMachine(const BuildFailure &failure, const RepairContext &context)
{
    switch (failure.kind) {
    case BuildFailure::Kind::HostKeyChanged:
        return QList<Offer>{openSettings(context, Words::tr("Compare the fingerprints…"))} + elsewhere(context, false);
    case BuildFailure::Kind::HostUnknown:
        return mendMachine(context, Words::tr("Show the fingerprint…"));
    case BuildFailure::Kind::KeyRefused:
    case BuildFailure::Kind::UnsignedPath:
    case BuildFailure::Kind::NixNotOnHost:
        return mendMachine(context, Words::tr("Open the machine's settings…"));
    case BuildFailure::Kind::HostUnreachable:
        return QList<Offer>{retry(), openSettings(context, Words::tr("Test the machine…"))} + elsewhere(context, false);
    case BuildFailure::Kind::ConnectionLost:
        return QList<Offer>{retry()}
        + (context.place.kind == BuildPlace::Kind::Host
               ? QList<Offer>{openSettings(context, Words::tr("Test the machine…"))}
               : QList<Offer>());
    default:
        return elsewhere(context, true);
    }
}

/// Nothing is asked of GitHub without a click.
QList<Offer> offersOfActions(const RepairContext &context)
{
    QList<Offer> offers{{.kind = Offer::Kind::Retry,
                         .label = Words::tr("Look again"),
                         .detail = Words::tr("At the newest run of %1 for this commit.").arg(context.workflow)}};
    if (!context.mayStart)
        offers += Offer{.kind = Offer::Kind::ChooseHost,
                        .label = Words::tr("Start %1 where there is no run").arg(context.workflow),
                        .detail = Words::tr("From now on, and now."),
                        .place = context.place};
    return offers + elsewhere(context, false);
}

QList<Offer> offersOfStep(const BuildFailure &failure, const RepairContext &context)
{
    switch (failure.kind) {
    case BuildFailure::Kind::TimedOut:
    case BuildFailure::Kind::Killed:
        return QList<Offer>{retry()} + elsewhere(context, false) + showLog(failure);
    case BuildFailure::Kind::HookFailed:
    case BuildFailure::Kind::NotReproducible:
    case BuildFailure::Kind::LogLimit:
        return QList<Offer>{retry()} + showLog(failure);
    default:
        break;
    }
    if (context.place.kind == BuildPlace::Kind::Actions)
        return offersOfActions(context);
    if (failure.isForGood)
        return context.manifest.file.isEmpty() ? QList<Offer>() : QList<Offer>{openFile(context.manifest)};
    // A step that ran out of disk fails like any other; its own log says why.
    const bool full = failure.tail.contains("No space left on device"_L1);
    return (full ? QList<Offer>{freeSpace()} : QList<Offer>()) + showLog(failure) + openPosition(failure, context)
        + QList<Offer>{retry()};
}

QList<Offer> offersOfMachineHere(const BuildFailure &failure, const RepairContext &context)
{
    if (failure.kind == BuildFailure::Kind::DaemonDown && !failure.subject.isEmpty())
        return {copyCommand(u"sudo usermod --append --groups %1 $USER"_s.arg(shellQuoted(failure.subject))), retry()};
    if (failure.kind == BuildFailure::Kind::DaemonDown)
        return {copyCommand(context.shellPrefix + u"sudo systemctl start nix-daemon"_s), retry()};
    if (failure.kind == BuildFailure::Kind::GitOwnership)
        return {copyCommand(u"git config --global --add safe.directory %1"_s.arg(
                    shellQuoted(failure.subject.isEmpty() ? context.root : failure.subject))),
                retry()};
    return {retry()};
}

FailureRepair repairByKind(const BuildFailure &failure, const RepairContext &context)
{
    switch (failure.kind) {
    case BuildFailure::Kind::HashMismatch:
        return repairHash(failure, context);
    case BuildFailure::Kind::FileNotInGit:
        return repairMissingFile(failure, context);
    case BuildFailure::Kind::DiskFull:
        return repairDisk(context);
    case BuildFailure::Kind::MissingAttribute:
        return repairOutput(failure, context);
    case BuildFailure::Kind::LockFileOutdated:
        return {.offers = {{.kind = Offer::Kind::UpdateLockFile,
                            .label = Words::tr("Show what nix flake lock changes"),
                            .detail = Words::tr("Asks Nix for the inputs; flake.lock stays as it is.")}}};
    case BuildFailure::Kind::FeatureDisabled:
        return {.offers = {{.kind = Offer::Kind::EnableFeature,
                            .label = Words::tr("Switch “%1” on for Unmoor's runs").arg(failure.subject),
                            .detail = Words::tr("Kept in Settings; nix.conf stays as it is. Then builds again."),
                            .text = failure.subject}}};
    case BuildFailure::Kind::ImportFromDerivation:
    case BuildFailure::Kind::EvaluationError:
        return {.offers = openPosition(failure, context) + QList<Offer>{retry()}};
    case BuildFailure::Kind::Interrupted:
    case BuildFailure::Kind::NixMissing:
    case BuildFailure::Kind::DaemonDown:
    case BuildFailure::Kind::GitOwnership:
        return {.offers = offersOfMachineHere(failure, context)};
    case BuildFailure::Kind::HostKeyChanged:
    case BuildFailure::Kind::HostUnknown:
    case BuildFailure::Kind::KeyRefused:
    case BuildFailure::Kind::HostUnreachable:
    case BuildFailure::Kind::NixNotOnHost:
    case BuildFailure::Kind::ConnectionLost:
    case BuildFailure::Kind::NoBuilder:
    case BuildFailure::Kind::UnsignedPath:
        return {.offers = offersOfMachine(failure, context)};
    case BuildFailure::Kind::TimedOut:
    case BuildFailure::Kind::LogLimit:
    case BuildFailure::Kind::Killed:
    case BuildFailure::Kind::NotReproducible:
    case BuildFailure::Kind::HookFailed:
    case BuildFailure::Kind::NoOutput:
    case BuildFailure::Kind::BuilderFailed:
    case BuildFailure::Kind::Other:
        return {.offers = offersOfStep(failure, context)};
    }
    Q_UNREACHABLE_RETURN({});
}

/// The failure in full, to send to somebody.
QString asText(const BuildFailure &failure, const FailureRepair &repair)
{
    QStringList parts{messageOf(failure, repair), hintOf(failure, repair), failure.detail};
    parts.removeAll(QString());
    return parts.join(u'\n') + u'\n';
}

} // namespace

FailureRepair repairOf(const BuildFailure &failure, const RepairContext &context)
{
    FailureRepair repair = repairByKind(failure, context);
    repair.offers += copyText(Words::tr("Copy failure"), asText(failure, repair));
    return repair;
}

FailureRepair lockFileRepair(const BuildFailure &failure, const FileEdit &edit, const QString &tag)
{
    FailureRepair repair{.hint = Words::tr("This is what nix flake lock makes of it."),
                         .note = commitNote({.tag = tag})};
    repair.offers = {applyEditOf(edit), copyText(Words::tr("Copy failure"), asText(failure, repair))};
    return repair;
}

FailureRepair unexaminedRepair(const BuildFailure &failure)
{
    FailureRepair repair;
    if (!failure.got.isEmpty())
        repair.offers += copyHashes(failure);
    repair.offers += copyText(Words::tr("Copy failure"), asText(failure, repair));
    return repair;
}

QString messageOf(const BuildFailure &failure, const FailureRepair &repair)
{
    return repair.message.isEmpty() ? failure.message : repair.message;
}

QString hintOf(const BuildFailure &failure, const FailureRepair &repair)
{
    return repair.message.isEmpty() && repair.hint.isEmpty() ? failure.hint : repair.hint;
}

QString upstreamPage(const QString &tail)
{
    static const QRegularExpression download(u"https?://[^\\s'\"<>\\\\^`]+"_s);
    static const QRegularExpression release(u"^(https://github\\.com/[^/]+/[^/]+)/releases/download/([^/]+)/"_s);
    QString url;
    for (const auto &match : download.globalMatch(tail))
        url = match.captured();
    if (const auto match = release.match(url); match.hasMatch())
        return match.captured(1) + u"/releases/tag/"_s + match.captured(2);
    const qsizetype slash = url.lastIndexOf(u'/');
    return slash > u"https://"_s.size() ? url.first(slash + 1) : url;
}

} // namespace unmoor
