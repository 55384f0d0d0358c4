// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/preparejournal.h"

#include "app/core/chain.h"
#include "app/core/privatefile.h"
#include "app/core/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QJsonValue toJson(const QByteArray &bytes)
{
    return bytes.isNull() ? QJsonValue() : QJsonValue(QString::fromLatin1(bytes.toBase64()));
}

QByteArray bytesOf(const QJsonValue &json)
{
    const QByteArray bytes = QByteArray::fromBase64(json.toString().toLatin1());
    return json.isNull() ? QByteArray() : bytes.isNull() ? QByteArray("") : bytes;
}

TagKind tagKindOf(const QString &name)
{
    for (const TagKind kind : {TagKind::Lightweight, TagKind::Signed})
        if (name == tagKindName(kind))
            return kind;
    return TagKind::Annotated;
}

QJsonObject toJson(const PrepareJournal &journal)
{
    QJsonArray edits;
    for (const FileEdit &edit : journal.edits)
        edits.append(
            QJsonObject{{u"file"_s, edit.file}, {u"before"_s, toJson(edit.before)}, {u"after"_s, toJson(edit.after)}});
    return {{u"schema"_s, 1},
            {u"root"_s, journal.root},
            {u"before"_s, journal.before},
            {u"commit"_s, journal.commit},
            {u"version"_s, journal.version},
            {u"tag"_s, journal.tag},
            {u"message"_s, journal.message},
            {u"tag_kind"_s, tagKindName(journal.tagKind)},
            {u"tag_message"_s, journal.tagMessage},
            {u"tagged"_s, journal.isTagged},
            {u"pushed"_s, journal.isPushed},
            {u"pull_branch"_s, journal.pullBranch},
            {u"pull_base"_s, journal.pullBase},
            {u"pull_number"_s, journal.pullNumber},
            {u"pull_url"_s, journal.pullUrl},
            {u"edits"_s, edits}};
}

PrepareJournal journalOf(const QJsonObject &json)
{
    PrepareJournal journal{.root = json[u"root"_s].toString(),
                           .before = json[u"before"_s].toString(),
                           .commit = json[u"commit"_s].toString(),
                           .version = json[u"version"_s].toString(),
                           .tag = json[u"tag"_s].toString(),
                           .message = json[u"message"_s].toString(),
                           .tagKind = tagKindOf(json[u"tag_kind"_s].toString()),
                           .tagMessage = json[u"tag_message"_s].toString(),
                           .isTagged = json[u"tagged"_s].toBool(),
                           .isPushed = json[u"pushed"_s].toBool(),
                           .pullBranch = json[u"pull_branch"_s].toString(),
                           .pullBase = json[u"pull_base"_s].toString(),
                           .pullNumber = json[u"pull_number"_s].toInteger(),
                           .pullUrl = json[u"pull_url"_s].toString()};
    for (const QJsonValue &edit : json[u"edits"_s].toArray())
        journal.edits += FileEdit{edit[u"file"_s].toString(), bytesOf(edit[u"before"_s]), bytesOf(edit[u"after"_s])};
    return journal;
}

/// The files that \a commit changed, as `git diff-tree -z --name-only` names them.
bool isOfEdits(const QByteArray &names, const QList<FileEdit> &edits)
{
    const QList<QByteArray> files = names.split('\0');
    return std::ranges::all_of(files, [&edits](const QByteArray &file) {
        return file.isEmpty() || std::ranges::contains(edits, QString::fromUtf8(file), &FileEdit::file);
    });
}

/// Whether HEAD is the one commit after `before`, of the journal's files alone.
QFuture<Result<PrepareStanding>> withCommit(const PrepareStanding &known, const QString &parent, std::stop_token stop)
{
    const PrepareJournal &journal = known.journal;
    if (!journal.commit.isEmpty() || journal.edits.isEmpty() || parent != journal.before)
        return finished<PrepareStanding>(known);
    auto changed = gitWork({u"diff-tree"_s, u"-r"_s, u"-z"_s, u"--no-commit-id"_s, u"--name-only"_s, known.head},
                           journal.root, Words::tr("HEAD could not be read"), std::move(stop));
    return andThen(changed, [known](const QByteArray &names) {
        PrepareStanding found = known;
        if (isOfEdits(names, known.journal.edits))
            found.journal.commit = known.head;
        return finished<PrepareStanding>(found);
    });
}

