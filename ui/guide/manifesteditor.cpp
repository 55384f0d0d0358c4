// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/manifesteditor.h"

#include "ui/guide/tomlhighlighter.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextEdit>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

/// The numbers of the lines, and the shape of an error beside one.
class ManifestEditor::Numbers : public QWidget
{
public:
    explicit Numbers(ManifestEditor *editor)
        : QWidget(editor)
        , m_editor(*editor)
    {
    }

    int wanted() const
    {
        const QString widest(std::max<qsizetype>(2, QString::number(m_editor.blockCount()).size()), u'9');
        return theme::space::s + m_editor.fontMetrics().horizontalAdvance(widest) + theme::space::xs
            + theme::size::icon;
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
        painter.setFont(m_editor.font());
        for (QTextBlock block = m_editor.firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF rect = m_editor.blockBoundingGeometry(block).translated(m_editor.contentOffset());
            if (rect.top() > event->rect().bottom())
                break;
            paintLine(painter, block.blockNumber() + 1, rect.top());
        }
    }

private:
    void paintLine(QPainter &painter, int line, double top) const
    {
        const QRectF row(0, top, width() - theme::size::icon, m_editor.fontMetrics().height());
        const bool isMarked = m_editor.m_problem && m_editor.m_problem->line == line;
        painter.setPen(isMarked ? theme::stateTextColor(theme::State::Error, palette())
                                : theme::color(theme::Role::SecondaryText, palette()));
        painter.drawText(row, int(Qt::AlignRight | Qt::AlignVCenter), QString::number(line));
        const double side = theme::size::icon - 4;
        if (isMarked)
            theme::paintState(painter, QRectF(row.right() + 2, row.center().y() - side / 2, side, side),
                              theme::State::Error, palette());
    }

    ManifestEditor &m_editor;
};

ManifestEditor::ManifestEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new Numbers(this))
    , m_highlighter(new TomlHighlighter(document()))
{
    setFont(theme::font(theme::Type::Mono));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    m_highlighter->setPalette(palette());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &ManifestEditor::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this] { m_numbers->update(); });
    placeNumbers();
}

/// Not toPlainText(), which makes spaces of spaces that do not break.
QString ManifestEditor::toml() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

void ManifestEditor::setToml(const QString &toml)
{
    const QString before = this->toml();
    if (toml == before)
        return;
    const qsizetype most = std::min(toml.size(), before.size());
    const auto same = std::ranges::mismatch(QStringView(toml).first(most), QStringView(before).first(most));
    const qsizetype begin = same.in1 - QStringView(toml).begin();
    qsizetype tail = 0;
    while (tail < most - begin && toml.at(toml.size() - 1 - tail) == before.at(before.size() - 1 - tail))
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(int(begin));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(toml.sliced(begin, toml.size() - tail - begin));
}

void ManifestEditor::setProblem(const std::optional<ManifestProblem> &problem)
{
    m_problem = problem;
    markProblem();
    m_numbers->update();
}

QTextCursor ManifestEditor::problemCursor() const
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(m_problem->line, 1, blockCount()) - 1);
    const QString text = block.text();
    qsizetype column = 0;
    for (int i = 1; i < m_problem->column && column < text.size(); ++i)
        column += text.at(column).isHighSurrogate() ? 2 : 1;
    if (column == text.size())
        column = qMax<qsizetype>(0, column - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + int(column));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    return cursor;
}

void ManifestEditor::markProblem()
{
    if (!m_problem)
        return setExtraSelections({});
    QTextEdit::ExtraSelection line;
    line.format.setBackground(theme::color(theme::Role::ErrorTint, palette()));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = problemCursor();
    line.cursor.clearSelection();
    QTextEdit::ExtraSelection words;
    words.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    words.format.setUnderlineColor(theme::stateColor(theme::State::Error, palette()));
    words.cursor = problemCursor();
    setExtraSelections({line, words});
}

void ManifestEditor::showProblem()
{
    if (!m_problem)
        return;
    QTextCursor cursor = problemCursor();
    cursor.setPosition(cursor.anchor());
    setTextCursor(cursor);
    centerCursor();
}

void ManifestEditor::placeNumbers()
{
    const int wanted = m_numbers->wanted();
    const bool isLeft = layoutDirection() == Qt::LeftToRight;
    setViewportMargins(isLeft ? wanted : 0, 0, isLeft ? 0 : wanted, 0);
    const QRect inner = contentsRect();
    m_numbers->setGeometry(isLeft ? inner.left() : inner.right() - wanted + 1, inner.top(), wanted, inner.height());
}

void ManifestEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void ManifestEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        m_highlighter->setPalette(palette());
        markProblem();
    }
    if (event->type() == QEvent::FontChange && m_numbers)
        placeNumbers();
}

} // namespace unmoor
