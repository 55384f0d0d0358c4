// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/editorpane.h"

#include "ui/notes/changelogeditor.h"
#include "ui/notes/findbar.h"
#include "ui/notes/notesstrip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plaintext.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

EditorPane::EditorPane(QWidget *parent)
    : QWidget(parent)
    , m_strip(new NotesStrip({}))
    , m_editor(new ChangelogEditor)
    , m_find(new FindBar(m_editor))
    , m_commands(linkButton(tr("Sec&tion") + u" \u25be"_s))
    , m_undoAll(linkButton(tr("&Undo all")))
{
    auto *open = linkButton(tr("&Open file"));
    open->setToolTip(tr("Opens the whole file in the editor of your system."));
    m_undoAll->setToolTip(tr("Brings back the section as it is on disk."));
    m_commands->setToolTip(tr("Makes or fills the section: from Unreleased, from the commits, from GitHub."));
    m_commands->setAccessibleName(tr("Commands for the section"));
    for (QPushButton *button : {m_commands, open, m_undoAll}) {
        m_strip->allowBreak();
        m_strip->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_find);
    column->addWidget(m_editor, 1);
    connect(open, &QPushButton::clicked, this, &EditorPane::openFileRequested);
    connect(m_undoAll, &QPushButton::clicked, this, &EditorPane::undoAllRequested);
    connect(m_commands, &QPushButton::clicked, this, &EditorPane::commandsRequested);
    connect(m_editor, &ChangelogEditor::lockedLinesTouched, this, &EditorPane::showLocked);
}

void EditorPane::find()
{
    m_find->begin();
}

void EditorPane::setUndoable(bool undoable)
{
    m_undoAll->setEnabled(undoable);
}

void EditorPane::describe(const QString &fileName)
{
    const int first = m_editor->firstLine();
    const int last = m_editor->lastLine();
    const QString lines = m_editor->isLocked() ? tr("no line can change")
        : first == last                        ? tr("only line %1 can change").arg(first)
                                               : tr("only lines %1–%2 can change").arg(first).arg(last);
    m_strip->setTitle(fileName);
    m_strip->setDetail(lines);
    m_editor->setAccessibleName(tr("Text of %1, %2").arg(fileName, lines));
}

void EditorPane::showLocked()
{
    if (m_editor->isLocked())
        return;
    const QString words =
        tr("Only lines %1 to %2 can be changed here.").arg(m_editor->firstLine()).arg(m_editor->lastLine());
    const QPoint below = m_editor->cursorRect().bottomLeft() + QPoint(0, theme::space::xs);
    showToolTip(m_editor->viewport()->mapToGlobal(below), words, m_editor);
}

QPoint EditorPane::commandsPlace() const
{
    return m_commands->mapToGlobal(QPoint(0, m_commands->height()));
}

} // namespace unmoor
