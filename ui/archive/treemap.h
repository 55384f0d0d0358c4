// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/sizebreakdown.h"

#include <QWidget>

namespace unmoor {

/// Rectangles in \a area, one for each of \a sizes (largest first, above 0), as near to squares as can be: the
/// squarified treemap of Bruls, Huizing and van Wijk.
QList<QRectF> squarified(const QList<qint64> &sizes, const QRectF &area);

/// What fills an archive, as rectangles in rectangles: a tile's area is its file's size.
class Treemap : public QWidget
{
    Q_OBJECT
public:
    /// A file, or a folder with its tiles on it.
    struct Tile
    {
        QRectF rect;
        const SizePart *part = nullptr;
        bool isFolder = false; ///< the tiles of what lies in it follow
    };

    explicit Treemap(QWidget *parent = nullptr);

    void setBreakdown(const SizeBreakdown &breakdown);
    void setChosen(const QString &path); ///< outlines its tile; empty: none
    const QList<Tile> &tiles() const { return m_tiles; }

    QSize sizeHint() const override { return {620, 320}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

    static QString describe(const SizePart &part, qint64 whole);
    static QColor color(const QString &kind, const QPalette &palette);
    static void paintCopyHatch(QPainter &painter, const QRectF &rect, const QPalette &palette);

Q_SIGNALS:
    void pathChosen(const QString &path);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void layOut();
    void addTiles(const SizePart &folder, const QRectF &area, int depth);
    int tileAt(const QPointF &position) const;
    void paintTile(QPainter &painter, const Tile &tile) const;
    void paintLabel(QPainter &painter, const Tile &tile) const;

    SizeBreakdown m_breakdown;
    QList<Tile> m_tiles; ///< a folder before what lies in it
    QString m_chosen;
    int m_hovered = -1;
};

} // namespace unmoor
