// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/diffview.h"

#include "ui/theme/theme.h"

#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostDiffLines = 9;

QChar signOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Same:
        return u' ';
    case DiffLine::Kind::Removed:
        return u'-';
    case DiffLine::Kind::Added:
        return u'+';
    }
    Q_UNREACHABLE_RETURN(u' ');
}

} // namespace

DiffView::DiffView(const QList<DiffLine> &diff, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_diff(diff)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(theme::font(theme::Type::Mono));
    setTabChangesFocus(true);
    if (diff.size() <= mostDiffLines)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    QStringList lines;
    for (const DiffLine &line : diff)
        lines += u"%1 %2  %3"_s.arg(line.line, 5).arg(signOf(line.kind)).arg(line.text);
    setPlainText(lines.join(u'\n'));
    tintLines();
}

void DiffView::tintLines()
{
    QList<QTextEdit::ExtraSelection> tints;
    const double share = theme::isDark(palette()) ? 0.16 : 0.09;
    for (QTextBlock block = document()->begin(); block.isValid() && block.blockNumber() < m_diff.size();
         block = block.next()) {
        const auto kind = m_diff[block.blockNumber()].kind;
        QTextEdit::ExtraSelection line{QTextCursor(block), {}};
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        if (kind == DiffLine::Kind::Same) {
            line.cursor.select(QTextCursor::LineUnderCursor);
            line.format.setForeground(theme::color(theme::Role::SecondaryText, palette()));
        } else {
            const bool removed = kind == DiffLine::Kind::Removed;
            QColor tint = theme::stateColor(removed ? theme::State::Error : theme::State::Done, palette());
            tint.setAlphaF(float(share));
            line.format.setBackground(tint);
        }
        tints += line;
    }
    setExtraSelections(tints);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tintLines();
}

int DiffView::heightOf(int lines) const
{
    return lines * (fontMetrics().lineSpacing() + 1) + 2 * (frameWidth() + int(document()->documentMargin()));
}

QSize DiffView::sizeHint() const
{
    return {400, heightOf(qBound(1, int(m_diff.size()), mostDiffLines))};
}

QSize DiffView::minimumSizeHint() const
{
    return {100, heightOf(qBound(1, int(m_diff.size()), 3))};
}

} // namespace unmoor
