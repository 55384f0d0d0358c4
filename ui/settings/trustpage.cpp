// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/trustpage.h"

#include "ui/settings/pagehead.h"
#include "ui/settings/settingsdesk.h"
#include "ui/widgets/buttons.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unmoor {

TrustPage::TrustPage(SettingsDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new FactModel({tr("Folder"), tr("Answer")}, this))
    , m_table(new FactTable(m_model, {560, 165}, 44))
    , m_empty(textLabel(tr("No folder was asked about yet."), theme::Type::Secondary, true))
    , m_change(new QPushButton)
    , m_forget(new QPushButton(tr("&Forget")))
{
    m_change->setAutoDefault(false);
    m_forget->setAutoDefault(false);
    m_forget->setToolTip(tr("The next time that the folder is opened it is asked about again"));
    m_table->setAccessibleName(tr("Folders and whether they are trusted"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(
        pageHead(tr("Trust"), tr("Whose checkouts may run the code that they bring along"), {m_change, m_forget}));
    column->addWidget(m_table);
    column->addWidget(m_empty);
    column->addStretch();
    connect(m_table, &FactTable::currentRowChanged, this, &TrustPage::showButtons);
    connect(m_change, &QPushButton::clicked, this, &TrustPage::change);
    connect(m_forget, &QPushButton::clicked, this, &TrustPage::forget);
    connect(&m_desk, &SettingsDesk::changed, this, &TrustPage::show);
    show();
}

void TrustPage::show()
{
    const QList<TrustAnswer> &answers = m_desk.settings().trust;
    QList<FactRow> rows;
    for (const TrustAnswer &answer : answers) {
        const bool isTrusted = answer.trust == Trust::Given;
        const QString root = QDir::toNativeSeparators(answer.root);
        rows.append({FactCell{.text = QDir::toNativeSeparators(answer.directory),
                              .detail = answer.root.isEmpty()       ? tr("in no git checkout")
                                  : answer.root == answer.directory ? QString()
                                                                    : tr("in the checkout %1").arg(root),
                              .type = theme::Type::Mono},
                     FactCell{.state = isTrusted ? theme::State::Done : theme::State::Note,
                              .text = isTrusted ? tr("trusted") : tr("not trusted")}});
    }
    m_model->setRows(rows);
    m_table->setVisible(!answers.isEmpty());
    m_empty->setVisible(answers.isEmpty());
    if (m_table->currentRow() < 0 && !answers.isEmpty())
        m_table->setCurrentRow(0);
    showButtons();
}

void TrustPage::showButtons()
{
    const QList<TrustAnswer> &answers = m_desk.settings().trust;
    const int row = m_table->currentRow();
    const bool isChosen = row >= 0 && row < answers.size();
    m_change->setEnabled(isChosen);
    m_forget->setEnabled(isChosen);
    m_change->setText(isChosen && answers[row].trust == Trust::Withheld ? tr("&Trust") : tr("&Do not trust"));
}

void TrustPage::change()
{
    const TrustAnswer chosen = m_desk.settings().trust.value(m_table->currentRow());
    const auto changed = m_desk.change([&chosen](Settings &settings) {
        for (TrustAnswer &answer : settings.trust)
            if (answer.isAbout(chosen))
                answer.trust = chosen.trust == Trust::Given ? Trust::Withheld : Trust::Given;
    });
    Q_EMIT ended(changed, tr("The answer was not changed"));
}

void TrustPage::forget()
{
    const TrustAnswer chosen = m_desk.settings().trust.value(m_table->currentRow());
    const auto changed = m_desk.change([&chosen](Settings &settings) {
        settings.trust.removeIf([&](const TrustAnswer &answer) { return answer.isAbout(chosen); });
    });
    Q_EMIT ended(changed, tr("The answer was not forgotten"));
}

} // namespace unmoor
