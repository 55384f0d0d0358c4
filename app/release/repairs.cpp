// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/repairs.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/pool.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"
#include "app/machines/builderprocesses.h"
#include "app/nix/nixcommand.h"
#include "app/nix/storefolder.h"
#include "app/project/git.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A command for the shell of \a host, never asking for anything.
Command sshCommand(const BuildHost &host, const QString &stateDir, const QString &shellCommand)
{
    QStringList arguments = remoteStore(host, stateDir).sshOptions;
    arguments += {u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"ConnectTimeout=10"_s, sshDestination(host), shellCommand};
    return {.program = u"ssh"_s, .arguments = arguments, .environment = {{u"LC_ALL"_s, u"C"_s}}};
}

QString freeSpaceText(qint64 bytes, const QString &where)
{
    return Words::tr("%1 are free in /nix/store on %2.").arg(formatBytes(bytes), where);
}

QString freeSpaceHere(const Result<NixInfo> &nix)
{
    const QString folder = nix ? nix->storeFolder : usualStoreFolder;
    return freeSpaceText(freeBytesOfStore(folder), Words::tr("this machine"));
}

/// The fourth field of the second line of `df -Pk`: KiB that are free; -1: no such answer.
qint64 freeBytesOfDf(const QByteArray &out)
{
    const QByteArray line = out.split('\n').value(1).simplified();
    bool isNumber = false;
    const qint64 kib = line.split(' ').value(3).toLongLong(&isNumber);
    return isNumber ? kib * 1024 : -1;
}

/// The one edit that puts the hash that came where the specified one is written, in the same notation.
std::optional<FileEdit> hashEdit(const QString &root, const HashPlace &place, const NixHash &old, const NixHash &now)
{
    const auto text = readCheckoutFile(root, place.file);
    if (!text || hashPlacesIn(*text, old, place.file) != QList{place})
        return {};
    return FileEdit{place.file, *text, withHash(*text, place, old, now)};
}

/// unmoor.toml with the output \a wrong, named once, replaced by what Nix suggests.
std::optional<FileEdit> outputEdit(const RepairContext &context, const QString &wrong, const QString &right)
{
    const QString file = QDir(context.root).relativeFilePath(QDir(context.directory).filePath(u"unmoor.toml"_s));
    const auto text = readCheckoutFile(context.root, file);
    const QByteArray quoted = '"' + wrong.toUtf8() + '"';
    if (!text || wrong.isEmpty() || right.isEmpty() || right.contains(u' ') || text->count(quoted) != 1)
        return {};
    QByteArray edited = *text;
    return FileEdit{file, *text, edited.replace(quoted, '"' + right.toUtf8() + '"')};
}

/// Where unmoor.toml names the target \a triple for the first time.
SourcePosition manifestPlace(const RepairContext &context, const QString &triple)
{
    const QString file = QDir(context.root).relativeFilePath(QDir(context.directory).filePath(u"unmoor.toml"_s));
    const auto text = readCheckoutFile(context.root, file);
    const qsizetype at = text ? text->indexOf(triple.toUtf8()) : -1;
    return {.file = file, .line = at < 0 ? 0 : int(QByteArrayView(*text).first(at).count('\n')) + 1};
}

/// Puts what the old hash is replaced by into \a context.
RepairContext withOldHash(RepairContext context, const BuildFailure &failure, const QStringList &files)
{
    const auto old = parseNixHash(failure.specified);
    const auto now = parseNixHash(failure.got);
    if (!old || !now || old->algorithm != now->algorithm)
        return context;
    context.oldHash = findHash(context.root, files, *old);
    if (context.oldHash.size() == 1)
        context.edit = hashEdit(context.root, context.oldHash.first(), *old, *now);
    return context;
}

/// Evaluates what failed once more, to hear where: without being asked, Nix leaves out the inner half of a trace.
Command traceCommand(const FlakeSource &flake, const ManifestTarget &target)
{
    const QString attribute = packageAttribute(target.system, target.output) + u".drvPath"_s;
    return nixCommand({u"eval"_s, u"--raw"_s, u"--show-trace"_s, installable(flake.reference, attribute)},
                      flake.directory);
}

QStringList zeroSeparated(const QByteArray &out)
{
    QStringList words;
    for (const QByteArray &word : out.split('\0'))
        if (!word.isEmpty())
            words += QString::fromUtf8(word);
    return words;
}

