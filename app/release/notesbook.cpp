// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/notesbook.h"

#include "app/changelog/sectionedit.h"
#include "app/core/chain.h"
#include "app/core/insidefolder.h"
#include "app/project/commits.h"
#include "app/project/targettriple.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A changelog may be a link, but not to anything outside of the repository.
Result<void> staysInCheckout(const Project &project)
{
    return staysInside(project.checkout.root.isEmpty() ? project.directory : project.checkout.root,
                       project.changelogPath());
}

QStringList architecturesOf(const Inspection &inspection)
{
    QStringList found;
    for (const ArchiveEntry &entry : inspection.contents.entries) {
        const BinaryFacts *binary = entry.binary();
        const auto *macho = binary ? std::get_if<MachOFacts>(&binary->format) : nullptr;
        if (!macho)
            continue;
        for (const MachOSlice &slice : macho->slices) {
            if (!found.contains(slice.arch))
                found.append(slice.arch);
        }
    }
    return found;
}

QString peopleName(const ManifestTarget &target, const Project &project)
{
    if (!target.label.isEmpty())
        return target.label;
    if (target.isAsset)
        return project.archiveName(target);
    const auto triple = TargetTriple::parse(target.triple);
    return triple ? triple->peopleName() : target.triple;
}

} // namespace

