// SPDX-License-Identifier: GPL-3.0-or-later
// NotesPage: commands that change the section or the file around it, and merging.
#include "ui/notes/notespage.h"

#include "app/changelog/sectionedit.h"
#include "ui/notes/changelogeditor.h"
#include "ui/notes/editorpane.h"
#include "ui/notes/mergeview.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/whynot.h"

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
    const NewSection section{m_draft.version(), m_context.today, {}};
    const auto promoted = promoteUnreleased(m_draft.changelog(), section);
    offerUnless(
        menu->addAction(tr("&Make Unreleased the section %1").arg(m_draft.version()), this, &NotesPage::promote),
        promoted ? QString() : promoted.error().message);
    offerUnless(menu->addAction(tr("Insert a &section %1").arg(m_draft.version()), this, &NotesPage::insert),
                m_draft.section() ? tr("The changelog has this section.") : QString());
    menu->addSeparator();
    menu->addAction(tr("Insert entries from the &commits since the last release"), this, &NotesPage::commitsRequested);
    menu->addAction(tr("Insert the notes that &GitHub generates"), this, &NotesPage::generatedRequested);
    menu->addSeparator();
    menu->addAction(tr("&Find and replace"), this, &NotesPage::find)->setShortcut(QKeySequence::Find);
    const FileChanges::Step *last = m_changes.undoable();
    offerUnless(menu->addAction(last ? tr("Take &back \"%1\"").arg(buttonLabel(last->name)) : tr("Take &back"), this,
                                &NotesPage::undoRewrite),
                last ? QString() : tr("No change of the whole changelog was made since it was opened."));
    showReasons(menu);
    return menu;
}

void NotesPage::showCommands()
{
    QMenu *menu = commandsMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_editing->commandsPlace());
}

void NotesPage::find()
{
    m_editing->find();
}

void NotesPage::save()
{
    if (isEdited())
        Q_EMIT saveRequested(body());
}

void NotesPage::undoAll()
{
    if (m_draft.section())
        editor()->setBody(m_draft.savedBody());
    editor()->setFocus(Qt::OtherFocusReason);
}

/// A fix within the section is a step that Undo takes back; any other one writes the file, what was typed included.
void NotesPage::takeFix(const NotesProblem &problem)
{
    if (!problem.fix)
        return;
    QByteArray file;
    if (const auto fixed = m_draft.fixedBody(*problem.fix, file))
        setBody(*fixed);
    else
        rewrite(problem.fix->label, file);
}

void NotesPage::promote()
{
    if (const auto promoted = promoteUnreleased(m_draft.changelog(), {m_draft.version(), m_context.today, {}});
        promoted)
        rewrite(tr("Make Unreleased the section %1").arg(m_draft.version()), *promoted);
    else
        Q_EMIT refused(promoted.error().message);
}

void NotesPage::insert()
{
    if (const auto inserted = insertSection(m_draft.changelog(), {m_draft.version(), m_context.today, {}}); inserted)
        rewrite(tr("Insert a section %1").arg(m_draft.version()), *inserted);
    else
        Q_EMIT refused(inserted.error().message);
}

/// In the section it is a step that Undo takes back; without one, the file gets a section.
void NotesPage::takeDraft(const QString &text)
{
    if (text.isEmpty())
        return Q_EMIT refused(tr("There is nothing to insert: no change says anything to users."));
    if (m_draft.section())
        setBody(body().isEmpty() ? text : body() + u"\n\n"_s + text);
    else if (const auto inserted = insertSection(m_draft.changelog(), {m_draft.version(), m_context.today, text});
             inserted)
        rewrite(tr("Insert a section %1").arg(m_draft.version()), *inserted);
    else
        Q_EMIT refused(inserted.error().message);
}

// --- Changes of the whole file ---------------------------------------------------------------------------------------

void NotesPage::changeFile(const QByteArray &updated)
{
    const QScopedValueRollback rewriting(m_isRewriting, true);
    Q_EMIT rewriteRequested(updated);
}

void NotesPage::rewrite(const QString &name, const QByteArray &updated)
{
    const FileChanges::Step step{name, m_draft.changelog().bytes(), isEdited() ? body() : QString(), updated};
    changeFile(updated);
    if (m_draft.changelog().bytes() != updated)
        return; // it could not be written, which was said
    m_changes.add(step);
    editor()->setFocus(Qt::OtherFocusReason);
}

void NotesPage::undoRewrite()
{
    if (!m_changes.undoable())
        return;
    const FileChanges::Step step = *m_changes.undoable();
    if (m_draft.bytes() != step.after)
        return Q_EMIT refused(
            tr("\"%1\" cannot be taken back: the file was changed since. Undo these changes first.").arg(step.name));
    changeFile(step.before);
    if (m_draft.changelog().bytes() != step.before)
        return;
    m_changes.setUndone();
    if (m_draft.section() && !step.typed.isNull())
        editor()->setBody(step.typed);
}

void NotesPage::redoRewrite()
{
    if (!m_changes.redoable())
        return;
    const FileChanges::Step step = *m_changes.redoable();
    const bool isAsBefore =
        m_draft.changelog().bytes() == step.before && (step.typed.isNull() ? !isEdited() : body() == step.typed);
    if (!isAsBefore)
        return;
    changeFile(step.after);
    if (m_draft.changelog().bytes() == step.after)
        m_changes.setRedone();
}

// --- Merging ---------------------------------------------------------------------------------------------------------

bool NotesPage::isMerging() const
{
    return m_stack->currentWidget() == m_merge;
}

void NotesPage::showMerge()
{
    if (!m_draft.section() || m_draft.aside().isEmpty())
        return;
    askMerge({.title = tr("Your text and %1 on disk").arg(m_draft.plainFileName()),
              .oursName = tr("Your text"),
              .theirsName = tr("%1 on disk").arg(m_draft.plainFileName()),
              .base = m_draft.asideBase(),
              .ours = m_draft.aside(),
              .theirs = body()});
}

void NotesPage::compareHost()
{
    if (!m_host.merge())
        return;
    const BodyMerge &host = *m_host.merge();
    const auto section = [this](const QString &text) { return m_host.sectionOf(text, m_draft.savedBody()); };
    askMerge({.title = tr("The section and the notes on GitHub"),
              .oursName = m_draft.plainFileName(),
              .theirsName = tr("GitHub"),
              .base = host.base.transform(section),
              .ours = body(),
              .theirs = section(host.theirs)});
}

void NotesPage::takeHostText()
{
    const QString theirs = m_host.sectionOf(m_host.text(), m_draft.savedBody());
    clearNotice();
    m_host.decide();
    setBody(theirs);
}

void NotesPage::askMerge(const MergeQuestion &question)
{
    m_stack->setCurrentWidget(m_merge);
    m_notice->setCovered(true);
    setAccent(*m_save, false);
    setAccent(*m_merge->takeButton(), true);
    m_merge->ask(question);
}

void NotesPage::leaveMerge()
{
    m_stack->setCurrentWidget(m_panes);
    m_notice->setCovered(false);
    setAccent(*m_save, true);
}

/// A step that Undo takes back; saving it is one more decision.
void NotesPage::takeMerged(const QString &text)
{
    if (m_notice->kind() == NotesNotice::Kind::Host && m_host.merge())
        m_host.decide();
    clearNotice();
    setBody(text);
    Q_EMIT bodyChanged(); // even where the text is the file's: what was set aside is decided
}

} // namespace unmoor
