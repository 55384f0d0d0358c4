// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/words.h"
#include "ui/build/logview.h"

#include "ui/build/ansiformat.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What is painted of one line; copying takes all of it.
constexpr qsizetype mostPainted = 2000;
constexpr int barWidth = 3;

QString shownText(const QString &text)
{
    if (text.size() <= mostPainted)
        return text;
    return text.left(mostPainted)
        + Words::tr(" … %L1 more characters; copying takes them all").arg(text.size() - mostPainted);
}

} // namespace

QString LogView::timeText(qint64 msec) const
{
    if (msec < 0)
        return {};
    if (m_times == Times::Clock && m_log->startedAt() > 0)
        return QDateTime::fromMSecsSinceEpoch(m_log->startedAt() + msec).toString(u"HH:mm:ss"_s);
    const qint64 seconds = msec / 1000;
    const QString rest = u"%1"_s.arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(rest);
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(rest);
}

int LogView::gutterWidth() const
{
    return hasTimes() ? fontMetrics().horizontalAdvance(u"00:00:00"_s) + theme::space::s : 0;
}

int LogView::rowAtY(int y) const
{
    return std::max(0, (y + verticalScrollBar()->value()) / m_rowHeight);
}

qsizetype LogView::visibleRowCount() const
{
    return viewport()->height() / m_rowHeight + 1;
}

QRect LogView::rowRect(qsizetype row) const
{
    return {0, rowTop(row), viewport()->width(), m_rowHeight};
}

int LogView::rowTop(qsizetype row) const
{
    return int(row * m_rowHeight - verticalScrollBar()->value());
}

bool LogView::isSelected(qsizetype row) const
{
    const auto [first, last] = std::minmax(m_anchor, m_current);
    return m_current >= 0 && row >= first && row <= last;
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect gutter(0, 0, gutterWidth(), viewport()->height());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (m_rows.count() == 0) {
        const int margin = theme::space::m;
        painter.setPen(theme::color(theme::Role::SecondaryText, palette()));
        painter.drawText(viewport()->rect().adjusted(margin, 0, -margin, 0), int(Qt::AlignCenter) | Qt::TextWordWrap,
                         emptyText());
        return;
    }
    if (!gutter.isEmpty()) {
        painter.fillRect(gutter, palette().color(QPalette::Window));
        painter.fillRect(gutter.right() + 1, 0, 1, gutter.height(), theme::color(theme::Role::Line, palette()));
    }

    const int textWidthBefore = m_textWidth;
    const qsizetype end = std::min<qsizetype>(rowAtY(event->rect().bottom()) + 1, m_rows.count());
    for (qsizetype row = rowAtY(event->rect().top()); row < end; ++row) {
        const QRect rect(gutter.right() + 1, rowTop(row), viewport()->width() - gutter.width(), m_rowHeight);
        const LogLine line = shownRow(row).line;
        paintBackground(painter, rect, row, problemOfRow(row));
        if (!gutter.isEmpty())
            paintGutter(painter, QRect(0, rect.y(), gutter.width(), m_rowHeight), line);
        paintText(painter, rect, row);
        if (foldWidth() > 0)
            paintFold(painter, rect, row);
    }
    paintFocus(painter);
    if (m_textWidth != textWidthBefore)
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
}

LogEntry::Problem LogView::problemOfRow(qsizetype row) const
{
    const LogEntry::Problem own = shownRow(row).line.problem;
    const LogGroup *group = groupOfRow(row);
    if (!group || !m_rows.folds().isFolded(*group))
        return own;
    const LogEntry::Problem hidden = group->errors > 0 ? LogEntry::Problem::Error
        : group->warnings > 0                          ? LogEntry::Problem::Warning
                                                       : LogEntry::Problem::None;
    return std::max(own, hidden);
}

void LogView::paintBackground(QPainter &painter, const QRect &rect, qsizetype row, LogEntry::Problem problem) const
{
    const bool isProblem = problem != LogEntry::Problem::None;
    const bool isError = problem == LogEntry::Problem::Error;
    if (isSelected(row))
        painter.fillRect(rect, theme::color(theme::Role::Selection, palette()));
    else if (isProblem)
        painter.fillRect(rect, theme::color(isError ? theme::Role::ErrorTint : theme::Role::WarningTint, palette()));
    if (isProblem)
        painter.fillRect(QRect(rect.topLeft(), QSize(barWidth, rect.height())),
                         theme::stateColor(isError ? theme::State::Error : theme::State::Warning, palette()));
}

