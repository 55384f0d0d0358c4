// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/lookpage.h"

#include "ui/settings/pagehead.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QRadioButton>
#include <QVBoxLayout>

namespace unmoor {

LookPage::LookPage(QWidget *parent)
    : QWidget(parent)
    , m_choices(new QButtonGroup(this))
    , m_language(new QComboBox)
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
    add(tr("High contrast, &black on white"), theme::Appearance::HighContrastLight);
    add(tr("High contrast, &white on black"), theme::Appearance::HighContrastDark);
    // A language is called what those call it who speak it.
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->setAccessibleName(tr("Language, from the next start on"));
    auto *form = new QFormLayout;
    form->addRow(tr("Lan&guage, from the next start on"), m_language);
    column->addLayout(form);
    column->addStretch();
    setAppearance(theme::Appearance::System);
    connect(m_choices, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT appearanceChosen(theme::Appearance(id)); });
    connect(m_language, &QComboBox::activated, this, [this] { Q_EMIT languageChosen(language()); });
}

void LookPage::setAppearance(theme::Appearance appearance)
{
    m_choices->button(int(appearance))->setChecked(true);
}

void LookPage::setLanguage(const QString &language)
{
    m_language->setCurrentIndex(qMax(0, m_language->findData(language)));
}

QString LookPage::language() const
{
    return m_language->currentData().toString();
}

theme::Appearance LookPage::appearance() const
{
    return theme::Appearance(m_choices->checkedId());
}

} // namespace unmoor
