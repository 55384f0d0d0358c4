// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/notesdraft.h"

#include "app/changelog/textmerge.h"
#include "app/release/notesbody.h"

#include <QFileInfo>

namespace unmoor {

void NotesDraft::setBase(const Changelog &changelog)
{
    m_changelog = changelog;
    const QList<ChangelogSection> sections = changelog.sectionsFor(m_version);
    m_section = sections.isEmpty() ? std::nullopt : std::optional(sections.first());
}

NotesDraft::Arrival NotesDraft::arrive(const Changelog &changelog, const QString &fileName, const QString &version,
                                       bool isOwnChange)
{
    Arrival arrival{.isSameSection = fileName == m_fileName && version == m_version && m_section};
    arrival.isSameFile = arrival.isSameSection && changelog.bytes() == m_changelog.bytes();
    const bool wasEdited = arrival.isSameSection && isEdited() && !isOwnChange;
    const QString typedOver = savedBody();
    if (fileName != m_fileName || version != m_version)
        dropAside();
    m_fileName = fileName;
    m_version = version;
    setBase(changelog);
    const bool goesOn = wasEdited && m_section && m_section->body == typedOver;
    const bool isSaved = m_section && m_section->body == m_body;
    if (wasEdited && !goesOn && !isSaved)
        setAside(m_body, typedOver);
    if (!goesOn)
        m_body = savedBody();
    arrival.body = m_body;
    return arrival;
}

void NotesDraft::setTyped(const QString &body)
{
    m_body = m_section ? withoutBlankEnds(body) : QString();
}

void NotesDraft::setSaved()
{
    if (m_section)
        setBase(m_changelog.with(bytes()));
}

QString NotesDraft::plainFileName() const
{
    return QFileInfo(m_fileName).fileName();
}

EditableText NotesDraft::text() const
{
    return m_section ? editableText(m_changelog, *m_section) : lockedText(m_changelog);
}

QByteArray NotesDraft::bytes() const
{
    return m_section ? m_changelog.withBody(*m_section, m_body) : m_changelog.bytes();
}

std::optional<QString> NotesDraft::asideBase() const
{
    return m_asideBase.isNull() ? std::nullopt : std::optional(m_asideBase);
}

std::optional<QString> NotesDraft::mergedAside() const
{
    return m_asideBase.isNull() ? std::nullopt : mergeTexts(m_asideBase, m_aside, savedBody());
}

void NotesDraft::setAside(const QString &text, const QString &base)
{
    m_aside = text;
    m_asideBase = base;
}

void NotesDraft::dropAside()
{
    m_aside.clear();
}

std::optional<QString> NotesDraft::fixedBody(const NotesFix &fix, QByteArray &file) const
{
    const Changelog fixed = m_changelog.with(applied(bytes(), fix.edits));
    file = fixed.bytes();
    const QList<ChangelogSection> own = fixed.sectionsFor(m_version);
    if (!m_section || own.isEmpty())
        return std::nullopt;
    const QString body = own.first().body;
    const bool staysInside = m_changelog.withBody(*m_section, body) == fixed.withBody(own.first(), body);
    return staysInside ? std::optional(body) : std::nullopt;
}

bool HostNotes::set(const std::optional<BodyMerge> &merge)
{
    if (merge == m_merge)
        return false;
    m_merge = merge;
    return true;
}

bool HostNotes::asksForDecision() const
{
    return m_merge && m_merge->changed != BodyMerge::Who::Ours && m_merge->theirs != m_decidedOver;
}

void HostNotes::decide()
{
    m_decidedOver = text();
}

QString HostNotes::sectionOf(const QString &hostBody, const QString &savedBody) const
{
    QString section = writtenPart(hostBody);
    const QString ours = m_merge ? writtenPart(m_merge->ours) : QString();
    const QString borrowed = ours.startsWith(savedBody) ? ours.sliced(savedBody.size()) : QString();
    if (!borrowed.isEmpty() && section.endsWith(borrowed))
        section.chop(borrowed.size());
    return section;
}

void FileChanges::add(const Step &step)
{
    m_undoable.append(step);
    m_redoable.clear();
}

} // namespace unmoor
