// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QList>
#include <QWidget>
#include <optional>

class QHBoxLayout;
class QPushButton;

namespace unmoor {

class ElidedLabel;
class StateIcon;

/// The bar at the top of a page: what it is about, how that stands, and what can be done. The summary gives way first,
/// then the end of a long title, then fields, buttons and choices, the accent button last.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title, bool monospace = false);
    void setState(std::optional<theme::State> state, double progress = 0.6);
    void setSummary(const QString &summary);
    QString summary() const;

    void addWidget(QWidget *widget); ///< at the right end
    QPushButton *addButton(const QString &text, bool accent = false);

    /// How much of it is in sight, from the left: all that can be pressed is kept there.
    void setVisibleWidth(int pixels);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Between which a field is as wide as there is room, pixels.
    struct FieldWidths
    {
        int least;
        int most;
    };

    int wholeWidth(const QWidget &part) const;
    int leastWidth(const QWidget &part) const;
    int widthWith(int (PageHeader::*widthOf)(const QWidget &) const) const;
    void fitButtons();

    ElidedLabel *m_title;
    StateIcon *m_icon;
    ElidedLabel *m_summary;
    QHBoxLayout *m_row;
    QList<QWidget *> m_giving; ///< may become narrower
    QHash<const QWidget *, FieldWidths> m_fields; ///< as they were added
    int m_visibleWidth = QWIDGETSIZE_MAX;
};

} // namespace unmoor
