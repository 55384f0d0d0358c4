// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notesdesk.h"

#include "app/changelog/recovery.h"
#include "ui/notes/notespage.h"

#include <QDir>

namespace unmoor {

NotesDesk::NotesDesk(Session &session, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(new NotesPage(parent))
{
    connectPage();
    connect(&m_session.publishing(), &Publishing::planChanged, this, &NotesDesk::showHost);
}

NotesDesk::~NotesDesk() = default;

void NotesDesk::connectPage()
{
    connect(m_page, &NotesPage::saveRequested, this, [this](const QString &body) {
        if (const auto saved = m_session.notes().save(body); !saved)
            return notSaved(saved.error());
        m_page->setSaved();
        takeSaved();
    });
    connect(m_page, &NotesPage::rewriteRequested, this, [this](const QByteArray &updated) {
        if (const auto saved = m_session.notes().saveBytes(updated); !saved)
            m_page->showSaveError(saved.error().message);
        else
            takeSaved();
    });
    connect(m_page, &NotesPage::refused, this, [this](const QString &message) {
        Q_EMIT failed(failure(Error::Kind::Failed, message), tr("Nothing was changed"));
    });
    connect(m_page, &NotesPage::newFileRequested, this, [this] {
        if (const auto begun = m_session.notes().begin(); !begun)
            Q_EMIT failed(begun, tr("The changelog was not created"));
    });
    connect(m_page, &NotesPage::reloadRequested, this, [this] { m_session.notes().reload(); });
    connect(m_page, &NotesPage::bodyChanged, this, &NotesDesk::keepTyped);
    connect(m_page, &NotesPage::commitsRequested, this, &NotesDesk::draftFromCommits);
    connect(m_page, &NotesPage::generatedRequested, this, &NotesDesk::draftFromHost);
}

/// What was saved makes the project another one, which needs no asking.
void NotesDesk::takeSaved()
{
    keepTyped();
    m_session.refresh().then(this, [this](const Result<void> &read) {
        if (!read)
            Q_EMIT failed(read, tr("The notes are saved, but the project could not be read again"));
    });
}

void NotesDesk::show()
{
    m_isRestoring = true; // what is read back must not be forgotten before it is
    if (m_session.notes().changelog()) {
        m_page->setContext(m_session.notes().context(), m_session.project().directory);
        m_page->setSentBody([settings = m_session.project().manifest.notes, facts = m_session.notes().facts()](
                                const QString &section) { return notesBody(section, settings, facts); });
        m_page->setDocument(*m_session.notes().changelog(), m_session.project().manifest.changelog,
                            m_session.project().version.value_or(QString()), m_session.project().title());
    }
    const Result<Changelog> &changelog = m_session.notes().changelog();
    const bool canBegin = changelog ? changelog->bytes().isEmpty() : changelog.error().kind == Error::Kind::NotFound;
    m_page->setNewFile(canBegin && m_session.project().version ? m_session.project().manifest.changelog : QString());
    m_page->setNotes(m_session.notes().notes());
    m_isRestoring = false;
    restoreTyped();
    keepTyped();
    showHost();
}

/// Where somebody changed the section on disk, both texts are to be merged; other changes can just be read.
void NotesDesk::notSaved(const Error &error)
{
    const auto onDisk = error.kind == Error::Kind::Conflict
        ? readChangelog(m_session.project().changelogPath(), readingOf(m_session.project().manifest))
        : m_session.notes().changelog();
    const auto sections =
        onDisk ? onDisk->sectionsFor(m_session.project().version.value_or(QString())) : QList<ChangelogSection>();
    if (sections.size() != 1 || sections.first().body == m_page->draft().savedBody())
        return m_page->showSaveError(error.message);
    m_session.notes().reload();
    m_page->showMerge();
}

void NotesDesk::save()
{
    if (m_page->isEdited())
        Q_EMIT m_page->saveRequested(m_page->body());
}

void NotesDesk::discard()
{
    if (m_keeper)
        m_keeper->forget();
}

/// At every key: what was typed outlives this process.
void NotesDesk::keepTyped()
{
    if (m_isRestoring || !m_session.project().version || !m_page->draft().section())
        return;
    const QString file = m_session.notes().recoveryFile();
    const QString aside = m_page->draft().aside();
    if (!m_keeper || m_keeper->path() != file)
        m_keeper = std::make_unique<UnsavedKeeper>(file);
    m_isKept = false;
    if (!m_page->isEdited() && aside.isEmpty())
        return m_keeper->forget();
    const auto kept = m_keeper->keep({m_page->draft().savedBody(), m_page->body(), aside});
    m_isKept = kept.has_value();
    if (!kept)
        Q_EMIT failed(kept, tr("Unsaved notes are not kept"));
}

void NotesDesk::restoreTyped()
{
    const QString file = m_session.project().version ? m_session.notes().recoveryFile() : QString();
    if (file.isEmpty() || !m_page->draft().section() || std::exchange(m_recovery, file) == file)
        return;
    const auto unsaved = readUnsaved(file);
    if (!unsaved)
        return;
    if (unsaved->body != unsaved->base)
        m_page->restoreDraft(unsaved->body, unsaved->base);
    if (!unsaved->aside.isEmpty() && m_page->draft().aside().isEmpty())
        m_page->restoreDraft(unsaved->aside, {});
}

/// What stands on the host, where it is not what the file would send.
void NotesDesk::showHost()
{
    m_page->setHostBody(m_session.publishing().bodyOnHost());
}

void NotesDesk::draftFromCommits()
{
    m_session.notes().draft(false).then(this, [this](const Result<CommitDraft> &draft) {
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
