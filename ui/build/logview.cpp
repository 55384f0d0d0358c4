// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/logview.h"

#include "build/logaccessible.h"
#include "build/logscrollbar.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTimerEvent>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype linesPerPiece = 500;
constexpr qint64 msecPerSlice = 8;

} // namespace

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_bar(new LogScrollBar(Qt::Vertical))
{
    installLogAccessibility();
    setVerticalScrollBar(m_bar);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Build log"));
    setMinimumHeight(80);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    updateMetrics();
}

void LogView::setLog(const QList<LogLine> *lines)
{
    m_lines = lines;
    m_index.clear();
    m_parsed.clear();
    m_following = true;
    m_textWidth = 0;
    setFilter(m_rows.filter());
    Q_EMIT followingChanged(true);
    Q_EMIT problemsChanged();
}

void LogView::setFilter(std::optional<qint32> derivation)
{
    m_rows.setFilter(derivation);
    m_find.restart();
    m_current = m_anchor = -1;
    refresh();
    updateTicks();
    viewport()->update();
    Q_EMIT findChanged();
    Q_EMIT currentRowChanged(-1);
}

void LogView::refresh()
{
    if (m_lines && m_lines->size() < m_rows.linesRead())
        return setLog(m_lines); // another log in the same place
    if (m_lines)
        m_rows.extend(*m_lines);
    updateScrollBars();
    followIfWanted();
    m_work.start(0, this);
    viewport()->update();
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_work.timerId())
        work();
    else
        QAbstractScrollArea::timerEvent(event);
}

void LogView::work()
{
    static const QList<LogLine> none;
    const QList<LogLine> &lines = m_lines ? *m_lines : none;
    const qsizetype problemsBefore = m_index.problems().size();
    const qsizetype hitsBefore = hitCount();
    QElapsedTimer timer;
    timer.start();
    bool more = true;
    while (more && timer.elapsed() < msecPerSlice) {
        const bool moreToIndex = m_index.extend(lines, linesPerPiece);
        const bool moreToFind = m_find.extend(lines, m_rows, linesPerPiece);
        more = moreToIndex || moreToFind;
    }
    if (!more)
        m_work.stop();
    goToWantedHit();
    if (m_index.problems().size() != problemsBefore) {
        updateTicks();
        viewport()->update();
        Q_EMIT problemsChanged();
    }
    if (hitCount() != hitsBefore || !more) {
        viewport()->update();
        Q_EMIT findChanged();
    }
}

/// While the search runs, only a hit further down will do; the search may still find one.
void LogView::goToWantedHit()
{
    if (!m_wantsHit)
        return;
    const qsizetype row = m_find.next(m_findFrom, true);
    if (row > m_findFrom || (row >= 0 && isSettled())) {
        m_wantsHit = false;
        setCurrentRow(row);
        Q_EMIT findChanged();
    }
}

void LogView::setFollowing(bool following)
{
    if (m_following != following) {
        m_following = following;
        Q_EMIT followingChanged(following);
    }
    followIfWanted();
}

void LogView::followIfWanted()
{
    if (!m_following)
        return;
    m_adjusting = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_adjusting = false;
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
    noteScrolled();
    Q_EMIT scrolled();
}

/// Scrolling away from the end holds; scrolling back to it follows again.
void LogView::noteScrolled()
{
    if (m_adjusting)
        return;
    const bool atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    if (atEnd == m_following)
        return;
    m_following = atEnd;
    Q_EMIT followingChanged(atEnd);
}

void LogView::updateMetrics()
{
    setFont(theme::font(theme::Type::Mono));
    m_rowHeight = theme::rowHeight(theme::size::logLine, theme::Type::Mono);
    m_textWidth = 0;
    updateScrollBars();
}

