// SPDX-License-Identifier: GPL-3.0-or-later
// Session: what to do about a build that failed, and looking into one that seems to hang.
#include "core/format.h"
#include "core/pool.h"
#include "nix/builderprocesses.h"
#include "nix/nixcommand.h"
#include "project/git.h"
#include "release/session.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

/// ssh's target: "builder@mac-mini.local".
QString sshTarget(const BuildHost &host)
{
    return host.user.isEmpty() ? host.address : u"%1@%2"_s.arg(host.user, host.address);
}

/// A command for the shell of \a host, never asking for anything.
Command sshCommand(const BuildHost &host, const QString &stateDir, const QString &shellCommand)
{
    QStringList arguments = remoteStore(host, stateDir).sshOptions;
    arguments += {u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"ConnectTimeout=10"_s, sshTarget(host), shellCommand};
    return {.program = u"ssh"_s, .arguments = arguments, .environment = {{u"LC_ALL"_s, u"C"_s}}};
}

QString freeSpaceText(qint64 bytes, const QString &where)
{
    return Session::tr("%1 are free in /nix/store on %2.").arg(formatBytes(bytes), where);
}

QString freeSpaceHere()
{
    QStorageInfo store(u"/nix/store"_s);
    if (!store.isValid())
        store.setPath(QDir::rootPath());
    return freeSpaceText(store.bytesAvailable(), Session::tr("this machine"));
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
Command traceCommand(const QString &directory, const ManifestTarget &target, const QStringList &features)
{
    const QString attribute = packageAttribute(target.system, target.output) + u".drvPath"_s;
    return nixCommand(
        {u"eval"_s, u"--raw"_s, u"--show-trace"_s, installable(flakeReference(directory), attribute)}, directory,
        {.features = features});
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
        return failure(Error::Kind::Failed, Session::tr("git could not add %1: %2").arg(what, exit->lastWords()));
    return {};
}

QFuture<Result<void>> addToGit(const QString &root, const QString &file)
{
    // The pathspec is a name, not a pattern.
    return runProcess(gitCommand({u"--literal-pathspecs"_s, u"add"_s, u"--intent-to-add"_s, u"--"_s, file}, root))
        .then([file](const Result<ProcessExit> &exit) { return gitOutcome(exit, file); });
}

} // namespace

// --- What can be offered ---------------------------------------------------------------------------------------------

QFuture<Result<FailureRepair>> Session::examineFailure(int row)
{
    if (row < 0 || row >= m_targets.size() || !m_targets[row].failure)
        return ready<FailureRepair>(failure(Error::Kind::NotFound, tr("This build did not fail.")));
    return repairContext(row).then(
        this, [failure = *m_targets[row].failure](const Result<RepairContext> &context) -> Result<FailureRepair> {
            if (!context)
                return std::unexpected(context.error());
            return repairOf(failure, *context);
        });
}

QFuture<Result<RepairContext>> Session::repairContext(int row)
{
    const TargetState &target = m_targets[row];
    const BuildFailure why = *target.failure;
    RepairContext context{.root = m_checkout.root,
                          .directory = m_directory,
                          .tag = tag(),
                          .place = target.place,
                          .otherPlaces = placesFor(row)};
    context.otherPlaces.removeAll(target.place);
    const BuildHost *host = m_settings.host(target.place.host);
    if (host)
        context.shellPrefix = u"ssh %1 "_s.arg(sshTarget(*host));

    switch (why.kind) {
    case BuildFailure::Kind::HashMismatch:
        return runProcess(gitCommand({u"ls-files"_s, u"-z"_s}, context.root))
            .then(this,
                  [this, context, why](const Result<ProcessExit> &files) {
                      const QStringList names = files ? zeroSeparated(files->out) : QStringList();
                      return runInPool(m_pool, [context, why, names]() -> Result<RepairContext> {
                          return withOldHash(context, why, names);
                      });
                  })
            .unwrap();
    case BuildFailure::Kind::FileNotInGit:
        return readCheckout(m_directory).then(this, [context](const Result<Checkout> &now) mutable {
            context.untrackedFiles = now ? now->untrackedFiles : QStringList();
            return Result<RepairContext>(context);
        });
    case BuildFailure::Kind::MissingAttribute:
        context.edit = outputEdit(context, target.target.output, why.subject);
        return ready<RepairContext>(context);
    case BuildFailure::Kind::EvaluationError:
        if (!why.detail.contains("stack trace truncated"_L1))
            return ready<RepairContext>(context);
        return runProcess(traceCommand(m_directory, target.target, m_settings.nixFeatures))
            .then(this, [context](const Result<ProcessExit> &run) mutable {
                context.trace = run ? messagesOf(run->err).join(u'\n') : QString();
                return Result<RepairContext>(context);
            });
    case BuildFailure::Kind::DiskFull:
        context.freeSpace = {freeSpaceHere()};
        if (!host)
            return ready<RepairContext>(context);
        return runProcess(sshCommand(*host, m_options.stateDir, u"df -Pk /nix/store"_s))
            .then(this, [context, name = host->name](const Result<ProcessExit> &df) mutable {
                if (const qint64 bytes = df ? freeBytesOfDf(df->out) : -1; bytes >= 0)
                    context.freeSpace.prepend(freeSpaceText(bytes, name));
                return Result<RepairContext>(context);
            });
    default:
        return ready<RepairContext>(context);
    }
}

