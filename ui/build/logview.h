// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/ansitext.h"
#include "app/buildlog/logrows.h"
#include "app/buildlog/logsearch.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <functional>

namespace unmoor {

class LogScrollBar;

/// Shows the lines of a log that somebody else keeps. Only lines in sight are read and laid out, and what is looked for
/// is found by other threads, so a million lines stay usable at once.
///
/// It has the functions of a text view (place, selection, search) because none of Qt's holds that many lines, and a
/// file each for what is shown, painting, and keys and mouse.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(QWidget *parent = nullptr);

    enum class Times { SinceStart, Clock, None };

    void setLog(std::shared_ptr<const LogStore> log); ///< null: nothing to show
    const std::shared_ptr<const LogStore> &log() const { return m_log; }
    void refresh(); ///< the log has grown
    /// More of the log is still to come: that no line is there yet says nothing of the build.
    void setGrowing(bool growing);
    QString emptyText() const; ///< what stands in the place of lines; empty: there are some

    void setFilter(const LogFilter &filter);
    const LogFilter &filter() const { return m_rows.filter(); }
    qsizetype rowCount() const { return m_rows.count(); }
    qsizetype lineCount() const { return m_rows.lineCount(); } ///< with those that folded groups hide
    /// What the gutter says of each line, where the log has times.
    void setTimes(Times times);
    Times times() const { return m_times; }

    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }

    void setMatcher(const LogMatcher &matcher); ///< what to find
    void findNext(bool forward = true);
    qsizetype hitCount() const { return m_search.hits().count(); } ///< rows with a hit, so far
    qsizetype hitNumber() const; ///< of the current row among the hits, 1-based; 0: it is none

    void goToProblem(bool forward = true);
    bool goToFirstError(); ///< of what is shown; false where there is none (yet)
    int problemCount(LogEntry::Problem problem) const { return m_log ? m_log->problemCount(problem) : 0; }

    qsizetype currentRow() const { return m_current; } ///< -1: none
    void setCurrentRow(qsizetype row, bool select = false); ///< \a select: extends the selection up to \a row
    void showRow(qsizetype row);
    QString selectedText() const; ///< plain and uncut, with what is folded in it
    void copy() const;
    void selectAll();

    qsizetype firstVisibleRow() const; ///< -1: the log is empty
    qsizetype visibleRowCount() const; ///< that the view has room for
    QRect rowRect(qsizetype row) const; ///< in the viewport, with its gutter
    qsizetype lineNumberOfRow(qsizetype row) const { return m_rows.lineAt(row); }
    QString textOfRow(qsizetype row) const; ///< plain and uncut; of a group its name
    QString spokenRow(qsizetype row) const; ///< textOfRow() and, for a group, whether it is folded

    // Groups, such as GitHub Actions writes for each step. With a filter there are none.
    bool isGroup(qsizetype row) const { return groupOfRow(row); } ///< \a row names one
    bool isFolded(qsizetype row) const; ///< \a row names a group whose lines are hidden
    void setFolded(qsizetype row, bool folded); ///< \a row names a group
    void setAllFolded(bool folded);

    bool isSettled() const { return m_search.isSettled(); } ///< hits are complete
    QString linkAt(const QPoint &position) const; ///< the address of a link of the log there; empty: none

Q_SIGNALS:
    void followingChanged(bool following);
    void findChanged(); ///< hits or the current one
    void problemsChanged();
    void scrolled(); ///< other rows are in sight
    void currentRowChanged(qsizetype row);
    void linkActivated(const QString &address);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// A line, read back and laid out in spans.
    struct Shown
    {
        LogLine line;
        AnsiText text;
    };

    void noteSearched();
    void changeRows(const std::function<void()> &change);
    void goToLine(qsizetype line);
    bool foldByKey(const QKeyEvent &event);
    void restartSearch();
    void updateMetrics();
    void updateScrollBars();
    void updateTicks();
    void followIfWanted();
    void goToWantedHit();
    void noteScrolled();
    bool moveByKey(const QKeyEvent &event);
    void announceCurrent();

    int gutterWidth() const;
    int foldWidth() const { return m_rows.folds().hasGroups() ? m_rowHeight : 0; } ///< of the signs of groups
    int rowAtY(int y) const;
    int rowTop(qsizetype row) const;
    bool isSelected(qsizetype row) const;
    const LogGroup *groupOfRow(qsizetype row) const; ///< that \a row names; null: none
    LogEntry::Problem problemOfRow(qsizetype row) const; ///< with what is hidden in a folded group
    QString foldedText(qsizetype row) const; ///< what a folded group hides: "12 lines, 1 warning"
    const Shown &shownRow(qsizetype row) const;
    qsizetype currentLine() const { return m_current < 0 ? -1 : m_rows.lineAt(m_current); }
    bool hasTimes() const { return m_times != Times::None && m_log && m_log->hasTimes(); }
    QString timeText(qint64 msec) const;

    void paintGutter(QPainter &painter, const QRect &row, const LogLine &line) const;
    void paintBackground(QPainter &painter, const QRect &rect, qsizetype row, LogEntry::Problem problem) const;
    void paintText(QPainter &painter, const QRect &rect, qsizetype row);
    void paintFold(QPainter &painter, const QRect &rect, qsizetype row) const;
    void paintFocus(QPainter &painter) const;

    std::shared_ptr<const LogStore> m_log;
    LogRows m_rows;
    LogMatcher m_matcher;
    LogSearch m_search;
    LogScrollBar *m_bar;
    Times m_times = Times::SinceStart;
    int m_problems = 0; ///< told with problemsChanged()
    mutable QCache<qsizetype, Shown> m_shown{1000}; ///< by line

    qsizetype m_current = -1;
    qsizetype m_anchor = -1; ///< where the selection began
    qsizetype m_pressed = -1; ///< row of a group that the mouse was pressed on; -1: none
    bool m_following = true;
    bool m_growing = false;
    bool m_adjusting = false; ///< the view scrolls by itself
    bool m_wantsHit = false; ///< go to the first hit after line m_findFrom once there is one
    qsizetype m_findFrom = -1;
    int m_rowHeight = 18;
    int m_textWidth = 0; ///< widest line painted so far
};

} // namespace unmoor
