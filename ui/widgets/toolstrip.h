// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace unmoor {

/// The bar above a part of a page: what it shows, details that give way, and controls. Where it is too narrow for all
/// beside each other, it goes on in further lines, which begin where allowBreak() was called.
class ToolStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ToolStrip(QWidget *parent = nullptr);

    void addWidget(QWidget *widget, int stretch = 0); ///< at the end; takes it over
    void addStretch(); ///< room that is left over goes here
    void allowBreak(); ///< what is added next may begin a line
    /// \a neighbor stands beside this in a splitter, and becomes as narrow as it can before this breaks.
    void setGivingWay(QWidget *neighbor);

    int lineCount() const { return m_lineCount; }
    int wholeWidth() const; ///< from which on all stands in one line, pixels
    QSize minimumSizeHint() const override; ///< as wide as what stands between two breaks

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QList<QWidget *> firstLine() const; ///< the shown ones

private:
    struct Item
    {
        QWidget *widget; ///< null: room that is left over
        int stretch;
        bool mayBegin; ///< a line
        int line;
    };

    int margins() const;
    int widthOf(qsizetype begin, int (*measure)(QWidget &)) const;
    QList<int> linesFor(int width) const;
    bool takesAll(int line) const;
    void arrange();
    void giveWay();

    QVBoxLayout *m_column;
    QList<QHBoxLayout *> m_lines;
    QList<Item> m_items;
    QPointer<QWidget> m_neighbor;
    int m_lineCount = 1;
    bool m_mayBreak = false;
};

} // namespace unmoor
