// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/ansitext.h"
#include "build/logfind.h"
#include "build/logindex.h"
#include "build/logrows.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QCache>

namespace unmoor {

class LogScrollBar;

/// Shows the lines of a log that somebody else keeps. Only lines in sight are laid out; problems and hits are looked
/// for in slices between events, so a million lines stay usable at once.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(QWidget *parent = nullptr);

    /// \a lines only grows until the next call of this; null: nothing to show.
    void setLog(const QList<LogLine> *lines);
    void refresh(); ///< the log has grown

    void setFilter(std::optional<qint32> derivation); ///< nullopt: all lines
    std::optional<qint32> filter() const { return m_rows.filter(); }
    qsizetype rowCount() const { return m_rows.count(); }

    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }

    void setNeedle(const QString &needle);
    void findNext(bool forward = true);
    qsizetype hitCount() const { return m_find.rows().size(); } ///< rows with a hit, so far
    qsizetype hitNumber() const; ///< of the current row among the hits, 1-based; 0: it is none

    void goToProblem(bool forward = true);
    const LogIndex &index() const { return m_index; }

    qsizetype currentRow() const { return m_current; } ///< -1: none
    void setCurrentRow(qsizetype row, bool select = false); ///< \a select: extends the selection up to \a row
    void showRow(qsizetype row);
    QString selectedText() const; ///< plain and uncut
    void copy() const;
    void selectAll();

    qsizetype firstVisibleRow() const;
    const LogLine *lineAtRow(qsizetype row) const; ///< null where there is none
    qsizetype lineNumberOfRow(qsizetype row) const { return m_rows.lineAt(row); }
    QString textOfRow(qsizetype row) const; ///< plain and uncut
    bool isSettled() const { return !m_work.isActive(); } ///< problems and hits are complete

Q_SIGNALS:
    void followingChanged(bool following);
    void findChanged(); ///< hits or the current one
    void problemsChanged();
    void scrolled(); ///< other rows are in sight
    void currentRowChanged(qsizetype row);

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
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void work();
    void updateMetrics();
    void updateScrollBars();
    void updateTicks();
    void followIfWanted();
    void goToWantedHit();
    void noteScrolled();
    bool moveByKey(const QKeyEvent &event);
    void announceCurrent();

    int gutterWidth() const;
    int rowAtY(int y) const;
    int rowTop(qsizetype row) const;
    bool isSelected(qsizetype row) const;
    const AnsiText &parsedRow(qsizetype row) const;
    QString linkAt(const QPoint &position) const;

    void paintGutter(QPainter &painter, const QRect &row, const LogLine &line) const;
    void paintBackground(QPainter &painter, const QRect &rect, qsizetype row) const;
    void paintText(QPainter &painter, const QRect &rect, qsizetype row);
    void paintFocus(QPainter &painter) const;

    const QList<LogLine> *m_lines = nullptr;
    LogRows m_rows;
    LogIndex m_index;
    LogFind m_find;
    LogScrollBar *m_bar;
    QBasicTimer m_work;
    mutable QCache<qsizetype, AnsiText> m_parsed{500}; ///< by line

    qsizetype m_current = -1;
    qsizetype m_anchor = -1; ///< where the selection began
    bool m_following = true;
    bool m_adjusting = false; ///< the view scrolls by itself
    bool m_wantsHit = false; ///< go to the first hit after m_findFrom once there is one
    qsizetype m_findFrom = -1;
    int m_rowHeight = 18;
    int m_textWidth = 0; ///< widest line painted so far
};

} // namespace unmoor
