// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the changelog, the notes out of it, and the body that the release gets.
#include "changelog/sectionedit.h"
#include "project/commits.h"
#include "project/targettriple.h"
#include "release/session.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

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

QString peopleName(const ManifestTarget &target)
{
    if (!target.label.isEmpty())
        return target.label;
    const auto triple = TargetTriple::parse(target.triple);
    return triple ? triple->peopleName() : target.triple;
}

} // namespace

QString Session::changelogPath() const
{
    return QDir(m_directory).filePath(m_manifest.changelog);
}

void Session::reloadChangelog()
{
    m_changelog = readChangelog(changelogPath());
    refreshNotes();
}

NotesContext Session::notesContext() const
{
    return notesContextOf(m_manifest, m_directory, m_version.value_or(QString()), m_checkout.tags.keys(),
                          webUrlOf(m_options.apiUrl, repository()));
}

NotesFacts Session::notesFacts() const
{
    const QString version = m_version.value_or(QString());
    NotesFacts facts{.webUrl = webUrlOf(m_options.apiUrl, repository()),
                     .name = m_manifest.name,
                     .version = version,
                     .tag = tag(),
                     .previousTag = tagBefore(taggedVersions(m_manifest, m_checkout.tags.keys()), version)};
    for (int row = 0; row < m_targets.size(); ++row) {
        const TargetState &state = m_targets[row];
        NotesTarget target{.triple = state.target.triple,
                           .label = peopleName(state.target),
                           .notice = state.target.notice,
                           .leftOutReason = state.isIn() ? QString() : state.leftOutReason};
        if (state.isIn() && state.hasArchive() && !state.record.sha256.isEmpty()) {
            target.fileName = archiveName(row);
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

void Session::refreshNotes()
{
    m_notes = {};
    if (!m_changelog)
        m_notes.problems.append(
            NotesProblem{{Severity::Error, u"section-missing"_s, m_manifest.changelog, m_changelog.error().message,
                          tr("Write a %1 with a section for this version.").arg(m_manifest.changelog)}});
    else if (m_version)
        m_notes = releaseNotes(*m_changelog, notesContext());
    if (m_changelog && m_version) {
        const auto sections = m_changelog->sectionsFor(*m_version);
        const int line = sections.isEmpty() ? 0 : firstBodyLine(*m_changelog, sections.first());
        m_notes.problems += claimProblems(sections.isEmpty() ? QString() : sections.first().body, line,
                                          m_manifest.changelog, notesFacts());
    }
    const qsizetype count = releaseBody().toUcs4().size();
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
    Q_EMIT notesChanged();
}

QString Session::releaseBody() const
{
    return notesBody(m_notes.body, m_manifest.notes, notesFacts());
}

Result<void> Session::saveChangelogBytes(const QByteArray &updated)
{
    if (!m_changelog)
        return std::unexpected(m_changelog.error());
    if (auto saved = saveChangelog(changelogPath(), m_changelog->bytes(), updated); !saved)
        return saved;
    m_changelog = Changelog::parse(updated);
    refreshNotes();
    return {};
}

Result<void> Session::saveNotes(const QString &body)
{
    if (!m_changelog)
        return std::unexpected(m_changelog.error());
    const auto sections = m_changelog->sectionsFor(m_version.value_or(QString()));
    if (sections.size() != 1)
        return failure(Error::Kind::Failed,
                       m_notes.findings.isEmpty() ? tr("There is no section to save into.")
                                                  : m_notes.findings.first().message);
    return saveChangelogBytes(m_changelog->withBody(sections.first(), body));
}

Result<void> Session::beginChangelog()
{
    if (!m_version)
        return std::unexpected(m_version.error());
    const auto begun = newChangelog({*m_version, QDate::currentDate(), {}});
    if (!begun)
        return std::unexpected(begun.error());
    if (m_changelog)
        return saveChangelog(changelogPath(), {}, *begun).transform([this] { reloadChangelog(); });
    return createChangelog(changelogPath(), *begun).transform([this] { reloadChangelog(); });
}

QFuture<Result<CommitDraft>> Session::draftNotes(bool authors)
{
    const EntryStyle style = m_changelog ? entryStyleOf(*m_changelog) : EntryStyle();
    const QString pattern = expandTemplate(m_manifest.tag, {.name = m_manifest.name, .version = u"*"_s});
    return readCommits(m_directory, pattern, m_version ? tag() : QString())
        .then(this, [style, authors](const Result<CommitRange> &range) -> Result<CommitDraft> {
            if (!range)
                return std::unexpected(range.error());
            return draftFrom(range->commits, style, authors);
        });
}

QFuture<Result<QString>> Session::generatedNotes()
{
    const QString previous = notesFacts().previousTag;
    const int level = m_changelog && !m_changelog->sections().isEmpty() ? m_changelog->sections().first().level : 2;
    return signIn()
        .then(this,
              [this, previous](const Result<StoredToken> &) {
                  return m_client.generatedNotes(repository(), tag(), m_checkout.commit, previous);
              })
        .unwrap()
        .then(this, [level](const Result<QString> &body) -> Result<QString> {
            if (!body)
                return std::unexpected(body.error());
            return draftFromGenerated(*body, level);
        });
}

QString Session::recoveryFile() const
{
    return QDir(stateFolder(u"notes"_s)).filePath(m_version.value_or(u"unknown"_s) + u".unsaved.json"_s);
}

QString Session::sentBodyFile() const
{
    return QDir(stateFolder(u"notes"_s)).filePath(QString(tag()).replace(u'/', u'-') + u".sent.md"_s);
}

/// What was sent is what a later edit on the host is told apart by. A state folder that cannot be written loses no more
/// than that.
void Session::keepSentBody(const QString &body) const
{
    QDir().mkpath(QFileInfo(sentBodyFile()).path());
    QSaveFile file(sentBodyFile());
    const QByteArray bytes = body.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        qWarning("%s: %s", qUtf8Printable(file.fileName()), qUtf8Printable(file.errorString()));
}

std::optional<BodyMerge> Session::bodyOnHost() const
{
    if (!m_remote || !m_remote->release)
        return std::nullopt;
    QFile file(sentBodyFile());
    const bool isKept = file.open(QIODevice::ReadOnly);
    return mergeBody(isKept ? std::optional(QString::fromUtf8(file.readAll())) : std::nullopt, releaseBody(),
                     m_remote->release->body);
}

} // namespace unmoor