QFuture<Result<PrepareStanding>> withTag(const PrepareStanding &known, std::stop_token stop)
{
    const PrepareJournal &journal = known.journal;
    if (!journal.makesTag())
        return finished<PrepareStanding>(known);
    auto tag = gitWork({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"refs/tags/%1^{commit}"_s.arg(journal.tag)},
                       journal.root, Words::tr("The tag was not found"), std::move(stop));
    return inEitherCase(tag, [known](const Result<QByteArray> &at) {
        PrepareStanding found = known;
        found.journal.isTagged =
            at && !known.journal.commit.isEmpty() && QString::fromUtf8(*at).trimmed() == known.journal.commit;
        return finished<PrepareStanding>(found);
    });
}

QFuture<Result<PrepareStanding>> withRemotes(const PrepareStanding &known, std::stop_token stop)
{
    const PrepareJournal &journal = known.journal;
    if (journal.commit.isEmpty() || journal.commit == journal.before)
        return finished<PrepareStanding>(known);
    auto names =
        gitWork({u"for-each-ref"_s, u"--contains"_s, journal.commit, u"--format=%(refname:short)"_s, u"refs/remotes"_s},
                journal.root, Words::tr("Whether it was pushed is not known"), std::move(stop));
    return inEitherCase(names, [known](const Result<QByteArray> &found) {
        PrepareStanding told = known;
        if (found) // git fails where the commit itself is gone
            told.remotes = QString::fromUtf8(*found).simplified();
        return finished<PrepareStanding>(told);
    });
}

} // namespace

QFuture<Result<PrepareStanding>> standingOf(const PrepareJournal &journal, std::stop_token stop)
{
    auto head = gitWork({u"rev-list"_s, u"--max-count=2"_s, u"--first-parent"_s, u"HEAD"_s, u"--"_s}, journal.root,
                        Words::tr("HEAD could not be read"), stop);
    auto committed = andThen(head, [=](const QByteArray &out) {
        const QStringList commits = QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts);
        return withCommit({.journal = journal, .head = commits.value(0)}, commits.value(1), stop);
    });
    auto tagged = andThen(committed, [stop](const PrepareStanding &known) { return withTag(known, stop); });
    return andThen(tagged, [stop](const PrepareStanding &known) { return withRemotes(known, stop); });
}

QFuture<Result<std::optional<PrepareStanding>>> readStanding(const QString &stateDir, const QString &root,
                                                             std::stop_token stop)
{
    using Standing = std::optional<PrepareStanding>;
    const auto journal = readJournal(stateDir, root);
    if (!journal)
        return finished<Standing>(std::unexpected(journal.error()));
    if (!*journal || (*journal)->isPushed)
        return finished<Standing>(Standing());
    return andThen(standingOf(**journal, std::move(stop)), [](const PrepareStanding &standing) {
        return finished<Standing>(standing.isOver() ? Standing() : Standing(standing));
    });
}

QString journalPath(const QString &stateDir, const QString &root)
{
    const QByteArray name = QCryptographicHash::hash(root.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return u"%1/prepare/%2.json"_s.arg(stateDir, QString::fromLatin1(name));
}

Result<std::shared_ptr<ProcessLock>> holdPreparation(const QString &stateDir, const QString &root)
{
    const QString file = journalPath(stateDir, root) + u".lock"_s;
    QDir().mkpath(QFileInfo(file).path());
    auto taken = ProcessLock::take(file);
    if (taken)
        return std::shared_ptr<ProcessLock>(std::move(*taken));
    if (taken.error().kind != Error::Kind::Conflict)
        return std::unexpected(taken.error());
    return failure(Error::Kind::Conflict,
                   Words::tr("A release of this checkout is being prepared by %1. Wait for it, or stop it there.")
                       .arg(taken.error().message));
}

Result<std::optional<PrepareJournal>> readJournal(const QString &stateDir, const QString &root)
{
    QFile file(journalPath(stateDir, root));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Io, Words::tr("Could not read %1: %2.").arg(file.fileName(), file.errorString()));
    const PrepareJournal journal = journalOf(QJsonDocument::fromJson(file.readAll()).object());
    if (journal.root != root || journal.before.isEmpty())
        return failure(Error::Kind::Corrupt,
                       Words::tr("%1 tells nothing of what was prepared last. Look at git status and git log, then "
                                 "remove it.")
                           .arg(file.fileName()));
    return journal;
}

Result<void> writeJournal(const QString &stateDir, const PrepareJournal &journal)
{
    QSaveFile file(journalPath(stateDir, journal.root));
    QDir().mkpath(QFileInfo(file.fileName()).path());
    const QByteArray bytes = QJsonDocument(toJson(journal)).toJson();
    if (!openPrivate(file, QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::Io,
                       Words::tr("Could not write %1: %2. Nothing goes on without it, so that everything can be taken "
                                 "back.")
                           .arg(file.fileName(), file.errorString()));
    return {};
}

void removeJournal(const QString &stateDir, const QString &root)
{
    QFile::remove(journalPath(stateDir, root));
}

} // namespace unmoor
