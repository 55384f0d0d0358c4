// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace unmoor {

class LogView;

/// A log for assistive programs: a text of the lines in sight, with the caret in front of the current one, which is its
/// value, too, and by whose group it is expanded or collapsed. All of a log may be millions of lines.
class LogAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LogAccessible(LogView *view);

    void *interface_cast(QAccessible::InterfaceType type) override;
    QString text(QAccessible::Text kind) const override;
    QAccessible::State state() const override;
    QStringList actionNames() const override; ///< where the current line names a group: to open or fold it
    void doAction(const QString &name) override;

    QString text(int from, int to) const override;
    int characterCount() const override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int from, int to) override;
    QString attributes(int offset, int *from, int *to) const override;
    // Lines are selected by Shift and the arrow keys, and copied; characters are not.
    void selection(int number, int *from, int *to) const override;
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }

private:
    LogView *view() const;
    QStringList lines() const; ///< those in sight, the first of them first
    qsizetype rowAt(int offset) const; ///< of the log
    int offsetOf(qsizetype row) const; ///< in the text; its end where the row is below what is in sight
};

/// Makes LogAccessible known, once.
void installLogAccessibility();

} // namespace unmoor
