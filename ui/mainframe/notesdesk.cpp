// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainframe/notesdesk.h"

#include "changelog/recovery.h"
#include "notes/notespage.h"

#include <QDir>

namespace unmoor {

NotesDesk::NotesDesk(Session &session, NotesPage *page, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
{
    connectPage();
    connect(&m_session, &Session::publishPlanChanged, this, &NotesDesk::showHost);
}

NotesDesk::~NotesDesk() = default;

void NotesDesk::connectPage()
{
    connect(m_page, &NotesPage::saveRequested, this, [this](const QString &body) {
        if (const auto saved = m_session.saveNotes(body); !saved)
            return notSaved(saved.error());
        m_page->setSaved();
        keepTyped();
    });
    connect(m_page, &NotesPage::rewriteRequested, this, [this](const QByteArray &updated) {
        if (const auto saved = m_session.saveChangelogBytes(updated); !saved)
            m_page->showSaveError(saved.error().message);
        else
            keepTyped();
    });
    connect(m_page, &NotesPage::refused, this, [this](const QString &message) {
        Q_EMIT failed(failure(Error::Kind::Failed, message), tr("Nothing was changed"));
    });
    connect(m_page, &NotesPage::newFileRequested, this, [this] {
        if (const auto begun = m_session.beginChangelog(); !begun)
            Q_EMIT failed(begun, tr("The changelog was not created"));
    });
    connect(m_page, &NotesPage::reloadRequested, this, [this] { m_session.reloadChangelog(); });
    connect(m_page, &NotesPage::bodyChanged, this, &NotesDesk::keepTyped);
    connect(m_page, &NotesPage::commitsRequested, this, &NotesDesk::draftFromCommits);
    connect(m_page, &NotesPage::generatedRequested, this, &NotesDesk::draftFromHost);
}

void NotesDesk::show()
{
    m_isRestoring = true; // what is read back must not be forgotten before it is
    if (m_session.changelog()) {
        m_page->setContext(m_session.notesContext());
        m_page->setDirectory(m_session.directory());
        m_page->setSentBody([settings = m_session.manifest().notes, facts = m_session.notesFacts()](
                                const QString &section) { return notesBody(section, settings, facts); });
        m_page->setDocument(*m_session.changelog(), m_session.manifest().changelog,
                            m_session.version().value_or(QString()), m_session.title());
    }
    const Result<Changelog> &changelog = m_session.changelog();
    const bool canBegin = changelog ? changelog->bytes().isEmpty() : changelog.error().kind == Error::Kind::NotFound;
    m_page->setNewFile(canBegin && m_session.version() ? m_session.manifest().changelog : QString());
    m_page->setNotes(m_session.notes());
    m_isRestoring = false;
    restoreTyped();
    keepTyped();
    showHost();
}

/// Where somebody changed the section on disk, both texts are to be merged; other changes can just be read.
void NotesDesk::notSaved(const Error &error)
{
    const auto onDisk =
        error.kind == Error::Kind::Conflict ? readChangelog(m_session.changelogPath()) : m_session.changelog();
    const auto sections =
        onDisk ? onDisk->sectionsFor(m_session.version().value_or(QString())) : QList<ChangelogSection>();
    if (sections.size() != 1 || sections.first().body == m_page->savedBody())
        return m_page->showSaveError(error.message);
    m_session.reloadChangelog();
    m_page->showMerge();
}

void NotesDesk::save()
{
    if (m_page->isEdited())
        Q_EMIT m_page->saveRequested(m_page->body());
}

/// At every key: what was typed outlives this process.
void NotesDesk::keepTyped()
{
    if (m_isRestoring || !m_session.version() || !m_page->hasSection())
        return;
    const QString file = m_session.recoveryFile();
    const QString aside = m_page->draftAside();
    if (!m_keeper || m_keeper->path() != file)
        m_keeper = std::make_unique<UnsavedKeeper>(file);
    if (!m_page->isEdited() && aside.isEmpty())
        return m_keeper->forget();
    if (const auto kept = m_keeper->keep({m_page->savedBody(), m_page->body(), aside}); !kept)
        Q_EMIT failed(kept, tr("Unsaved notes are not kept"));
}

void NotesDesk::restoreTyped()
{
    const QString file = m_session.version() ? m_session.recoveryFile() : QString();
    if (file.isEmpty() || !m_page->hasSection() || std::exchange(m_recovery, file) == file)
        return;
    const auto unsaved = readUnsaved(file);
    if (!unsaved)
        return;
    if (unsaved->body != unsaved->base)
        m_page->restoreDraft(unsaved->body, unsaved->base);
    if (!unsaved->aside.isEmpty() && m_page->draftAside().isEmpty())
        m_page->restoreDraft(unsaved->aside, {});
}

/// What stands on the host, where it is not what the file would send.
void NotesDesk::showHost()
{
    m_page->setHostBody(m_session.bodyOnHost());
}

void NotesDesk::draftFromCommits()
{
    m_session.draftNotes(false).then(this, [this](const Result<CommitDraft> &draft) {
        if (!draft)
            return Q_EMIT failed(std::unexpected(draft.error()), tr("No draft"));
        m_page->takeDraft(draft->text);
    });
}

void NotesDesk::draftFromHost()
{
    m_session.generatedNotes().then(this, [this](const Result<QString> &text) {
        if (!text)
            return Q_EMIT failed(std::unexpected(text.error()), tr("No draft"));
        m_page->takeDraft(*text);
    });
}

} // namespace unmoor
