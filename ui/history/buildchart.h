// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QWidget>

namespace unmoor {

/// How long each target took, version by version: one row of bars per target, newest at the right. Built is filled,
/// failed crossed, cached a line; every bar has its value written. Bars are on a square-root scale, so that a long
/// build leaves short ones readable.
class BuildChart : public QWidget
{
    Q_OBJECT
public:
    /// The last build of a target for a version.
    struct Bar
    {
        enum class Kind { None, Built, Cached, Failed };

        Kind kind = Kind::None;
        double seconds = 0;

        bool operator==(const Bar &) const = default;
    };
    struct Row
    {
        QString triple;
        QList<Bar> bars; ///< as many as there are versions
        double median = 0; ///< seconds of what was built; 0: nothing was

        bool operator==(const Row &) const = default;
    };

    explicit BuildChart(QWidget *parent = nullptr);

    /// \a builds newest first, as the ledger gives them.
    void setBuilds(const QList<BuildRecord> &builds);
    void setCurrentVersion(const QString &version);
    const QStringList &versions() const { return m_versions; } ///< oldest first
    const QList<Row> &rows() const { return m_rows; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void versionActivated(const QString &version);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    int shownVersions() const; ///< as many of the newest as there is room for
    double slotWidth() const;
    QRectF slot(int shown) const; ///< x and width of a version's column
    void paintCurrent(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void paintBar(QPainter &painter, const QRectF &slot, double floor, const Bar &bar) const;
    void paintLegend(QPainter &painter) const;
    int rowHeight() const;
    QString describe() const;

    QStringList m_versions;
    QList<Row> m_rows;
    QString m_current;
    double m_longest = 1;
};

} // namespace unmoor
