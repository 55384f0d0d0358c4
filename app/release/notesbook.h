// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/commitdraft.h"
#include "app/changelog/releasenotes.h"
#include "app/github/client.h"
#include "app/release/engine.h"
#include "app/release/notesbody.h"
#include "app/release/targets.h"

namespace unmoor {

/// The file below \a stateDir that keeps the body that the host was sent last for the release \a tag of \a project.
QString sentBodyFileOf(const Project &project, const QString &stateDir, QString tag);

/// The changelog of a project, the notes out of it, and the body that the release gets.
class NotesBook : public QObject
{
    Q_OBJECT
public:
    NotesBook(Engine &engine, Targets &targets, github::Client &client, QObject *parent = nullptr);

    /// Reads the changelog of \a project.
    void setProject(const ProjectPtr &project);
    void reload(); ///< the changelog from its file
    void refresh(); ///< what is said of the archives, which changed

    const Result<Changelog> &changelog() const { return m_changelog; }
    const ReleaseNotes &notes() const { return m_notes; } ///< of the section, and of what the blocks claim
    NotesContext context() const; ///< what the notes are held against
    NotesFacts facts() const; ///< what the blocks are made of
    /// The body that the release gets: the section, then the blocks that unmoor.toml asks for.
    QString body() const;

    /// Writes \a body into the version's section, if the file is still what was read; else Conflict.
    Result<void> save(const QString &body);
    /// Writes the whole changelog as \a updated, if the file is still what was read; else Conflict.
    Result<void> saveBytes(const QByteArray &updated);
    /// Makes the changelog with a section for the version, where there is none or an empty one. Errors: Conflict (it
    /// has text), Io.
    Result<void> begin();

    /// Entries out of the commits since the last tag, in the changelog's own style.
    QFuture<Result<CommitDraft>> draft(bool authors);
    /// What GitHub generates for this release, fit for a section. Asks the host.
    QFuture<Result<QString>> generated();

    QString recoveryFile() const; ///< where unsaved edits of the notes are kept
    QString sentBodyFile() const; ///< where the body is kept that the host was sent last

Q_SIGNALS:
    void changed();

private:
    Engine &m_engine;
    Targets &m_targets;
    github::Client &m_client;
    ProjectPtr m_project;
    Result<Changelog> m_changelog;
    ReleaseNotes m_notes;
};

} // namespace unmoor
