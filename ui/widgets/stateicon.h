// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>
#include <optional>

namespace unmoor {

/// The shape of a state, painted. Screen readers hear its word.
class StateIcon : public QWidget
{
    Q_OBJECT
public:
    explicit StateIcon(std::optional<theme::State> state = {}, QWidget *parent = nullptr);

    std::optional<theme::State> state() const { return m_state; }
    void setState(std::optional<theme::State> state, double progress = 0.6); ///< nullopt hides it
    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<theme::State> m_state;
    double m_progress = 0.6;
};

} // namespace unmoor
