// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/entryinspector.h"

#include "archive/findingcard.h"
#include "card/selectabletext.h"
#include "widgets/buttons.h"
#include "widgets/elidedlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

EntryInspector::EntryInspector(QWidget *parent)
    : QScrollArea(parent)
    , m_symbol(new QLabel)
    , m_name(new ElidedLabel({}, theme::Type::MonoStrong))
    , m_summary(new ElidedLabel({}, theme::Type::Secondary, true))
    , m_sections(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Inspector"));

    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(m_symbol);
    head->addWidget(m_name);
    head->addWidget(m_summary, 1);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_name->setElideMode(Qt::ElideMiddle);
    m_sections->setSpacing(theme::space::m);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(theme::space::l, 10, 14, theme::space::l);
    column->setSpacing(theme::space::s);
    column->addLayout(head);
    column->addLayout(m_sections);
    column->addStretch();
    setWidget(content);
    setMinimumWidth(240);
}

void EntryInspector::setDetails(const EntryDetails &details)
{
    if (details == m_details)
        return;
    m_details = details;
    clearSections();
    m_symbol->setPixmap(
        details.symbol.isEmpty()
            ? QPixmap()
            : theme::symbol(details.symbol).pixmap(QSize(theme::size::icon, theme::size::icon), devicePixelRatio()));
    m_name->setText(details.name);
    m_summary->setText(details.summary);
    for (const Finding &finding : details.findings)
        m_sections->addWidget(new FindingCard(finding));
    if (!details.facts.isEmpty())
        addSection(tr("Facts"), factsWidget(details.facts));
}

void EntryInspector::addSection(const QString &heading, QWidget *content)
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, theme::space::xs, 0, 0);
    column->setSpacing(6);
    auto *label = textLabel(heading, theme::Type::Secondary, true);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    column->addWidget(label);
    column->addWidget(content);
    m_sections->addWidget(section);
}

void EntryInspector::clearSections()
{
    while (QLayoutItem *item = m_sections->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a button of it may be the sender
        }
        delete item;
    }
}

QWidget *EntryInspector::factsWidget(const QList<EntryFact> &facts)
{
    auto *widget = new QWidget;
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::space::m);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < facts.size(); ++row) {
        auto *value = new SelectableText(facts[row].value, theme::Type::Mono);
        value->setAccessibleName(facts[row].name);
        grid->addWidget(textLabel(facts[row].name, theme::Type::Secondary, true), row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
    }
    return widget;
}

} // namespace unmoor