void LogView::paintGutter(QPainter &painter, const QRect &row, const LogLine &line) const
{
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() * 0.92 : -1);
    painter.setFont(font.pointSizeF() > 0 ? font : this->font());
    painter.setPen(theme::color(theme::Role::SecondaryText, palette()));
    painter.drawText(row.adjusted(0, 0, -theme::space::s, 0), Qt::AlignRight | Qt::AlignVCenter, timeText(line.msec));
}

void LogView::paintText(QPainter &painter, const QRect &rect, qsizetype row)
{
    const AnsiText &parsed = shownRow(row).text;
    const QString text = shownText(parsed.text);
    QTextLayout layout(text, font(), viewport());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setFormats(formatsOf(parsed.spans, mostPainted, palette()));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();

    QList<QTextLayout::FormatRange> hits;
    QTextCharFormat hitFormat;
    hitFormat.setBackground(theme::stateColor(theme::State::Warning, palette()));
    hitFormat.setForeground(palette().color(QPalette::Base));
    for (const LogHit &hit : m_matcher.hitsIn(text.left(mostPainted)))
        hits.append({int(hit.start), int(hit.length), hitFormat});

    const int inset = theme::space::m;
    const QString folded = foldedText(row);
    const int width = int(line.naturalTextWidth()) + 2 * inset;
    m_textWidth = std::max(m_textWidth, folded.isEmpty() ? width : width + fontMetrics().horizontalAdvance(folded));
    painter.save();
    painter.setClipRect(rect.adjusted(barWidth + foldWidth(), 0, 0, 0));
    const bool isEnd = foldWidth() > 0 && m_rows.folds().isEnd(m_rows.lineAt(row));
    const QColor secondary = theme::color(theme::Role::SecondaryText, palette());
    painter.setPen(isEnd ? secondary : palette().color(QPalette::Text));
    const int left = rect.x() + foldWidth() + inset - horizontalScrollBar()->value();
    layout.draw(&painter, QPointF(left, rect.y() + (rect.height() - line.height()) / 2), hits);
    if (!folded.isEmpty()) {
        painter.setPen(secondary);
        painter.setFont(theme::font(theme::Type::Secondary));
        painter.drawText(QRect(left + width - inset, rect.y(), rect.width(), rect.height()),
                         int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, folded);
    }
    painter.restore();
}

/// The sign of a group beside its name, and a line along what is in it.
void LogView::paintFold(QPainter &painter, const QRect &rect, qsizetype row) const
{
    const QRect place(rect.x() + barWidth, rect.y(), foldWidth(), rect.height());
    const int side = theme::rowHeight(12);
    if (isGroup(row)) {
        theme::symbol(isFolded(row) ? u"chevron-right"_s : u"chevron-down"_s)
            .paint(&painter, QRect(place.center().x() - side / 2 + 1, place.center().y() - side / 2 + 1, side, side));
        return;
    }
    const qsizetype line = m_rows.lineAt(row);
    if (!m_rows.folds().groupAround(line))
        return;
    const int x = place.center().x() + 1;
    const QColor color = theme::color(theme::Role::Line, palette());
    const bool isEnd = m_rows.folds().isEnd(line);
    painter.fillRect(x, place.top(), 1, isEnd ? place.height() / 2 : place.height(), color);
    if (isEnd)
        painter.fillRect(x, place.top() + place.height() / 2, side / 2, 1, color);
}

void LogView::paintFocus(QPainter &painter) const
{
    if (!hasFocus())
        return;
    painter.setPen(QPen(theme::color(theme::Role::Accent, palette()), 2));
    painter.setBrush(Qt::NoBrush);
    if (m_current >= 0) {
        const QRect row(gutterWidth() + 1, rowTop(m_current), viewport()->width() - gutterWidth() - 2, m_rowHeight);
        painter.drawRect(row.adjusted(1, 1, -1, -1));
    } else {
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace unmoor
