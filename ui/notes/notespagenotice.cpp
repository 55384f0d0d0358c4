// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/notespage.h"

#include "changelog/textmerge.h"
#include "notes/changelogeditor.h"
#include "widgets/banner.h"
#include "widgets/emptystate.h"

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

/// One notice at a time: a missing section, then edits set aside, then a save that failed.
void NotesPage::updateNotice(bool isSameFile)
{
    if (!isSameFile && isMerging())
        leaveMerge(); // one of the texts is no longer what was asked about
    if (!m_section)
        showAbsence();
    else if (!m_draft.isEmpty() && m_draft != m_section->body)
        showDraftAside();
    else if ((m_notice != Notice::NotSaved && m_notice != Notice::Restored) || !isSameFile)
        clearNotice();
    showHostNotice();
}

void NotesPage::clearNotice()
{
    m_notice = Notice::None;
    m_draft.clear();
    hideBanner();
    leaveMerge();
}

void NotesPage::showBanner(theme::State state, const QString &title, const QString &text)
{
    m_banner->clearActions();
    m_banner->showMessage(state, title, text);
    m_bannerRow->setVisible(!isMerging());
}

void NotesPage::hideBanner()
{
    m_banner->clear();
    m_bannerRow->hide();
}

/// Why there is nothing to edit: in the engine's words, or in those of the file itself.
QList<Finding> NotesPage::absence() const
{
    if (!m_notes.findings.isEmpty() && (m_notes.version == m_version || m_notes.version.isEmpty()))
        return m_notes.findings;
    return releaseNotes(m_changelog, context()).findings;
}

void NotesPage::showAbsence()
{
    m_notice = Notice::Absent;
    hideBanner();
    leaveMerge();
    const QList<Finding> findings = absence();
    const QString message = findings.isEmpty() ? tr("There are no notes for this release.") : findings.first().message;
    const QString hint = findings.isEmpty() ? QString() : findings.first().hint;
    const bool isEmpty = m_changelog.bytes().isEmpty();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_splitter);
    m_empty->setSentence(message + u'\n' + hint);
    m_empty->setAction(m_newFile.isEmpty() ? tr("&Read again") : tr("&Create %1").arg(m_newFile));
    if (isEmpty)
        return;
    showBanner(theme::State::Error, message, hint);
    const QList<NotesProblem> problems = releaseNotes(m_changelog, context()).problems;
    if (const NotesProblem problem = problems.value(0); problem.fix)
        connect(m_banner->addAction(problem.fix->label), &QPushButton::clicked, this,
                [this, problem] { takeFix(problem); });
    connect(m_banner->addAction(tr("&Read again")), &QPushButton::clicked, this, &NotesPage::reloadRequested);
}

void NotesPage::showDraftAside()
{
    m_notice = Notice::DraftAside;
    if (!isMerging())
        m_stack->setCurrentWidget(m_splitter);
    showBanner(theme::State::Warning, tr("%1 changed on disk while it was edited here").arg(m_fileName),
               tr("The section is shown as it is on disk; your text was set aside. Bringing it back "
                  "replaces what is shown, and can be undone."));
    const auto merged = m_draftBase.isNull() ? std::nullopt : mergeTexts(m_draftBase, m_draft, m_section->body);
    if (merged)
        connect(m_banner->addAction(tr("&Keep both changes")), &QPushButton::clicked, this, [this, text = *merged] {
            clearNotice();
            m_editor->setBody(text);
        });
    connect(m_banner->addAction(tr("&Merge")), &QPushButton::clicked, this, &NotesPage::showMerge);
    connect(m_banner->addAction(tr("&Bring my text back")), &QPushButton::clicked, this, [this] {
        const QString draft = m_draft;
        clearNotice();
        m_editor->setBody(draft);
    });
    connect(m_banner->addAction(tr("&Discard my text")), &QPushButton::clicked, this, &NotesPage::discardTyped);
}

/// What was set aside is to be kept no more.
void NotesPage::discardTyped()
{
    clearNotice();
    Q_EMIT bodyChanged();
}

/// A person must see that this is not the file's text, and be able to do without it.
void NotesPage::showRestored()
{
    m_notice = Notice::Restored;
    m_stack->setCurrentWidget(m_splitter);
    showBanner(theme::State::Note, tr("Your unsaved text is back"),
               tr("It was typed earlier and never saved. It stands in the section again, and is not saved yet."));
    connect(m_banner->addAction(tr("&Keep it")), &QPushButton::clicked, this, [this] {
        clearNotice();
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_banner->addAction(tr("&Discard it")), &QPushButton::clicked, this, [this] {
        clearNotice();
        undoAll();
    });
}

void NotesPage::showSaveError(const QString &message)
{
    m_notice = Notice::NotSaved;
    showBanner(theme::State::Error, tr("%1 was not saved").arg(m_fileName), message);
    connect(m_banner->addAction(tr("&Reload from disk")), &QPushButton::clicked, this, &NotesPage::reloadRequested);
}

} // namespace unmoor
