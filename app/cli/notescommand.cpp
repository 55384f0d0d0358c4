// SPDX-License-Identifier: GPL-3.0-or-later
// unmoor notes: the release's body out of the changelog, and giving the changelog a section. Needs no network but for
// --from-github, and Nix only where the version comes out of the flake.
#include "changelog/sectionedit.h"
#include "cli/commands.h"
#include "core/format.h"
#include "project/checkout.h"
#include "project/commits.h"
#include "release/documents.h"
#include "release/notesbody.h"
#include "release/version.h"

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

    QString directory() const { return QDir(invocation.project).absolutePath(); }
    QString path() const { return QDir(invocation.project).filePath(manifest.changelog); }
    QString tag() const { return expandTemplate(manifest.tag, {.name = manifest.name, .version = version}); }
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
    return u"%1: %2 [%3] %4 %5"_s.arg(severityName(finding.severity), place, finding.code, finding.message,
                                      finding.hint);
}

int report(const Work &work, ReleaseNotes notes, const QString &body)
{
    const Console &console = work->console;
    notes.body = body;
    console.print(notesToJson(notes));
    const bool check = work->invocation.check;
    if (!check && notes.isUsable())
        console.print(body + u'\n');
    for (const NotesProblem &problem : std::as_const(notes.problems))
        check ? console.print(lineOf(problem) + u'\n') : console.log(lineOf(problem));
    if (check && notes.problems.isEmpty())
        console.print(Session::tr("%1: %2 characters, no problems\n").arg(notes.heading).arg(body.size()));
    return notes.isUsable() ? 0 : 1;
}

/// Blocks tell of archives, and some words are borne out by them or not: the session knows them.
QFuture<int> reportWithArchives(const Work &work, Session &session)
{
    return session.open(work->invocation.project)
        .then(&session,
              [&session](const Result<void> &opened) {
                  return opened ? session.readArchives() : QtFuture::makeReadyValueFuture(opened);
              })
        .unwrap()
        .then(&session, [work, &session](const Result<void> &read) {
            return read ? report(work, session.notes(), session.releaseBody()) : work->console.fail(read.error());
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
    const auto saved = work->isNew ? createChangelog(work->path(), *updated)
                                   : saveChangelog(work->path(), work->changelog.bytes(), *updated);
    if (!saved)
        return work->console.fail(saved.error());
    const ChangelogSection section = Changelog::parse(*updated).sectionsFor(work->version).value(0);
    work->console.print(editDocument(*work, action, section.body));
    work->console.print(u"%1\n\n%2\n"_s.arg(section.heading, section.body));
    work->console.log(Session::tr("%1: section %2 is in line %3.")
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
        work->console.log(Session::tr("unmoor: Nothing since the last release says anything to users."));
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
    const QString pattern = expandTemplate(work->manifest.tag, {.name = work->manifest.name, .version = u"*"_s});
    return readCommits(work->directory(), pattern, work->tag())
        .then(&session, [work](const Result<CommitRange> &range) {
            if (!range)
                return work->console.fail(range.error());
            const CommitDraft draft =
                draftFrom(range->commits, entryStyleOf(work->changelog), work->invocation.authors);
            const QString since = range->since.isEmpty() ? Session::tr("the beginning") : range->since;
            if (draft.entries + draft.leftOut == 0) {
                work->console.log(Session::tr("unmoor: There are no commits since %1 to draft from.").arg(since));
                return 1;
            }
            work->console.log(
                Session::tr("%1 of %2 commits since %3 became entries; merges, version bumps, tests and the "
                            "like did not.")
                    .arg(draft.entries)
                    .arg(draft.entries + draft.leftOut)
                    .arg(since));
            return useDraft(work, draft.text);
        });
}

QFuture<int> draftFromGitHub(const Work &work, Session &session)
{
    return session.open(work->invocation.project)
        .then(&session,
              [&session](const Result<void> &opened) {
                  return opened ? session.generatedNotes()
                                : QtFuture::makeReadyValueFuture(Result<QString>(std::unexpected(opened.error())));
              })
        .unwrap()
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

} // namespace

QFuture<int> runNotes(const Invocation &invocation, Session &session, const Console &console)
{
    const auto manifest = readManifest(invocation.project);
    if (!manifest)
        return exitWith(console.fail(manifest.error()));
    const auto changelog = readChangelog(QDir(invocation.project).filePath(manifest->changelog));
    const bool isNew = !changelog && changelog.error().kind == Error::Kind::NotFound && invocation.insert;
    if (!changelog && !isNew)
        return exitWith(console.fail(changelog.error()));
    const auto work =
        std::make_shared<NotesWork>(invocation, console, *manifest, changelog.value_or(Changelog()), isNew);
    auto version = invocation.version.isEmpty() ? resolveVersion(*manifest, work->directory())
                                                : QtFuture::makeReadyValueFuture(Result<QString>(invocation.version));
    return version
        .then(&session,
              [work, &session](const Result<QString> &found) {
                  if (!found)
                      return exitWith(work->console.fail(found.error()));
                  work->version = *found;
                  return readCheckout(work->directory())
                      .then(&session,
                            [work, &session](const Result<Checkout> &checkout) {
                                // Without git the notes are the same; only what git knows is not looked at.
                                if (checkout) {
                                    work->tags = checkout->tags.keys();
                                    work->repository = work->manifest.repository.isEmpty()
                                        ? repositoryOfRemote(checkout->remoteUrl)
                                        : work->manifest.repository;
                                }
                                return act(work, session);
                            })
                      .unwrap();
              })
        .unwrap();
}

} // namespace unmoor
