// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessiblerole.h"

#include <QAccessibleWidget>
#include <QVariant>

namespace unmoor {

namespace {

constexpr auto roleProperty = "accessibleRole";

QAccessibleInterface *interfaceOfRole(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const QVariant role = widget ? widget->property(roleProperty) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt())) : nullptr;
}

} // namespace

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    static const bool once = [] {
        QAccessible::installFactory(interfaceOfRole);
        return true;
    }();
    Q_UNUSED(once)
    widget->setProperty(roleProperty, int(role));
    // What was made of the widget before, since it got a name, has the role of its class.
    if (QAccessibleInterface *before = QAccessible::queryAccessibleInterface(widget))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(before));
}

} // namespace unmoor
