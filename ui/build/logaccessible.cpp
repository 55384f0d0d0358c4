// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/logaccessible.h"

#include "app/core/words.h"
#include "ui/build/logview.h"

namespace unmoor {

namespace {

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

QString LogAccessible::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Value:
        return view()->textOfRow(view()->currentRow());
    case QAccessible::Description:
        return Words::tr("Lines: %L1, errors: %L2, warnings: %L3")
            .arg(view()->rowCount())
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
    return state;
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
