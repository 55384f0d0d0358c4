// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/logaccessible.h"

#include "app/core/words.h"
#include "ui/build/logview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostOfLine = 4000; // characters that are read of one line

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogAccessible(view) : nullptr;
}

} // namespace

LogAccessible::LogAccessible(LogView *view)
    : QAccessibleWidget(view, QAccessible::EditableText)
{
}

LogView *LogAccessible::view() const
{
    return static_cast<LogView *>(widget());
}

void *LogAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString LogAccessible::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Value:
        return view()->spokenRow(view()->currentRow());
    case QAccessible::Description:
        return Words::tr("Lines: %L1, errors: %L2, warnings: %L3")
            .arg(view()->lineCount())
            .arg(view()->problemCount(LogEntry::Problem::Error))
            .arg(view()->problemCount(LogEntry::Problem::Warning));
    default:
        return QAccessibleWidget::text(kind);
    }
}

QAccessible::State LogAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    if (view()->isGroup(view()->currentRow())) {
        state.expandable = true;
        state.collapsed = view()->isFolded(view()->currentRow());
        state.expanded = !state.collapsed;
    }
    return state;
}

QStringList LogAccessible::actionNames() const
{
    QStringList names = QAccessibleWidget::actionNames();
    if (view()->isGroup(view()->currentRow()))
        names.prepend(toggleAction());
    return names;
}

void LogAccessible::doAction(const QString &name)
{
    const qsizetype row = view()->currentRow();
    if (name == toggleAction() && view()->isGroup(row))
        view()->setFolded(row, !view()->isFolded(row));
    else
        QAccessibleWidget::doAction(name);
}

QStringList LogAccessible::lines() const
{
    QStringList lines;
    const qsizetype first = std::max<qsizetype>(0, view()->firstVisibleRow());
    const qsizetype end = std::min(first + view()->visibleRowCount(), view()->rowCount());
    for (qsizetype row = first; row < end; ++row)
        lines += view()->textOfRow(row).left(mostOfLine);
    return lines;
}

int LogAccessible::offsetOf(qsizetype row) const
{
    const QStringList shown = lines();
    const qsizetype above = std::clamp<qsizetype>(row - view()->firstVisibleRow(), 0, shown.size());
    int offset = 0;
    for (qsizetype i = 0; i < above; ++i)
        offset += int(shown[i].size()) + 1;
    return offset;
}

qsizetype LogAccessible::rowAt(int offset) const
{
    const qsizetype first = std::max<qsizetype>(0, view()->firstVisibleRow());
    return first + QStringView(lines().join(u'\n')).left(offset).count(u'\n');
}

QString LogAccessible::text(int from, int to) const
{
    return lines().join(u'\n').mid(from, to - from);
}

int LogAccessible::characterCount() const
{
    return int(lines().join(u'\n').size());
}

int LogAccessible::cursorPosition() const
{
    return view()->currentRow() < 0 ? 0 : std::min(offsetOf(view()->currentRow()), characterCount());
}

void LogAccessible::setCursorPosition(int position)
{
    view()->setCurrentRow(rowAt(position));
}

QRect LogAccessible::characterRect(int offset) const
{
    const QRect row = view()->rowRect(rowAt(offset));
    return {view()->viewport()->mapToGlobal(row.topLeft()), row.size()};
}

int LogAccessible::offsetAtPoint(const QPoint &point) const
{
    const QPoint inside = view()->viewport()->mapFromGlobal(point);
    const qsizetype first = std::max<qsizetype>(0, view()->firstVisibleRow());
    for (qsizetype row = first; row < first + view()->visibleRowCount(); ++row)
        if (view()->rowRect(row).contains(inside))
            return std::min(offsetOf(row), characterCount());
    return -1;
}

void LogAccessible::scrollToSubstring(int from, int)
{
    view()->showRow(rowAt(from));
}

QString LogAccessible::attributes(int, int *from, int *to) const
{
    *from = 0;
    *to = characterCount();
    return {};
}

void LogAccessible::selection(int, int *from, int *to) const
{
    *from = *to = 0;
}

void installLogAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace unmoor