Result<void> gitOutcome(const Result<ProcessExit> &exit, const QString &what)
{
    if (!exit)
        return std::unexpected(exit.error());
    if (exit->code != 0)
        return failure(Error::Kind::Failed, Words::tr("git could not add %1: %2").arg(what, exit->lastWords()));
    return {};
}

QFuture<Result<void>> addToGit(const QString &root, const QString &file)
{
    // The pathspec is a name, not a pattern.
    return runProcess(gitCommand({u"--literal-pathspecs"_s, u"add"_s, u"--intent-to-add"_s, u"--"_s, file}, root))
        .then([file](const Result<ProcessExit> &exit) { return gitOutcome(exit, file); });
}

} // namespace

Repairs::Repairs(Engine &engine, Targets &targets, Places &places, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_places(places)
{
}

const BuildHost *Repairs::hostOf(const QString &triple) const
{
    const TargetState *target = m_targets.find(triple);
    return target ? m_engine.settings().host(target->place.host) : nullptr;
}

// --- What can be offered ---------------------------------------------------------------------------------------------

QFuture<Result<FailureRepair>> Repairs::examine(const QString &triple, const ProjectPtr &project)
{
    const TargetState *target = m_targets.find(triple);
    if (!target || !target->failure)
        return finished<FailureRepair>(failure(Error::Kind::NotFound, tr("This build did not fail.")));
    return andThen(context(*target, project), this, [why = *target->failure](const RepairContext &context) {
        return finished<FailureRepair>(repairOf(why, context));
    });
}

QFuture<Result<RepairContext>> Repairs::context(const TargetState &target, const ProjectPtr &project)
{
    const BuildFailure why = *target.failure;
    RepairContext context{.root = project->checkout.root,
                          .directory = project->directory,
                          .tag = project->tag(),
                          .place = target.place,
                          .otherPlaces = m_places.placesFor(target.target),
                          .workflow = target.target.actions.workflow,
                          .mayStart = target.placeIsChosen};
    context.otherPlaces.removeAll(target.place);
    const BuildHost *host = m_engine.settings().host(target.place.host);
    if (host)
        context.shellPrefix = u"ssh %1 "_s.arg(shellQuoted(sshDestination(*host)));

    switch (why.kind) {
    case BuildFailure::Kind::HashMismatch:
        return inEitherCase(runProcess(gitCommand({u"ls-files"_s, u"-z"_s}, context.root)), this,
                            [this, context, why](const Result<ProcessExit> &files) {
                                const QStringList names = files ? zeroSeparated(files->out) : QStringList();
                                return runInPool(m_pool, [context, why, names]() -> Result<RepairContext> {
                                    return withOldHash(context, why, names);
                                });
                            });
    case BuildFailure::Kind::FileNotInGit:
        return readCheckout(project->directory, project->trust)
            .then(this, [context](const Result<Checkout> &now) mutable {
                context.untrackedFiles = now ? now->untrackedFiles : QStringList();
                return Result<RepairContext>(context);
            });
    case BuildFailure::Kind::NoOutput:
        context.manifest = manifestPlace(context, target.target.triple);
        return finished<RepairContext>(context);
    case BuildFailure::Kind::MissingAttribute:
        context.edit = outputEdit(context, target.target.output, why.subject);
        return finished<RepairContext>(context);
    case BuildFailure::Kind::EvaluationError:
        if (!why.detail.contains("stack trace truncated"_L1))
            return finished<RepairContext>(context);
        return runProcess(traceCommand(project->flake(), target.target))
            .then(this, [context](const Result<ProcessExit> &run) mutable {
                context.trace = run ? messagesOf(run->err).join(u'\n') : QString();
                return Result<RepairContext>(context);
            });
    case BuildFailure::Kind::DiskFull:
        context.freeSpace = {freeSpaceHere(m_places.nix())};
        if (!host || !writeSshConfiguration(remoteStore(*host, m_engine.stateDir())))
            return finished<RepairContext>(context);
        return runProcess(sshCommand(*host, m_engine.stateDir(), u"df -Pk /nix/store"_s))
            .then(this, [context, name = host->name](const Result<ProcessExit> &df) mutable {
                if (const qint64 bytes = df ? freeBytesOfDf(df->out) : -1; bytes >= 0)
                    context.freeSpace.prepend(freeSpaceText(bytes, name));
                return Result<RepairContext>(context);
            });
    default:
        return finished<RepairContext>(context);
    }
}

QFuture<Result<FileEdit>> Repairs::proposeLockFile(const ProjectPtr &project)
{
    if (const auto trusted = requireTrust(*project); !trusted)
        return finished<FileEdit>(std::unexpected(trusted.error()));
    const QString file =
        QDir(project->checkout.root)
            .relativeFilePath(QDir::cleanPath(project->directory + u'/' + project->manifest.flake + u"/flake.lock"_s));
    const auto before = readCheckoutFile(project->checkout.root, file);
    if (!before)
        return finished<FileEdit>(std::unexpected(before.error()));
    auto folder = std::make_shared<QTemporaryDir>();
    const QString copy = folder->filePath(u"flake.lock"_s);
    Command command =
        nixCommand({u"flake"_s, u"lock"_s, flakeInFolder(project->directory, flakePlaceOf(project->manifest)).reference,
                    u"--output-lock-file"_s, copy},
                   project->directory);
    command.arguments.removeAll(u"--no-update-lock-file"_s); // the one run that is about just that
    return runProcess(command).then(
        this, [folder, copy, file, before = *before](const Result<ProcessExit> &run) -> Result<FileEdit> {
            if (!run)
                return std::unexpected(run.error());
            if (run->code != 0)
                return std::unexpected(nixError(*run));
            QFile written(copy);
            const QByteArray after = written.open(QIODevice::ReadOnly) ? written.readAll() : before;
            if (after == before)
                return failure(Error::Kind::Conflict,
                               tr("nix flake lock changes nothing: flake.lock is complete now. Build again."));
            return FileEdit{file, before, after};
        });
}

// --- Doing it --------------------------------------------------------------------------------------------------------

QFuture<Result<void>> Repairs::apply(const QString &triple, const FailureOffer &offer, const ProjectPtr &project)
{
    const QString root = project->checkout.root;
    switch (offer.kind) {
    case FailureOffer::Kind::ApplyEdit: {
        if (!offer.edit)
            break;
        const auto written = applyEdit(root, *offer.edit);
        // Nix sees a new file once git knows of it.
        if (written && offer.edit->before.isNull())
            return addToGit(root, offer.edit->file);
        return finished<void>(written);
    }
    case FailureOffer::Kind::AddToGit:
        return addToGit(root, offer.position.file);
    case FailureOffer::Kind::EnableFeature:
        return finished<void>(m_engine.settingsStore().change([feature = offer.text](Settings &settings) {
            if (!settings.nixFeatures.contains(feature))
                settings.nixFeatures += feature;
        }));
    case FailureOffer::Kind::ChooseHost:
        return finished<void>(m_places.choose(triple, offer.place, root));
    default:
        break;
    }
    return finished<void>(failure(Error::Kind::InvalidInput, tr("There is nothing to change for this.")));
}

// --- Looking closer --------------------------------------------------------------------------------------------------

QFuture<Result<QString>> Repairs::nixLog(const QString &triple, const QString &derivation, const ProjectPtr &project)
{
    const BuildHost *host = hostOf(triple);
    const Command command = host
        ? sshCommand(*host, m_engine.stateDir(),
                     u"PATH=\"$PATH:/nix/var/nix/profiles/default/bin:/run/current-system/sw/bin\" nix "
                     "--extra-experimental-features nix-command log '%1'"_s.arg(derivation))
        : nixCommand({u"log"_s, derivation}, project->directory);
    return runProcess(command).then(this, [derivation](const Result<ProcessExit> &run) -> Result<QString> {
        if (!run)
            return std::unexpected(run.error());
        if (run->code != 0)
            return failure(Error::Kind::NotFound,
                           tr("Nix has no log of %1: %2 What came of it while it ran is in the log of the build.")
                               .arg(derivation, run->lastWords()));
        return QString::fromUtf8(run->out);
    });
}

QFuture<Result<QString>> Repairs::builderProcesses(const QString &triple)
{
    const BuildHost *host = hostOf(triple);
    const QString fields = u"pid=,ppid=,user=,etime=,time=,pcpu=,rss=,args="_s;
    const Command command = host ? sshCommand(*host, m_engine.stateDir(), u"ps -eo "_s + fields)
                                 : Command{.program = u"ps"_s, .arguments = {u"-eo"_s, fields}};
    const qint64 parent = host ? 0 : QCoreApplication::applicationPid();
    return runProcess(command).then(this, [parent](const Result<ProcessExit> &run) -> Result<QString> {
        if (!run)
            return std::unexpected(run.error());
        if (run->code != 0)
            return failure(Error::Kind::Failed, tr("The processes could not be listed: %1").arg(run->lastWords()));
        return builderProcessTable(QString::fromUtf8(run->out), parent);
    });
}

} // namespace unmoor
