// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/editabletext.h"
#include "app/changelog/releasenotes.h"
#include "app/release/bodymerge.h"

#include <optional>

namespace unmoor {

/// The notes of one release as a person edits them: the changelog they stand in, their section, what was typed and not
/// saved, and what was set aside because the file changed meanwhile.
class NotesDraft
{
public:
    /// What a changelog that arrives means for what was shown.
    struct Arrival
    {
        bool isSameSection = false; ///< of the same file and version as before
        bool isSameFile = false; ///< byte for byte
        QString body; ///< to be shown now: what was typed, or what the file has
    };

    /// Takes the file as it is now. What was typed goes on where the section is as it was when the typing began, else
    /// it is set aside. With \a isOwnChange it is part of \a changelog already.
    Arrival arrive(const Changelog &changelog, const QString &fileName, const QString &version, bool isOwnChange);
    void setTyped(const QString &body); ///< at every key
    void setSaved(); ///< what body() gives is on disk now

    const Changelog &changelog() const { return m_changelog; }
    const std::optional<ChangelogSection> &section() const { return m_section; }
    const QString &fileName() const { return m_fileName; } ///< relative to the checkout's top
    QString plainFileName() const; ///< without folders
    const QString &version() const { return m_version; }
    EditableText text() const; ///< the file around the section; all of it locked where there is none

    const QString &body() const { return m_body; } ///< as typed, without blank lines around it
    QString savedBody() const { return m_section ? m_section->body : QString(); }
    bool isEdited() const { return m_section && m_body != m_section->body; }
    QByteArray bytes() const; ///< the file as saving would write it

    const QString &aside() const { return m_aside; } ///< empty: nothing was set aside
    bool isAsideNews() const { return m_section && !m_aside.isEmpty() && m_aside != m_section->body; }
    std::optional<QString> asideBase() const; ///< what it was typed over; nullopt: not known
    std::optional<QString> mergedAside() const; ///< with the file's own changes, where these touch other lines
    void setAside(const QString &text, const QString &base); ///< \a base: null where not known
    void dropAside();

    /// What \a fix makes of the section. nullopt where it reaches beyond it; \a file has the whole file either way.
    std::optional<QString> fixedBody(const NotesFix &fix, QByteArray &file) const;

private:
    void setBase(const Changelog &changelog);

    Changelog m_changelog;
    std::optional<ChangelogSection> m_section;
    QString m_fileName;
    QString m_version;
    QString m_body;
    QString m_aside;
    QString m_asideBase;
};

/// The text of the release on the host, where that is not what the file would send.
class HostNotes
{
public:
    bool set(const std::optional<BodyMerge> &merge); ///< false: nothing new
    const std::optional<BodyMerge> &merge() const { return m_merge; }
    QString text() const { return m_merge ? m_merge->theirs : QString(); }

    /// Whether sending the file would undo an edit on the host that no person decided about yet.
    bool asksForDecision() const;
    void decide(); ///< for the file's text, whatever it becomes

    /// The part of \a hostBody that belongs into the section: without Unmoor's blocks, and without definitions from
    /// elsewhere in the file, which the body got on its way out. \a savedBody: the section's on disk.
    QString sectionOf(const QString &hostBody, const QString &savedBody) const;

private:
    std::optional<BodyMerge> m_merge;
    QString m_decidedOver; ///< a text of the host that a person decided against
};

/// Changes of the whole file that can be taken back, one at a time.
class FileChanges
{
public:
    struct Step
    {
        QString name;
        QByteArray before;
        QString typed; ///< and not saved before; null: nothing was
        QByteArray after;
    };

    void add(const Step &step);
    const Step *undoable() const { return m_undoable.isEmpty() ? nullptr : &m_undoable.last(); }
    const Step *redoable() const { return m_redoable.isEmpty() ? nullptr : &m_redoable.last(); }
    void setUndone() { m_redoable.append(m_undoable.takeLast()); }
    void setRedone() { m_undoable.append(m_redoable.takeLast()); }

private:
    QList<Step> m_undoable;
    QList<Step> m_redoable;
};

} // namespace unmoor
