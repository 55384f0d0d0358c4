// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/lookpage.h"

#include "ui/settings/pagehead.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace unmoor {

LookPage::LookPage(QWidget *parent)
    : QWidget(parent)
    , m_choices(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(pageHead(tr("Look"), tr("Of this window on this machine")));
    const auto add = [&](const QString &text, theme::Appearance appearance) {
        auto *choice = new QRadioButton(text);
        m_choices->addButton(choice, int(appearance));
        column->addWidget(choice);
    };
    add(tr("As the s&ystem is"), theme::Appearance::System);
    add(tr("&Light"), theme::Appearance::Light);
    add(tr("&Dark"), theme::Appearance::Dark);
    column->addStretch();
    setAppearance(theme::Appearance::System);
    connect(m_choices, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT appearanceChosen(theme::Appearance(id)); });
}

void LookPage::setAppearance(theme::Appearance appearance)
{
    m_choices->button(int(appearance))->setChecked(true);
}

theme::Appearance LookPage::appearance() const
{
    return theme::Appearance(m_choices->checkedId());
}

} // namespace unmoor
