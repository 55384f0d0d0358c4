// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/logview.h"

#include "ui/build/logaccessible.h"
#include "ui/build/logscrollbar.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <utility>

using namespace Qt::StringLiterals;

namespace unmoor {

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
    connect(&m_search, &LogSearch::progressed, this, &LogView::noteSearched);
}

void LogView::setLog(std::shared_ptr<const LogStore> log)
{
    m_log = std::move(log);
    m_problems = 0;
    m_following = true;
    m_textWidth = 0;
    setFilter(m_rows.filter());
    Q_EMIT followingChanged(true);
    Q_EMIT problemsChanged();
}

void LogView::setGrowing(bool growing)
{
    if (std::exchange(m_growing, growing) != growing && m_rows.count() == 0)
        viewport()->update();
}

QString LogView::emptyText() const
{
    if (m_rows.count() > 0)
        return {};
    if (m_log && m_log->lineCount() > 0)
        return tr("None of the %n lines is of this kind.", nullptr, int(m_log->lineCount()));
    return m_growing ? tr("No line yet.") : tr("No log lines. A build of what is there already writes none.");
}

void LogView::setFilter(const LogFilter &filter)
{
    m_rows.setLog(m_log, filter);
    m_shown.clear();
    m_current = m_anchor = m_pressed = -1;
    restartSearch();
    refresh();
    updateTicks();
    Q_EMIT findChanged();
    Q_EMIT currentRowChanged(-1);
}

void LogView::refresh()
{
    changeRows([this] { m_rows.extend(); });
    m_search.extend();
    followIfWanted();
    viewport()->update();
    const int problems = problemCount(LogEntry::Problem::Error) + problemCount(LogEntry::Problem::Warning);
    if (problems > 0)
        updateTicks(); // they move as the log grows
    if (std::exchange(m_problems, problems) != problems)
        Q_EMIT problemsChanged();
}

/// Where groups are opened or folded other rows get other numbers: what is current, selected and in sight stays so.
void LogView::changeRows(const std::function<void()> &change)
{
    const qsizetype topRow = firstVisibleRow();
    const bool canMove = m_rows.filter().isAll();
    const auto lineOf = [this, canMove](qsizetype row) { return row < 0 || !canMove ? row : m_rows.lineAt(row); };
    const auto rowOf = [this, canMove](qsizetype line) { return line < 0 || !canMove ? line : m_rows.rowOf(line); };
    const qsizetype current = lineOf(m_current);
    const qsizetype anchor = lineOf(m_anchor);
    const qsizetype top = lineOf(topRow);
    const int value = verticalScrollBar()->value(); // before a shorter log cuts it down
    change();
    updateScrollBars();
    m_current = rowOf(current);
    m_anchor = rowOf(anchor);
    const qsizetype moved = rowOf(top) - topRow;
    if (moved == 0)
        return;
    m_adjusting = true;
    verticalScrollBar()->setValue(value + int(moved * m_rowHeight));
    m_adjusting = false;
}

void LogView::goToLine(qsizetype line)
{
    changeRows([this, line] {
        if (m_rows.reveal(line))
            updateTicks();
    });
    setCurrentRow(m_rows.rowFrom(line));
}

const LogGroup *LogView::groupOfRow(qsizetype row) const
{
    return row >= 0 && row < m_rows.count() ? m_rows.folds().groupAt(m_rows.lineAt(row)) : nullptr;
}

bool LogView::isFolded(qsizetype row) const
{
    const LogGroup *group = groupOfRow(row);
    return group && m_rows.folds().isFolded(*group);
}

void LogView::setFolded(qsizetype row, bool folded)
{
    if (!isGroup(row) || isFolded(row) == folded)
        return;
    setFollowing(false); // the group stays where the person looks at it
    changeRows([this, row, folded] { m_rows.setFolded(m_rows.lineAt(row), folded); });
    updateTicks();
    viewport()->update();
    QAccessible::State changed;
    changed.expanded = changed.collapsed = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
    announceCurrent();
    Q_EMIT scrolled();
}

void LogView::setAllFolded(bool folded)
{
    setFollowing(false);
    changeRows([this, folded] { m_rows.setAllFolded(folded); });
    updateTicks();
    viewport()->update();
    Q_EMIT scrolled();
}

QString LogView::foldedText(qsizetype row) const
{
    const LogGroup *group = groupOfRow(row);
    if (!group || !m_rows.folds().isFolded(*group))
        return {};
    QStringList words;
    const qsizetype lines = m_rows.folds().linesBelow(*group);
    words += lines == 1 ? tr("1 line") : tr("%L1 lines").arg(lines);
    if (group->errors > 0)
        words += group->errors == 1 ? tr("1 error") : tr("%L1 errors").arg(group->errors);
    if (group->warnings > 0)
        words += group->warnings == 1 ? tr("1 warning") : tr("%L1 warnings").arg(group->warnings);
    return words.join(u", "_s);
}

QString LogView::spokenRow(qsizetype row) const
{
    const QString text = textOfRow(row);
    if (!isGroup(row))
        return text;
    return isFolded(row) ? tr("%1, folded: %2").arg(text, foldedText(row)) : tr("%1, open").arg(text);
}

void LogView::restartSearch()
{
    m_search.start(m_log, m_rows.filter(), m_matcher);
}

void LogView::noteSearched()
{
    goToWantedHit();
    viewport()->update();
    Q_EMIT findChanged();
}

