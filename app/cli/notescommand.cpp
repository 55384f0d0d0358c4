// SPDX-License-Identifier: GPL-3.0-or-later
// unmoor notes: the release's body out of the changelog, and giving the changelog a section. Needs no network but for
// --from-github, and Nix only where the version comes out of the flake.
#include "app/changelog/sectionedit.h"
#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/insidefolder.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"
#include "app/project/checkout.h"
#include "app/project/commits.h"
#include "app/project/tagtemplate.h"
#include "app/release/documents.h"
#include "app/release/notesbody.h"
#include "app/release/project.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What one run of the command works on.
struct NotesWork
{
    Invocation invocation;
    Console console;
    ReleaseManifest manifest;
    Changelog changelog;
    bool isNew = false; ///< there is no changelog yet, and one is asked for
    QString version;
    QStringList tags;
    QString repository;
    QString root; ///< of the repository; without git, the project's folder

    QString directory() const { return QDir(invocation.project).absolutePath(); }
    QString path() const { return QDir(invocation.project).filePath(manifest.changelog); }
    QString tag() const { return TagTemplate(manifest).tagOf(version); }
};

using Work = std::shared_ptr<NotesWork>;

ReleaseNotes notesOf(const NotesWork &work)
{
    return releaseNotes(work.changelog,
                        notesContextOf(work.manifest, work.directory(), work.version, work.tags,
                                       webUrlOf(work.invocation.apiUrl, work.repository)));
}

QString lineOf(const NotesProblem &problem)
{
    const Finding &finding = problem.finding;
    const QString place = problem.line > 0 ? u"%1:%2"_s.arg(finding.path).arg(problem.line) : finding.path;
    return u"%1: %2 [%3] %4 %5"_s.arg(spokenWord(severityName(finding.severity)), place, finding.code, finding.message,
                                      finding.hint);
}

int report(const Work &work, ReleaseNotes notes, const QString &body)
{
    const Console &console = work->console;
    notes.body = body;
    console.print(notesToJson(notes));
    const bool check = work->invocation.check;
    if (!check && notes.isUsable())
        console.printExactly(body + u'\n');
    for (const NotesProblem &problem : std::as_const(notes.problems))
        check ? console.print(lineOf(problem) + u'\n') : console.log(lineOf(problem));
    if (check && notes.problems.isEmpty())
        console.print(Words::tr("%1: %2 characters, no problems\n").arg(notes.heading).arg(body.size()));
    return notes.isUsable() ? 0 : 1;
}

/// Blocks tell of archives, and some words are borne out by them or not: the session knows them.
QFuture<int> reportWithArchives(const Work &work, Session &session)
{
    return andThen(session.open(work->invocation.project), &session,
                   [&session] { return session.archives().inspectAll(session.snapshot()); })
        .then(&session, [work, &session](const Result<void> &read) {
            return read ? report(work, session.notes().notes(), session.notes().body())
                        : work->console.fail(read.error());
        });
}

QJsonObject editDocument(const NotesWork &work, const QString &action, const QString &text)
{
    return {{u"schema"_s, 1}, {u"version"_s, work.version}, {u"action"_s, action}, {u"text"_s, text}};
}

int write(const Work &work, const Result<QByteArray> &updated, const QString &action)
{
    if (!updated) {
        // There is nothing wrong with the file: what was asked for is not there to be done.
        work->console.log(u"unmoor: "_s + updated.error().message);
        return 1;
    }
    const auto saved = staysInside(work->root, work->path()).and_then([&] {
        return work->isNew ? createChangelog(work->path(), *updated)
                           : saveChangelog(work->path(), work->changelog.bytes(), *updated);
    });
    if (!saved)
        return work->console.fail(saved.error());
    const ChangelogSection section = work->changelog.with(*updated).sectionsFor(work->version).value(0);
    work->console.print(editDocument(*work, action, section.body));
    work->console.print(u"%1\n\n%2\n"_s.arg(section.heading, section.body));
    work->console.log(Words::tr("%1: section %2 is in line %3.")
                          .arg(work->manifest.changelog, work->version)
                          .arg(section.headingLine));
    return 0;
}

int insert(const Work &work, const QString &body)
{
    const NewSection section{work->version, QDate::currentDate(), body};
    return write(work, work->isNew ? newChangelog(section) : insertSection(work->changelog, section), u"insert"_s);
}

int useDraft(const Work &work, const QString &text)
{
    if (text.isEmpty()) {
        work->console.log(Words::tr("unmoor: Nothing since the last release says anything to users."));
        return 1;
    }
    if (work->invocation.insert)
        return insert(work, text);
    work->console.print(editDocument(*work, u"draft"_s, text));
    work->console.print(text + u'\n');
    return 0;
}

QFuture<int> draftFromCommits(const Work &work, Session &session)
{
    const QString pattern = TagTemplate(work->manifest).tagOf(u"*"_s);
    return readCommits(work->directory(), pattern, work->tag())
        .then(&session, [work](const Result<CommitRange> &range) {
            if (!range)
                return work->console.fail(range.error());
            const CommitDraft draft =
                draftFrom(range->commits, entryStyleOf(work->changelog), work->invocation.authors);
            const QString since = range->since.isEmpty() ? Words::tr("the beginning") : range->since;
            if (draft.entries + draft.leftOut == 0) {
                work->console.log(Words::tr("unmoor: There are no commits since %1 to draft from.").arg(since));
                return 1;
            }
            work->console.log(
                Words::tr("%1 of %2 commits since %3 became entries; merges, version bumps, tests and the "
                          "like did not.")
                    .arg(draft.entries)
                    .arg(draft.entries + draft.leftOut)
                    .arg(since));
            return useDraft(work, draft.text);
        });
}