QFuture<Result<FileEdit>> Session::proposeLockFile()
{
    const QString file = QDir(m_checkout.root).relativeFilePath(QDir(m_directory).filePath(u"flake.lock"_s));
    const auto before = readCheckoutFile(m_checkout.root, file);
    if (!before)
        return ready<FileEdit>(std::unexpected(before.error()));
    auto folder = std::make_shared<QTemporaryDir>();
    const QString copy = folder->filePath(u"flake.lock"_s);
    Command command = nixCommand({u"flake"_s, u"lock"_s, flakeReference(m_directory), u"--output-lock-file"_s, copy},
                                 m_directory, {.features = m_settings.nixFeatures});
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

QFuture<Result<void>> Session::refreshCheckout()
{
    return readCheckout(m_directory).then(this, [this](const Result<Checkout> &checkout) -> Result<void> {
        if (!checkout)
            return std::unexpected(checkout.error());
        // The targets keep their archives: they belong to the commit, which is the same.
        if (checkout->commit == m_checkout.commit)
            m_checkout = *checkout;
        Q_EMIT projectChanged();
        return {};
    });
}

QFuture<Result<void>> Session::applyRepair(int row, const FailureOffer &offer)
{
    const auto thenRefresh = [this](const Result<void> &done) {
        return done ? refreshCheckout() : ready<void>(std::unexpected(done.error()));
    };
    const QString root = m_checkout.root;
    switch (offer.kind) {
    case FailureOffer::Kind::ApplyEdit: {
        if (!offer.edit)
            break;
        const auto written = applyEdit(root, *offer.edit);
        // Nix sees a new file once git knows of it.
        if (written && offer.edit->before.isNull())
            return addToGit(root, offer.edit->file).then(this, thenRefresh).unwrap();
        return thenRefresh(written);
    }
    case FailureOffer::Kind::AddToGit:
        return addToGit(root, offer.position.file).then(this, thenRefresh).unwrap();
    case FailureOffer::Kind::EnableFeature: {
        Settings settings = m_settings;
        if (!settings.nixFeatures.contains(offer.text))
            settings.nixFeatures += offer.text;
        return ready<void>(setSettings(settings));
    }
    case FailureOffer::Kind::ChooseHost:
        return ready<void>(setPlace(row, offer.place));
    default:
        break;
    }
    return ready<void>(failure(Error::Kind::InvalidInput, tr("There is nothing to change for this.")));
}

// --- Looking closer --------------------------------------------------------------------------------------------------

QFuture<Result<QString>> Session::nixLog(int row, const QString &derivation)
{
    const BuildHost *host = m_settings.host(m_targets.at(row).place.host);
    const Command command = host
        ? sshCommand(*host, m_options.stateDir,
                     u"PATH=\"$PATH:/nix/var/nix/profiles/default/bin:/run/current-system/sw/bin\" nix "
                     "--extra-experimental-features nix-command log '%1'"_s.arg(derivation))
        : nixCommand({u"log"_s, derivation}, m_directory);
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

QFuture<Result<QString>> Session::builderProcesses(int row)
{
    const BuildHost *host = m_settings.host(m_targets.at(row).place.host);
    const QString fields = u"pid=,ppid=,user=,etime=,time=,pcpu=,rss=,args="_s;
    const Command command = host ? sshCommand(*host, m_options.stateDir, u"ps -eo "_s + fields)
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
