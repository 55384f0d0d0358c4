// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/changelogeditor.h"

#include "ui/notes/documenttext.h"
#include "ui/notes/linegutter.h"
#include "ui/notes/markdownhighlighter.h"
#include "ui/theme/theme.h"

#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

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

constexpr qsizetype mostAtOnce = 256 * 1024; // characters outside the body that are laid out at once
constexpr int linesAround = 300;

/// Where the \a line of \a text begins, 1-based.
qsizetype lineBegin(const QString &text, int line)
{
    qsizetype position = 0;
    for (int i = 1; i < line; ++i)
        position = text.indexOf(u'\n', position) + 1;
    return position;
}

/// Where the last linesAround lines of \a text, which ends with a line end, begin.
qsizetype lastLinesBegin(const QString &text)
{
    qsizetype position = text.size() - 1;
    for (int i = 0; i < linesAround && position > 0; ++i)
        position = text.lastIndexOf(u'\n', position - 1);
    return position + 1;
}

qsizetype firstLinesEnd(const QString &text)
{
    qsizetype position = 0;
    for (int i = 0; i < linesAround; ++i) {
        position = text.indexOf(u'\n', position + 1);
        if (position < 0)
            return text.size();
    }
    return position;
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
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ChangelogEditor::showMoreAtEnds);
    placeGutter();
}

void ChangelogEditor::setText(const EditableText &text)
{
    const QTextCursor old = textCursor();
    const int line = lineOf(old.block());
    const int column = old.positionInBlock();
    const int scrolled = topLine();
    load(text, text.headingLine == 0 || text.before.size() + text.after.size() < mostAtOnce);
    QTextCursor cursor(document()->findBlockByNumber(std::clamp(line - 1 - m_hiddenLines, 0, blockCount() - 1)));
    cursor.setPosition(cursor.block().position() + std::min(column, cursor.block().length() - 1));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scrolled - 1 - m_hiddenLines);
}

void ChangelogEditor::load(const EditableText &text, bool whole)
{
    const qsizetype from = whole ? 0 : lastLinesBegin(text.before);
    const qsizetype to = whole ? text.after.size() : firstLinesEnd(text.after);
    m_hiddenBefore = text.before.first(from);
    m_hiddenAfter = text.after.sliced(to);
    m_hiddenLines = int(m_hiddenBefore.count(u'\n'));
    m_before = toDocument(text.before.sliced(from));
    m_after = toDocument(text.after.first(to));
    m_loadedBody = text.body;
    m_headingLine = text.headingLine;
    m_highlighter->setPart(isLocked() ? -1 : int(lineBegin(text.before.sliced(from), m_headingLine - m_hiddenLines)),
                           int(m_after.size()));
    setReadOnly(isLocked());
    m_isLoading = true;
    setPlainText(m_before + toDocument(text.body) + m_after);
    m_isLoading = false;
    m_gutter->update();
}

/// What was typed stays, as one step that can be undone.
void ChangelogEditor::showWhole()
{
    if (isWhole())
        return;
    const QString typed = body();
    const EditableText text{m_hiddenBefore + fromDocument(m_before), m_loadedBody,
                            fromDocument(m_after) + m_hiddenAfter, m_headingLine};
    const int hidden = m_hiddenLines;
    const int block = textCursor().blockNumber() + hidden;
    const int column = textCursor().positionInBlock();
    const int scrolled = verticalScrollBar()->value() + hidden;
    load(text, true);
    setBody(typed);
    QTextCursor cursor(document()->findBlockByNumber(block));
    cursor.setPosition(cursor.position() + column);
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scrolled);
}

void ChangelogEditor::showMoreAtEnds()
{
    const QScrollBar *bar = verticalScrollBar();
    const bool isAtEnd = (bar->value() == 0 && !m_hiddenBefore.isEmpty())
        || (bar->value() == bar->maximum() && bar->maximum() > 0 && !m_hiddenAfter.isEmpty());
    if (isAtEnd && !m_isLoading && isVisible())
        QMetaObject::invokeMethod(this, &ChangelogEditor::showWhole, Qt::QueuedConnection);
}

