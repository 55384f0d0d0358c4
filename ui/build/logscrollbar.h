// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"

#include <QScrollBar>

namespace unmoor {

/// A mark beside the scroll bar where something needs a look.
struct ScrollTick
{
    double position = 0; ///< 0 to 1, of the whole log
    Severity severity = Severity::Error;

    bool operator==(const ScrollTick &) const = default;
};

class LogScrollBar : public QScrollBar
{
    Q_OBJECT
public:
    using QScrollBar::QScrollBar;
    void setTicks(const QList<ScrollTick> &ticks);
    const QList<ScrollTick> &ticks() const { return m_ticks; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<ScrollTick> m_ticks;
};

} // namespace unmoor
