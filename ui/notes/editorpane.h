// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace unmoor {

class ChangelogEditor;
class FindBar;
class NotesStrip;

/// The changelog with the section that can be edited, below a line that says which lines these are.
class EditorPane : public QWidget
{
    Q_OBJECT
public:
    explicit EditorPane(QWidget *parent = nullptr);

    ChangelogEditor *editor() const { return m_editor; }
    void find(); ///< shows the bar to find and replace
    void setUndoable(bool undoable); ///< something was typed and not saved
    void describe(const QString &fileName); ///< which of its lines can change
    void showLocked(); ///< beside the caret: why nothing was typed
    QPoint commandsPlace() const; ///< where the commands' menu belongs, on the screen

Q_SIGNALS:
    void openFileRequested();
    void undoAllRequested();
    void commandsRequested();

private:
    NotesStrip *m_strip;
    ChangelogEditor *m_editor;
    FindBar *m_find;
    QPushButton *m_commands;
    QPushButton *m_undoAll;
};

} // namespace unmoor