bool ChangelogEditor::holdsAround(const EditableText &text) const
{
    return m_headingLine == text.headingLine && m_hiddenBefore + fromDocument(m_before) == text.before
        && fromDocument(m_after) + m_hiddenAfter == text.after;
}

void ChangelogEditor::setBody(const QString &body)
{
    if (isLocked() || body == this->body())
        return;
    // Only what differs: the caret and the lines around it stay where they are.
    const QString now = toDocument(this->body());
    const QString then = toDocument(body);
    const auto [inNow, inThen] = std::ranges::mismatch(now, then);
    const qsizetype head = inNow - now.begin();
    const qsizetype most = std::min(now.size(), then.size()) - head;
    qsizetype tail = 0;
    while (tail < most && now[now.size() - 1 - tail] == then[then.size() - 1 - tail])
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(begin() + int(head));
    cursor.setPosition(begin() + int(now.size() - tail), QTextCursor::KeepAnchor);
    cursor.beginEditBlock();
    cursor.insertText(then.sliced(head, then.size() - tail - head));
    cursor.endEditBlock();
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
    return m_hiddenBefore + fromDocument(document()->toRawText()) + m_hiddenAfter;
}

int ChangelogEditor::lineOf(const QTextBlock &block) const
{
    return block.blockNumber() + 1 + m_hiddenLines;
}

int ChangelogEditor::topLine() const
{
    return lineOf(firstVisibleBlock());
}

int ChangelogEditor::lineCount() const
{
    return m_hiddenLines + blockCount();
}

int ChangelogEditor::end() const
{
    return document()->characterCount() - 1 - int(m_after.size());
}

int ChangelogEditor::firstLine() const
{
    return lineOf(document()->findBlock(begin()));
}

int ChangelogEditor::lastLine() const
{
    return lineOf(document()->findBlock(end()));
}

void ChangelogEditor::goToLine(int line)
{
    if (line <= m_hiddenLines || line > lineCount())
        showWhole();
    const int number = std::clamp(line - 1 - m_hiddenLines, 0, blockCount() - 1);
    setTextCursor(QTextCursor(document()->findBlockByNumber(number)));
    centerCursor();
}

void ChangelogEditor::scrollToLine(int line)
{
    // The scroll bar counts lines as they are wrapped.
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line - 1 - m_hiddenLines, 0, blockCount() - 1));
    verticalScrollBar()->setValue(block.firstLineNumber());
}

/// The section's heading comes to the top, with a little of what stands above it.
void ChangelogEditor::showBody()
{
    QTextCursor cursor(document());
    cursor.setPosition(isLocked() ? 0 : begin());
    setTextCursor(cursor);
    // Until the widget has its size, one block counts as one line.
    verticalScrollBar()->setValue(std::max(0, m_headingLine - m_hiddenLines - 5));
}

QTextCursor ChangelogEditor::cursorOf(const Words &words) const
{
    const QTextBlock block =
        document()->findBlockByNumber(std::clamp(words.line - 1 - m_hiddenLines, 0, blockCount() - 1));
    const int last = block.length() - 1;
    const int from = std::clamp(words.column - 1, 0, last);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + from);
    cursor.setPosition(block.position() + std::clamp(from + words.length, from, last), QTextCursor::KeepAnchor);
    return cursor;
}

void ChangelogEditor::select(const Words &words)
{
    if (words.line <= m_hiddenLines || words.line > lineCount())
        showWhole();
    setTextCursor(cursorOf(words));
    centerCursor();
}

void ChangelogEditor::setProblems(const QMap<int, Severity> &lines, const QList<Words> &words)
{
    QList<QTextEdit::ExtraSelection> waves;
    for (const Words &part : words) {
        if (part.line <= m_hiddenLines || part.line > lineCount())
            continue;
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