QFuture<int> draftFromGitHub(const Work &work, Session &session)
{
    return andThen(session.open(work->invocation.project), &session, [&session] { return session.generatedNotes(); })
        .then(&session, [work](const Result<QString> &text) {
            return text ? useDraft(work, *text) : work->console.fail(text.error());
        });
}

QFuture<int> act(const Work &work, Session &session)
{
    const Invocation &invocation = work->invocation;
    if (invocation.promote)
        return exitWith(
            write(work, promoteUnreleased(work->changelog, {work->version, QDate::currentDate(), {}}), u"promote"_s));
    if (invocation.fromCommits)
        return draftFromCommits(work, session);
    if (invocation.fromGitHub)
        return draftFromGitHub(work, session);
    if (invocation.insert)
        return exitWith(insert(work, {}));
    const ReleaseNotes notes = notesOf(*work);
    if (!work->manifest.notes.blocks.isEmpty() || makesClaims(notes.body, work->manifest))
        return reportWithArchives(work, session);
    return exitWith(report(work, notes, notes.body));
}

/// The version whose section is meant. Where it is not evaluated for want of trust: what \a commit was built as.
QFuture<Result<QString>> versionOf(const NotesWork &work, Session &session, const QString &commit)
{
    if (!work.invocation.version.isEmpty())
        return finished<QString>(work.invocation.version);
    const FlakeSource flake = flakeInFolder(work.directory(), flakePlaceOf(work.manifest));
    return resolveVersion(work.manifest, flake, session.trustIn(work.invocation.project))
        .then(&session, [&session, root = work.root, commit](const Result<QString> &found) -> Result<QString> {
            if (found || found.error().kind != Error::Kind::Untrusted || !session.engine().open())
                return found;
            const auto built = versionAsBuilt(*session.engine().ledger(), root, commit);
            return built ? built : found;
        });
}

QFuture<int> runNotes(const Invocation &invocation, Session &session, const Console &console)
{
    const auto manifest = readManifest(invocation.project);
    if (!manifest)
        return exitWith(console.fail(manifest.error()));
    const auto changelog = readChangelog(QDir(invocation.project).filePath(manifest->changelog), readingOf(*manifest));
    const bool isNew = !changelog && changelog.error().kind == Error::Kind::NotFound && invocation.insert;
    if (!changelog && !isNew)
        return exitWith(console.fail(changelog.error()));
    const auto work = std::make_shared<NotesWork>(
        invocation, console, *manifest, changelog.value_or(Changelog::parse({}, readingOf(*manifest))), isNew);
    return inEitherCase(
        readCheckout(work->directory(), Trust::Withheld), &session, [work, &session](const Result<Checkout> &checkout) {
            // Without git the notes are the same; only what git knows is not looked at.
            work->root = checkout ? checkout->root : work->directory();
            if (checkout) {
                work->tags = checkout->tags.keys();
                work->repository =
                    repositoryAt(hostOfApi(work->invocation.apiUrl), work->manifest, *checkout).value_or(QString());
            }
            return inEitherCase(versionOf(*work, session, checkout ? checkout->commit : QString()), &session,
                                [work, &session](const Result<QString> &found) {
                                    if (!found)
                                        return exitWith(work->console.fail(found.error()));
                                    if (const auto checked = checkTag(work->manifest, *found); !checked)
                                        return exitWith(work->console.fail(checked.error()));
                                    work->version = *found;
                                    return act(work, session);
                                });
        });
}

/// What `unmoor notes` shall do: one thing at a time.
Result<void> takeNotes(Invocation &invocation, const QCommandLineParser &given, const QStringList &)
{
    invocation.version = given.value(u"version"_s);
    invocation.check = given.isSet(u"check"_s);
    invocation.promote = given.isSet(u"promote"_s);
    invocation.insert = given.isSet(u"insert"_s);
    invocation.fromCommits = given.isSet(u"from-commits"_s);
    invocation.fromGitHub = given.isSet(u"from-github"_s);
    invocation.authors = given.isSet(u"authors"_s);
    const bool drafts = invocation.fromCommits || invocation.fromGitHub;
    if (int(invocation.check) + int(invocation.promote) + int(invocation.insert || drafts) > 1)
        return wrongUsage(Words::tr("--check, --promote and --insert each do one thing. Give one of them."));
    if (invocation.fromCommits && invocation.fromGitHub)
        return wrongUsage(Words::tr("--from-commits and --from-github are two drafts. Give one of them."));
    if (invocation.authors && !invocation.fromCommits)
        return wrongUsage(Words::tr("--authors goes with --from-commits."));
    return {};
}

} // namespace

CliCommand notesCommand()
{
    return {.id = Invocation::Command::Notes,
            .name = u"notes"_s,
            .usage = u"[--version V] [--check | --promote | [--insert] [--from-commits [--authors] | --from-github]]"_s,
            .summary = Words::tr(
                "print the release body out of the changelog, or give the changelog a section for the version"),
            .options = {{u"version"_s, Words::tr("The version whose section is meant."), u"V"_s},
                        {u"check"_s, Words::tr("List problems instead of printing the body.")},
                        {u"promote"_s, Words::tr("Put the entries of Unreleased under the version and today's date.")},
                        {u"insert"_s, Words::tr("Write a section for the version where it belongs.")},
                        {u"from-commits"_s, Words::tr("Draft entries from the commits since the last tag.")},
                        {u"from-github"_s, Words::tr("Take the notes that GitHub generates.")},
                        {u"authors"_s, Words::tr("Name the author of each entry.")}},
            .take = takeNotes,
            .run = runNotes};
}

} // namespace unmoor