void LogView::updateScrollBars()
{
    m_adjusting = true;
    const int height = viewport()->height();
    const qint64 content = qint64(m_rows.count()) * m_rowHeight + theme::space::s;
    verticalScrollBar()->setRange(0, int(std::clamp<qint64>(content - height, 0, std::numeric_limits<int>::max())));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(m_rowHeight);
    const int room = viewport()->width() - gutterWidth();
    horizontalScrollBar()->setRange(0, std::max(0, m_textWidth - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    m_adjusting = false;
}

void LogView::updateTicks()
{
    QList<ScrollTick> ticks;
    const double count = double(std::max<qsizetype>(m_rows.count(), 1));
    const double nearest = 1.0 / std::max(1, viewport()->height());
    for (const LogProblem &problem : m_index.problems()) {
        if (!problem.isHead)
            continue;
        const qsizetype row = m_rows.rowFrom(problem.line);
        if (row >= m_rows.count() || m_rows.lineAt(row) != problem.line)
            continue;
        const ScrollTick tick{double(row) / count, problem.severity};
        if (!ticks.isEmpty() && tick.position - ticks.last().position < nearest) {
            if (tick.severity == Severity::Error)
                ticks.last().severity = Severity::Error;
            continue;
        }
        ticks.append(tick);
    }
    m_bar->setTicks(ticks);
}

void LogView::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
    followIfWanted();
    updateTicks();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        updateMetrics();
}

void LogView::setNeedle(const QString &needle)
{
    if (needle == m_find.needle())
        return;
    m_find.setNeedle(needle);
    m_wantsHit = !needle.isEmpty();
    m_findFrom = (m_current >= 0 ? m_current : firstVisibleRow()) - 1; // a hit that is current may stay so
    m_work.start(0, this);
    viewport()->update();
    Q_EMIT findChanged();
}

void LogView::findNext(bool forward)
{
    const qsizetype from = m_current >= 0 ? m_current : firstVisibleRow() - 1;
    const qsizetype row = m_find.next(from, forward);
    if (row < 0)
        return;
    setCurrentRow(row);
    Q_EMIT findChanged();
}

qsizetype LogView::hitNumber() const
{
    const auto found = std::ranges::lower_bound(m_find.rows(), m_current);
    return found != m_find.rows().cend() && *found == m_current ? found - m_find.rows().cbegin() + 1 : 0;
}

void LogView::goToProblem(bool forward)
{
    QList<qsizetype> rows;
    for (const LogProblem &problem : m_index.problems()) {
        const qsizetype row = m_rows.rowFrom(problem.line);
        if (problem.isHead && row < m_rows.count() && m_rows.lineAt(row) == problem.line)
            rows.append(row);
    }
    if (rows.isEmpty())
        return;
    qsizetype target = forward ? rows.first() : rows.last();
    if (forward) {
        if (const auto next = std::ranges::upper_bound(rows, m_current); next != rows.cend())
            target = *next;
    } else if (const auto next = std::ranges::lower_bound(rows, m_current); next != rows.cbegin()) {
        target = *std::prev(next);
    }
    setCurrentRow(target);
}

void LogView::setCurrentRow(qsizetype row, bool select)
{
    if (m_rows.count() == 0)
        return;
    m_current = std::clamp<qsizetype>(row, 0, m_rows.count() - 1);
    if (!select || m_anchor < 0)
        m_anchor = m_current;
    showRow(m_current);
    viewport()->update();
    announceCurrent();
    Q_EMIT currentRowChanged(m_current);
}

void LogView::showRow(qsizetype row)
{
    const int top = rowTop(row);
    const int height = viewport()->height();
    QScrollBar *bar = verticalScrollBar();
    const int margin = std::min(3 * m_rowHeight, height / 4); // keeps what is around a hit in sight
    if (top < 0)
        bar->setValue(bar->value() + top - margin);
    else if (top + m_rowHeight > height)
        bar->setValue(bar->value() + top + m_rowHeight - height + margin);
    else if (row + 1 < m_rows.count())
        setFollowing(false);
}

void LogView::announceCurrent()
{
    QAccessibleValueChangeEvent event(this, textOfRow(m_current));
    QAccessible::updateAccessibility(&event);
}

QString LogView::selectedText() const
{
    if (m_current < 0 || !m_lines)
        return {};
    const auto [first, last] = std::minmax(m_anchor, m_current);
    QString text;
    for (qsizetype row = first; row <= last; ++row)
        text += textOfRow(row) + u'\n';
    if (first == last)
        text.chop(1);
    return text;
}

void LogView::copy() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void LogView::selectAll()
{
    if (m_rows.count() == 0)
        return;
    m_anchor = 0;
    m_current = m_rows.count() - 1;
    viewport()->update();
    Q_EMIT currentRowChanged(m_current);
}

qsizetype LogView::firstVisibleRow() const
{
    return std::min<qsizetype>(verticalScrollBar()->value() / m_rowHeight, m_rows.count() - 1);
}

const LogLine *LogView::lineAtRow(qsizetype row) const
{
    return m_lines && row >= 0 && row < m_rows.count() ? &m_lines->at(m_rows.lineAt(row)) : nullptr;
}

QString LogView::textOfRow(qsizetype row) const
{
    const LogLine *line = lineAtRow(row);
    return line ? plainLine(line->text) : QString();
}

} // namespace unmoor
