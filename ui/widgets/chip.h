// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <optional>

namespace unmoor {

/// A pill of the header bar: symbol, text, muted text, the shape of a state. Where the room is too narrow, the muted
/// text goes first, then the text elides. Its tooltip is the whole text.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const QString &symbol, QWidget *parent = nullptr);

    void setTexts(const QString &text, const QString &detail = {});
    void setDetailIsMuted(bool muted); ///< false at first: in the text's color
    void setTextIsMuted(bool muted);
    void setState(std::optional<theme::State> state);
    void setPreferredWidth(int width); ///< 0: as its text needs

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int textWidth(const QString &text) const;
    int fixedWidth() const; ///< margins and icons

    QIcon m_symbol;
    QString m_detail;
    std::optional<theme::State> m_state;
    bool m_detailIsMuted = false;
    bool m_textIsMuted = false;
    int m_preferredWidth = 0;
};

} // namespace unmoor
