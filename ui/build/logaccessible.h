// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace unmoor {

class LogView;

/// A log for assistive programs: its current line is its value.
class LogAccessible : public QAccessibleWidget
{
public:
    explicit LogAccessible(LogView *view);
    QString text(QAccessible::Text kind) const override;
    QAccessible::State state() const override;

private:
    LogView *view() const;
};

/// Makes LogAccessible known, once.
void installLogAccessibility();

} // namespace unmoor
