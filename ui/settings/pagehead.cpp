// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/pagehead.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace unmoor {

QLayout *pageHead(const QString &title, const QString &about, const QList<QPushButton *> &buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addStrut(theme::rowHeight(theme::size::button));
    row->addWidget(textLabel(title, theme::Type::Title));
    row->addWidget(new ElidedLabel(about, theme::Type::Secondary, true), 1);
    for (QPushButton *button : buttons) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    return row;
}

} // namespace unmoor
