// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace unmoor {

/// What the archive of one target takes, packed.
struct PackedSizes
{
    QString triple;
    qint64 before = -1; ///< bytes; -1: there is no such archive
    qint64 after = -1;

    bool operator==(const PackedSizes &) const = default;
};

/// The archives of every target, before and now: a bar each, on one scale. Sizes go on being written where it is too
/// narrow for the rest.
class SizeBars : public QWidget
{
    Q_OBJECT
public:
    explicit SizeBars(QWidget *parent = nullptr);

    void setSizes(const QList<PackedSizes> &sizes, const QString &before, const QString &after);
    const QList<PackedSizes> &sizes() const { return m_sizes; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString describe() const;
    int rowHeight() const;
    int shownRows() const; ///< as many as there is room for
    QRectF barsRect(int row) const;
    void paintRow(QPainter &painter, int row) const;
    void paintNumbers(QPainter &painter, int row) const;
    void paintLegend(QPainter &painter) const;

    QList<PackedSizes> m_sizes;
    QString m_before;
    QString m_after;
    qint64 m_largest = 1;
};

} // namespace unmoor
