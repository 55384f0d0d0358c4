// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTextEdit>
#include <optional>

namespace unmoor {

/// Text to read and copy, as tall as it needs: wraps anywhere, so that a path or hash never widens its window.
class SelectableText : public QTextEdit
{
    Q_OBJECT
public:
    explicit SelectableText(const QString &text, theme::Type type, QWidget *parent = nullptr);
    void setState(theme::State state); ///< paints the text in the state's color
    void setMuted(); ///< paints the text as secondary

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void updateColor();

    std::optional<theme::State> m_state;
    bool m_isMuted = false;
};

} // namespace unmoor
