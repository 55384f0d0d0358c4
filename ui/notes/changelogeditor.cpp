// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/changelogeditor.h"

#include "notes/documenttext.h"
#include "notes/linegutter.h"
#include "notes/markdownhighlighter.h"
#include "theme/theme.h"

#include <QScrollBar>
#include <QTextBlock>

namespace unmoor {

namespace {

/// Without ligatures: "-->" is three characters.
QFont plainFont()
{
    QFont font = theme::font(theme::Type::Mono);
    font.setFeature("calt", 0);
    font.setFeature("liga", 0);
    return font;
}

/// Where the heading's line begins in the text above the body.
int headingPosition(const EditableText &text)
{
    qsizetype position = 0;
    for (int line = 1; line < text.headingLine; ++line)
        position = text.before.indexOf(u'\n', position) + 1;
    return text.headingLine > 0 ? int(position) : -1;
}

} // namespace

ChangelogEditor::ChangelogEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new LineGutter(this))
    , m_highlighter(new MarkdownHighlighter(document()))
{
    setFrameShape(QFrame::NoFrame);
    setFont(plainFont());
    setTabChangesFocus(true);
    setReadOnly(true);
    document()->setDocumentMargin(theme::space::s);
    m_highlighter->setPalette(palette());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &ChangelogEditor::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this] { m_gutter->update(); });
    connect(document(), &QTextDocument::contentsChange, this, &ChangelogEditor::guard);
    connect(this, &QPlainTextEdit::textChanged, this, &ChangelogEditor::bodyChanged);
    placeGutter();
}

void ChangelogEditor::setText(const EditableText &text)
{
    const QTextCursor old = textCursor();
    const int line = old.blockNumber();
    const int column = old.positionInBlock();
    const int scrolled = verticalScrollBar()->value();

    m_before = toDocument(text.before);
    m_after = toDocument(text.after);
    m_headingLine = text.headingLine;
    m_highlighter->setPart(headingPosition(text), int(m_after.size()));
    setReadOnly(isLocked());
    m_isLoading = true;
    setPlainText(toDocument(text.whole()));
    m_isLoading = false;

    const QTextBlock block = document()->findBlockByNumber(std::min(line, blockCount() - 1));
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::min(column, block.length() - 1));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scrolled);
    m_gutter->update();
}

bool ChangelogEditor::holdsAround(const EditableText &text) const
{
    return m_headingLine == text.headingLine && m_before == toDocument(text.before)
        && m_after == toDocument(text.after);
}

void ChangelogEditor::setBody(const QString &body)
{
    if (isLocked() || body == this->body())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(begin());
    cursor.setPosition(end(), QTextCursor::KeepAnchor);
    cursor.insertText(toDocument(body));
}

QString ChangelogEditor::body() const
{
    if (isLocked())
        return {};
    QTextCursor cursor(document());
    cursor.setPosition(begin());
    cursor.setPosition(std::max(begin(), end()), QTextCursor::KeepAnchor);
    return fromDocument(cursor.selectedText());
}

QString ChangelogEditor::whole() const
{
    return fromDocument(document()->toRawText());
}

int ChangelogEditor::end() const
{
    return document()->characterCount() - 1 - int(m_after.size());
}

int ChangelogEditor::firstLine() const
{
    return document()->findBlock(begin()).blockNumber() + 1;
}

int ChangelogEditor::lastLine() const
{
    return document()->findBlock(end()).blockNumber() + 1;
}

void ChangelogEditor::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
    setTextCursor(QTextCursor(block));
    centerCursor();
}

/// The section's heading comes to the top, with a little of what stands above it.
void ChangelogEditor::showBody()
{
    QTextCursor cursor(document());
    cursor.setPosition(isLocked() ? 0 : begin());
    setTextCursor(cursor);
    // Until the widget has its size, one block counts as one line.
    verticalScrollBar()->setValue(std::max(0, m_headingLine - 5));
}

QTextCursor ChangelogEditor::cursorOf(const Words &words) const
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(words.line, 1, blockCount()) - 1);
    const int last = block.length() - 1;
    const int from = std::clamp(words.column - 1, 0, last);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + from);
    cursor.setPosition(block.position() + std::clamp(from + words.length, from, last), QTextCursor::KeepAnchor);
    return cursor;
}

void ChangelogEditor::select(const Words &words)
{
    setTextCursor(cursorOf(words));
    centerCursor();
}

void ChangelogEditor::setProblems(const QMap<int, Severity> &lines, const QList<Words> &words)
{
    QList<QTextEdit::ExtraSelection> waves;
    for (const Words &part : words) {
        QTextEdit::ExtraSelection wave;
        wave.cursor = cursorOf(part);
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(theme::stateColor(theme::stateOf(part.severity), palette()));
        waves.append(wave);
    }
    if (!waves.isEmpty() || !extraSelections().isEmpty())
        setExtraSelections(waves);
    if (lines == m_problems)
        return;
    m_problems = lines;
    m_gutter->update();
}

bool ChangelogEditor::isEditable(const QTextCursor &cursor) const
{
    return !isLocked() && cursor.selectionStart() >= begin() && cursor.selectionEnd() <= end();
}

bool ChangelogEditor::isEditableLine(const QTextBlock &block) const
{
    return !isLocked() && block.position() >= begin() && block.position() <= end();
}

/// The last defense: whatever changed a locked line (an assistive tool, a key that nobody thought of) is taken back.
void ChangelogEditor::guard(int position, int, int added)
{
    if (isLocked() || m_isLoading || (position >= begin() && position + added <= end()))
        return;
    if (!isIntact())
        QMetaObject::invokeMethod(this, &ChangelogEditor::restoreLockedLines, Qt::QueuedConnection);
}

bool ChangelogEditor::isIntact() const
{
    const QString raw = document()->toRawText();
    return raw.size() >= m_before.size() + m_after.size() && raw.startsWith(m_before) && raw.endsWith(m_after);
}

void ChangelogEditor::restoreLockedLines()
{
    if (isIntact())
        return;
    undo();
    refuse();
}

void ChangelogEditor::refuse()
{
    Q_EMIT lockedLinesTouched();
}

void ChangelogEditor::placeGutter()
{
    const int width = m_gutter->sizeHint().width();
    setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), width, area.height());
}

void ChangelogEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void ChangelogEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setPalette(palette());
    else if (event->type() == QEvent::FontChange)
        placeGutter();
}

} // namespace unmoor
