// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/changelogeditor.h"

#include "app/changelog/listcontinuation.h"
#include "ui/notes/documenttext.h"
#include "ui/notes/markdownhighlighter.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool isReturn(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

bool isBackspace(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Backspace && !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
}

/// As on GitHub's page: a link goes over selected words as it is.
bool isPlainPaste(const QKeyEvent &event)
{
    return event.key() == Qt::Key_V && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
}

/// How far a deleting key reaches where nothing is selected; NoMove: the key deletes nothing.
QTextCursor::MoveOperation reachOf(const QKeyEvent &event, bool atLineEnd)
{
    if (isBackspace(event))
        return QTextCursor::PreviousCharacter;
    if (event.matches(QKeySequence::Delete))
        return QTextCursor::NextCharacter;
    if (event.matches(QKeySequence::DeleteStartOfWord))
        return QTextCursor::PreviousWord;
    if (event.matches(QKeySequence::DeleteEndOfWord))
        return QTextCursor::NextWord;
    if (event.matches(QKeySequence::DeleteEndOfLine))
        return atLineEnd ? QTextCursor::NextCharacter : QTextCursor::EndOfBlock;
    return QTextCursor::NoMove;
}

bool isAddress(const QString &text)
{
    static const QRegularExpression pattern(uR"(^(https?://[^\s<>]+|mailto:[^\s<>]+)$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

bool isText(const QString &text)
{
    return !text.isEmpty() && (text.front().isPrint() || text.front().isSurrogate() || text.front() == u'\t');
}

} // namespace

/// What \a event would delete; a null cursor where it is no deleting key.
QTextCursor ChangelogEditor::deletionOf(const QKeyEvent &event) const
{
    QTextCursor cursor = textCursor();
    const auto reach = reachOf(event, cursor.atBlockEnd());
    if (reach == QTextCursor::NoMove)
        return {};
    if (!cursor.hasSelection())
        cursor.movePosition(reach, QTextCursor::KeepAnchor);
    return cursor;
}

bool ChangelogEditor::isTyping(const QKeyEvent &event) const
{
    return isReturn(event) || isText(event.text());
}

void ChangelogEditor::keyPressEvent(QKeyEvent *event)
{
    const bool editable = isEditable(textCursor());
    if (event->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) {
        Q_EMIT undoneAll();
    } else if (event->matches(QKeySequence::Redo) && !document()->isRedoAvailable()) {
        Q_EMIT redoneAll();
    } else if (isPlainPaste(*event)) {
        const QScopedValueRollback plain(m_pastesPlain, true);
        paste();
    } else if (isLocked()) {
        QPlainTextEdit::keyPressEvent(event);
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectBodyOrAll();
    } else if (event->matches(QKeySequence::Cut)) {
        editable ? cut() : copy();
        if (!editable)
            refuse();
    } else if (QTextCursor deletion = deletionOf(*event); !deletion.isNull()) {
        if (!isEditable(deletion))
            return refuse();
        deletion.removeSelectedText();
        setTextCursor(deletion);
    } else if (isTyping(*event) && !editable) {
        refuse();
    } else if (isReturn(*event)) {
        // With Shift, Qt would put a line separator into the text, which is no line end in a file.
        startLine(event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier);
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

/// In the section, its body is "all" first; a second time takes the whole file.
void ChangelogEditor::selectBodyOrAll()
{
    QTextCursor cursor = textCursor();
    const bool isSelected = cursor.selectionStart() == begin() && cursor.selectionEnd() == end();
    if (isSelected || !isEditable(cursor)) {
        showWhole();
        return selectAll();
    }
    cursor.setPosition(begin());
    cursor.setPosition(end(), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

/// Begins a new line; in a list it gets the next marker, and an empty item ends the list.
void ChangelogEditor::startLine(bool continuesList)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    auto item = listItem(cursor.block().text());
    if (!continuesList || MarkdownHighlighter::isInCode(cursor.block())
        || (item && cursor.positionInBlock() < item->contentAt))
        item.reset();
    if (item && item->isEmpty) {
        cursor.setPosition(cursor.block().position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    } else {
        cursor.insertBlock();
        if (item)
            cursor.insertText(item->next);
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool ChangelogEditor::replaceSelected(const QString &text)
{
    QTextCursor cursor = textCursor();
    if (!isEditable(cursor))
        return false;
    cursor.insertText(text);
    setTextCursor(cursor);
    return true;
}

int ChangelogEditor::replaceInBody(const QString &text, const QString &replacement)
{
    if (isLocked() || text.isEmpty())
        return 0;
    int count = 0;
    QTextCursor edit(document());
    edit.beginEditBlock();
    QTextCursor match = document()->find(text, begin());
    while (!match.isNull() && match.selectionEnd() <= end()) {
        edit.setPosition(match.selectionStart());
        edit.setPosition(match.selectionEnd(), QTextCursor::KeepAnchor);
        edit.insertText(replacement);
        ++count;
        match = document()->find(text, edit.position());
    }
    edit.endEditBlock();
    return count;
}

void ChangelogEditor::inputMethodEvent(QInputMethodEvent *event)
{
    QTextCursor replaced = textCursor();
    if (event->replacementLength() > 0) {
        const int start = replaced.position() + event->replacementStart();
        replaced.setPosition(std::max(0, start));
        replaced.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, event->replacementLength());
    }
    if (isEditable(replaced))
        return QPlainTextEdit::inputMethodEvent(event);
    event->ignore();
    if (!event->commitString().isEmpty())
        refuse();
}

/// Every paste and drop ends here.
void ChangelogEditor::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    if (!isEditable(textCursor()))
        return refuse();
    QString text = source->text();
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (m_pastesPlain || !linkSelected(text.trimmed()))
        textCursor().insertText(toDocument(text));
    ensureCursorVisible();
}

/// A pasted address makes a link of the selected words. Not in code, which shows links as they are written, and not
/// over an address, which it replaces.
bool ChangelogEditor::linkSelected(const QString &text)
{
    QTextCursor cursor = textCursor();
    const QString words = cursor.selectedText();
    if (!isAddress(text) || words.trimmed().isEmpty() || words.contains(QChar::ParagraphSeparator)
        || isAddress(words.trimmed()) || MarkdownHighlighter::isInCode(cursor.block()))
        return false;
    const bool needsBrackets = text.count(u'(') != text.count(u')');
    cursor.insertText(u"[%1](%2)"_s.arg(words, needsBrackets ? u'<' + text + u'>' : text));
    setTextCursor(cursor);
    return true;
}

void ChangelogEditor::dragMoveEvent(QDragMoveEvent *event)
{
    QPlainTextEdit::dragMoveEvent(event);
    if (!isEditable(cursorForPosition(event->position().toPoint())))
        event->ignore();
}

void ChangelogEditor::dropEvent(QDropEvent *event)
{
    if (!isEditable(cursorForPosition(event->position().toPoint()))) {
        event->ignore();
        return refuse();
    }
    // Moving would delete where the text came from.
    const bool isOwn = event->source() == this || event->source() == viewport();
    if (isOwn && !isEditable(textCursor()))
        event->setDropAction(Qt::CopyAction);
    QPlainTextEdit::dropEvent(event);
}

QMenu *ChangelogEditor::contextMenu()
{
    QMenu *menu = createStandardContextMenu();
    const QStringList changing{u"edit-cut"_s, u"edit-paste"_s, u"edit-delete"_s};
    for (QAction *action : menu->actions()) {
        if (changing.contains(action->objectName()) && !isEditable(textCursor()))
            action->setEnabled(false);
    }
    return menu;
}

void ChangelogEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = contextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

} // namespace unmoor
