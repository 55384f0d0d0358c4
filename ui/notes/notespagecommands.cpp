// SPDX-License-Identifier: GPL-3.0-or-later
// NotesPage: commands that change the section or the file around it, and merging.
#include "changelog/sectionedit.h"
#include "notes/changelogeditor.h"
#include "notes/mergeview.h"
#include "notes/notespage.h"
#include "widgets/buttons.h"

#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

QMenu *NotesPage::commandsMenu()
{
    auto *menu = new QMenu(this);
    const NewSection section{m_version, m_context.today, {}};
    menu->addAction(tr("&Make Unreleased the section %1").arg(m_version), this, &NotesPage::promote)
        ->setEnabled(promoteUnreleased(m_changelog, section).has_value());
    menu->addAction(tr("Insert a &section %1").arg(m_version), this, &NotesPage::insert)->setEnabled(!m_section);
    menu->addSeparator();
    menu->addAction(tr("Insert entries from the &commits since the last release"), this, &NotesPage::commitsRequested);
    menu->addAction(tr("Insert the notes that &GitHub generates"), this, &NotesPage::generatedRequested);
    menu->addSeparator();
    menu->addAction(tr("&Find and replace"), this, &NotesPage::find)->setShortcut(QKeySequence::Find);
    QAction *undo =
        menu->addAction(m_undoable.isEmpty() ? tr("Take &back") : tr("Take &back \"%1\"").arg(m_undoable.last().name),
                        this, &NotesPage::undoRewrite);
    undo->setEnabled(!m_undoable.isEmpty());
    return menu;
}

void NotesPage::showCommands()
{
    QMenu *menu = commandsMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_commands->mapToGlobal(QPoint(0, m_commands->height())));
}

void NotesPage::promote()
{
    if (const auto promoted = promoteUnreleased(m_changelog, {m_version, m_context.today, {}}); promoted)
        rewrite(tr("Make Unreleased the section %1").arg(m_version), *promoted);
    else
        Q_EMIT refused(promoted.error().message);
}

void NotesPage::insert()
{
    if (const auto inserted = insertSection(m_changelog, {m_version, m_context.today, {}}); inserted)
        rewrite(tr("Insert a section %1").arg(m_version), *inserted);
    else
        Q_EMIT refused(inserted.error().message);
}

/// In the section it is a step that Undo takes back; without one, the file gets a section.
void NotesPage::takeDraft(const QString &text)
{
    if (text.isEmpty())
        return Q_EMIT refused(tr("There is nothing to insert: no change says anything to users."));
    if (m_section) {
        const QString own = body();
        m_editor->setBody(own.isEmpty() ? text : own + u"\n\n"_s + text);
        m_editor->setFocus(Qt::OtherFocusReason);
    } else if (const auto inserted = insertSection(m_changelog, {m_version, m_context.today, text}); inserted) {
        rewrite(tr("Insert a section %1").arg(m_version), *inserted);
    } else {
        Q_EMIT refused(inserted.error().message);
    }
}

// --- Changes of the whole file ---------------------------------------------------------------------------------------

void NotesPage::changeFile(const QByteArray &updated)
{
    const QScopedValueRollback rewriting(m_isRewriting, true);
    Q_EMIT rewriteRequested(updated);
}

void NotesPage::rewrite(const QString &name, const QByteArray &updated)
{
    const FileStep step{name, m_changelog.bytes(), m_edited ? body() : QString(), updated};
    changeFile(updated);
    if (m_changelog.bytes() != updated)
        return; // it could not be written, which was said
    m_undoable.append(step);
    m_redoable.clear();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void NotesPage::undoRewrite()
{
    if (m_undoable.isEmpty())
        return;
    const FileStep step = m_undoable.last();
    const QByteArray now = m_section ? m_changelog.withBody(*m_section, body()) : m_changelog.bytes();
    if (now != step.after)
        return Q_EMIT refused(
            tr("\"%1\" cannot be taken back: the file was changed since. Undo these changes first.").arg(step.name));
    changeFile(step.before);
    if (m_changelog.bytes() != step.before)
        return;
    m_redoable.append(m_undoable.takeLast());
    if (m_section && !step.typed.isNull())
        m_editor->setBody(step.typed);
}

void NotesPage::redoRewrite()
{
    if (m_redoable.isEmpty())
        return;
    const FileStep step = m_redoable.last();
    const bool isAsBefore =
        m_changelog.bytes() == step.before && (step.typed.isNull() ? !m_edited : body() == step.typed);
    if (!isAsBefore)
        return;
    changeFile(step.after);
    if (m_changelog.bytes() == step.after)
        m_undoable.append(m_redoable.takeLast());
}

// --- Merging ---------------------------------------------------------------------------------------------------------

bool NotesPage::isMerging() const
{
    return m_stack->currentWidget() == m_merge;
}

void NotesPage::showMerge()
{
    if (!m_section || m_draft.isEmpty())
        return;
    askMerge({.title = tr("Your text and %1 on disk").arg(plainFileName()),
              .oursName = tr("Your text"),
              .theirsName = tr("%1 on disk").arg(plainFileName()),
              .base = m_draftBase.isNull() ? std::nullopt : std::optional(m_draftBase),
              .ours = m_draft,
              .theirs = body()});
}

void NotesPage::askMerge(const MergeQuestion &question)
{
    m_stack->setCurrentWidget(m_merge);
    m_bannerRow->hide();
    setAccent(*m_save, false);
    setAccent(*m_merge->takeButton(), true);
    m_merge->ask(question);
}

void NotesPage::leaveMerge()
{
    m_stack->setCurrentWidget(m_splitter);
    m_bannerRow->setVisible(m_notice != Notice::None);
    setAccent(*m_save, true);
}

/// A step that Undo takes back; saving it is one more decision.
void NotesPage::takeMerged(const QString &text)
{
    if (m_notice == Notice::Host && m_host)
        m_keptOverHost = m_host->theirs;
    clearNotice();
    m_editor->setBody(text);
    m_editor->setFocus(Qt::OtherFocusReason);
    Q_EMIT bodyChanged(); // even where the text is the file's: what was set aside is decided
}

} // namespace unmoor