NotesBook::NotesBook(Engine &engine, Targets &targets, github::Client &client, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_client(client)
    , m_project(std::make_shared<Project>())
    , m_changelog(failure(Error::Kind::NotFound, tr("No project is open.")))
{
}

void NotesBook::setProject(const ProjectPtr &project)
{
    m_project = project;
    reload();
}

void NotesBook::reload()
{
    m_changelog = readChangelog(m_project->changelogPath(), readingOf(m_project->manifest));
    refresh();
}

NotesContext NotesBook::context() const
{
    return notesContextOf(m_project->manifest, m_project->directory, m_project->versionText(),
                          m_project->checkout.tags.keys(), webUrlOf(m_client.apiUrl(), m_project->repository()));
}

NotesFacts NotesBook::facts() const
{
    const QString version = m_project->versionText();
    NotesFacts facts{.webUrl = webUrlOf(m_client.apiUrl(), m_project->repository()),
                     .name = m_project->manifest.name,
                     .version = version,
                     .tag = m_project->tag(),
                     .previousTag = tagBefore(taggedVersions(m_project->manifest, m_project->checkout.tags.keys()),
                                              version, m_project->manifest.scheme)};
    for (const TargetState &state : m_targets.rows()) {
        NotesTarget target{.triple = state.target.triple,
                           .label = peopleName(state.target, *m_project),
                           .notice = state.target.notice,
                           .leftOutReason = state.isIn() ? QString() : state.leftOutReason};
        if (state.isIn() && state.counts() && !state.record.sha256.isEmpty()) {
            target.fileName = m_project->archiveName(state.target, state.record.archivePath);
            target.bytes = state.record.bytes;
            target.sha256 = state.record.sha256;
        }
        if (state.inspection) {
            target.architectures = architecturesOf(*state.inspection);
            for (const Finding &finding : state.inspection->report.findings)
                target.codes.append(finding.code);
        }
        facts.targets.append(target);
    }
    return facts;
}

void NotesBook::refresh()
{
    m_notes = {};
    if (!m_changelog)
        m_notes.problems.append(NotesProblem{
            {Severity::Error, u"section-missing"_s, m_project->manifest.changelog, m_changelog.error().message,
             tr("Write a %1 with a section for this version.").arg(m_project->manifest.changelog)}});
    else if (m_project->version)
        m_notes = releaseNotes(*m_changelog, context());
    if (m_changelog && m_project->version) {
        const auto sections = m_changelog->sectionsFor(*m_project->version);
        const int line = sections.isEmpty() ? 0 : firstBodyLine(*m_changelog, sections.first());
        m_notes.problems += claimProblems(sections.isEmpty() ? QString() : sections.first().body, line,
                                          m_project->manifest.changelog, facts());
    }
    const qsizetype count = body().toUcs4().size();
    if (const bool isSaid = m_notes.body.toUcs4().size() > maxReleaseBody; !isSaid && count > maxReleaseBody)
        m_notes.problems.append(NotesProblem{
            {Severity::Error, u"body-too-long"_s, u"unmoor.toml"_s,
             tr("With the blocks of unmoor.toml the body has %1 characters; a release's body holds %2 at most.")
                 .arg(count)
                 .arg(maxReleaseBody),
             tr("Take a block out of [notes], or shorten the section by %1 characters.").arg(count - maxReleaseBody)}});
    m_notes.findings.clear();
    for (const NotesProblem &problem : std::as_const(m_notes.problems))
        m_notes.findings.append(problem.finding);
    Q_EMIT changed();
}

QString NotesBook::body() const
{
    return notesBody(m_notes.body, m_project->manifest.notes, facts());
}

Result<void> NotesBook::saveBytes(const QByteArray &updated)
{
    if (!m_changelog)
        return std::unexpected(m_changelog.error());
    if (auto inside = staysInCheckout(*m_project); !inside)
        return inside;
    if (auto saved = saveChangelog(m_project->changelogPath(), m_changelog->bytes(), updated); !saved)
        return saved;
    m_changelog = m_changelog->with(updated);
    refresh();
    return {};
}

Result<void> NotesBook::save(const QString &body)
{
    if (!m_changelog)
        return std::unexpected(m_changelog.error());
    const auto sections = m_changelog->sectionsFor(m_project->versionText());
    if (sections.size() != 1)
        return failure(Error::Kind::Failed,
                       m_notes.findings.isEmpty() ? tr("There is no section to save into.")
                                                  : m_notes.findings.first().message);
    return saveBytes(m_changelog->withBody(sections.first(), body));
}

Result<void> NotesBook::begin()
{
    if (!m_project->version)
        return std::unexpected(m_project->version.error());
    const auto begun = newChangelog({*m_project->version, QDate::currentDate(), {}});
    if (!begun)
        return std::unexpected(begun.error());
    if (auto inside = staysInCheckout(*m_project); !inside)
        return inside;
    if (m_changelog)
        return saveChangelog(m_project->changelogPath(), {}, *begun).transform([this] { reload(); });
    return createChangelog(m_project->changelogPath(), *begun).transform([this] { reload(); });
}

QFuture<Result<CommitDraft>> NotesBook::draft(bool authors)
{
    const EntryStyle style = m_changelog ? entryStyleOf(*m_changelog) : EntryStyle();
    const QString pattern =
        expandTemplate(m_project->manifest.tag, {.name = m_project->manifest.name, .version = u"*"_s});
    return readCommits(m_project->directory, pattern, m_project->version ? m_project->tag() : QString())
        .then(this, [style, authors](const Result<CommitRange> &range) -> Result<CommitDraft> {
            if (!range)
                return std::unexpected(range.error());
            return draftFrom(range->commits, style, authors);
        });
}

QFuture<Result<QString>> NotesBook::generated()
{
    const int level = m_changelog && !m_changelog->sections().isEmpty() ? m_changelog->sections().first().level : 2;
    return andThen(m_client.generatedNotes(m_project->repository(), m_project->tag(), m_project->checkout.commit,
                                           facts().previousTag),
                   this, [level](const QString &body) { return finished<QString>(draftFromGenerated(body, level)); });
}

QString NotesBook::recoveryFile() const
{
    const QString version = m_project->version.value_or(u"unknown"_s);
    return QDir(m_project->stateFolder(m_engine.stateDir(), u"notes"_s)).filePath(version + u".unsaved.json"_s);
}

QString NotesBook::sentBodyFile() const
{
    return sentBodyFileOf(*m_project, m_engine.stateDir(), m_project->tag());
}

QString sentBodyFileOf(const Project &project, const QString &stateDir, QString tag)
{
    return QDir(project.stateFolder(stateDir, u"notes"_s)).filePath(tag.replace(u'/', u'-') + u".sent.md"_s);
}

} // namespace unmoor