/// While the search runs, only a hit further down will do, and only where all before it is searched.
void LogView::goToWantedHit()
{
    if (!m_wantsHit)
        return;
    const qsizetype line = m_search.hits().next(m_findFrom, true);
    const bool isNext = line > m_findFrom && line < m_search.linesSearched();
    if (!isNext && !(line >= 0 && isSettled()))
        return;
    m_wantsHit = false;
    goToLine(line);
    Q_EMIT findChanged();
}

void LogView::setTimes(Times times)
{
    m_times = times;
    updateScrollBars();
    viewport()->update();
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
    const int room = viewport()->width() - gutterWidth() - foldWidth();
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
    const QList<LogProblem> problems = m_log ? m_log->problems() : QList<LogProblem>();
    for (const LogProblem &problem : problems) {
        const bool isError = problem.problem == LogEntry::Problem::Error;
        if (!m_rows.filter().accepts(problem.derivation, problem.problem))
            continue;
        const double position = double(m_rows.rowOf(problem.line)) / count;
        if (position > 1)
            break; // not among the rows yet
        if (!ticks.isEmpty() && position - ticks.last().position < nearest) {
            if (isError)
                ticks.last().severity = Severity::Error;
            continue;
        }
        ticks.append({position, isError ? Severity::Error : Severity::Warning});
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

void LogView::setMatcher(const LogMatcher &matcher)
{
    if (matcher == m_matcher)
        return;
    m_matcher = matcher;
    m_wantsHit = !matcher.isEmpty();
    // A hit that is current may stay so.
    m_findFrom = m_rows.lineAt(m_current >= 0 ? m_current : std::max<qsizetype>(firstVisibleRow(), 0)) - 1;
    restartSearch();
    viewport()->update();
    Q_EMIT findChanged();
}

void LogView::findNext(bool forward)
{
    const qsizetype from =
        m_current >= 0 ? currentLine() : m_rows.lineAt(std::max<qsizetype>(firstVisibleRow(), 0)) - 1;
    const qsizetype line = m_search.hits().next(from, forward);
    if (line < 0)
        return;
    goToLine(line);
    Q_EMIT findChanged();
}

qsizetype LogView::hitNumber() const
{
    return m_search.hits().numberOf(currentLine());
}

void LogView::goToProblem(bool forward)
{
    QList<LogProblem> problems = m_log ? m_log->problems() : QList<LogProblem>();
    problems.removeIf([this](const LogProblem &problem) {
        return !m_rows.filter().accepts(problem.derivation, problem.problem) || !m_rows.isKnown(problem.line);
    });
    if (problems.isEmpty())
        return;
    const auto next = std::ranges::upper_bound(problems, currentLine(), {}, &LogProblem::line);
    const auto from = std::ranges::lower_bound(problems, currentLine(), {}, &LogProblem::line);
    const LogProblem &target = forward ? (next == problems.cend() ? problems.first() : *next)
                                       : (from == problems.cbegin() ? problems.last() : *std::prev(from));
    goToLine(target.line);
}

bool LogView::goToFirstError()
{
    const QList<LogProblem> problems = m_log ? m_log->problems() : QList<LogProblem>();
    const auto first = std::ranges::find_if(problems, [this](const LogProblem &problem) {
        return problem.problem == LogEntry::Problem::Error
            && m_rows.filter().accepts(problem.derivation, problem.problem) && m_rows.isKnown(problem.line);
    });
    if (first == problems.cend())
        return false;
    setFollowing(false);
    goToLine(first->line);
    return true;
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
    QAccessibleValueChangeEvent event(this, spokenRow(m_current));
    QAccessible::updateAccessibility(&event);
    if (!QAccessible::isActive())
        return;
    QAccessibleTextCursorEvent moved(this,
                                     QAccessible::queryAccessibleInterface(this)->textInterface()->cursorPosition());
    QAccessible::updateAccessibility(&moved);
}

QString LogView::selectedText() const
{
    if (m_current < 0 || !m_log)
        return {};
    const auto [first, last] = std::minmax(m_anchor, m_current);
    LogRecords records = m_log->records();
    QString text;
    const auto add = [&](qsizetype line) { text += plainLine(records.text(m_log->entry(line))) + u'\n'; };
    qsizetype lines = last - first + 1;
    if (m_rows.filter().isAll()) {
        const qsizetype from = m_rows.lineAt(first);
        lines = (last + 1 < m_rows.count() ? m_rows.lineAt(last + 1) : m_rows.lineCount()) - from;
        for (qsizetype i = 0; i < lines; ++i)
            add(from + i);
    } else {
        for (qsizetype row = first; row <= last; ++row)
            add(m_rows.lineAt(row));
    }
    if (lines == 1)
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

const LogView::Shown &LogView::shownRow(qsizetype row) const
{
    const qsizetype number = m_rows.lineAt(row);
    Shown *shown = m_shown.object(number);
    if (!shown) {
        LogLine line = m_log->line(number);
        if (m_rows.folds().groupAt(number))
            line.text.remove(0, LogMarker::groupWords(line.text).size());
        AnsiText text = parseAnsi(line.text);
        // Lines of any length are kept, the longer the fewer.
        const qsizetype cost = std::clamp<qsizetype>(text.text.size() / 500, 1, 100);
        shown = new Shown{std::move(line), std::move(text)};
        m_shown.insert(number, shown, cost);
    }
    return *shown;
}

QString LogView::textOfRow(qsizetype row) const
{
    return m_log && row >= 0 && row < m_rows.count() ? shownRow(row).text.text : QString();
}

} // namespace unmoor
