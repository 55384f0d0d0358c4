// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/buildhistory.h"

#include <QWidget>

namespace unmoor {

/// How long each target took, version by version: one row of bars per target, newest at the right. Warm is filled, cold
/// hatched, failed crossed, cached a line; every bar has its value written. Bars are on a square-root scale, so that a
/// cold build leaves warm ones readable.
class BuildChart : public QWidget
{
    Q_OBJECT
public:
    explicit BuildChart(QWidget *parent = nullptr);

    /// \a builds newest first, as the ledger gives them.
    void setBuilds(const QList<BuildRecord> &builds);
    void setCurrentVersion(const QString &version);
    const QString &currentVersion() const { return m_current; }
    const BuildHistory &history() const { return m_history; }
    const QStringList &versions() const { return m_history.versions; } ///< oldest first
    const QList<BuildHistoryRow> &rows() const { return m_history.rows; }
    int heightOf(int rows) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void versionActivated(const QString &version);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int shownVersions() const; ///< as many of the newest as there is room for
    double slotWidth() const;
    QRectF slot(int shown) const; ///< x and width of a version's column
    void paintCurrent(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void paintName(QPainter &painter, const BuildHistoryRow &row, double floor) const;
    void paintBar(QPainter &painter, const QRectF &slot, double floor, const BuildBar &bar) const;
    void paintVersions(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    int rowHeight() const;
    QString describe() const;

    BuildHistory m_history;
    QString m_current;
    double m_longest = 1;
};

} // namespace unmoor
