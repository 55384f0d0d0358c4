// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/probecard.h"

#include "app/core/words.h"
#include "ui/card/selectabletext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateicon.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Card::Fill fillOf(theme::State state)
{
    return state == theme::State::Error || state == theme::State::Warning ? Card::Fill::Tint : Card::Fill::Base;
}

QString offerText(const ProbeView &view)
{
    switch (view.offer) {
    case ProbeView::Offer::Nothing:
        break;
    case ProbeView::Offer::TrustKey:
        return Words::tr("&Look at the key…");
    case ProbeView::Offer::CompareKeys:
        return Words::tr("&Compare keys…");
    case ProbeView::Offer::UseRemoteProgram:
        return Words::tr("&Use this Nix");
    }
    return {};
}

} // namespace

ProbeCard::ProbeCard(const ProbeView &view, QWidget *parent)
    : Card(view.state, fillOf(view.state), parent)
    , m_view(view)
    , m_probe(new QPushButton(view.lines.isEmpty() ? tr("&Probe") : tr("&Probe again")))
{
    setAccessibleName(view.title);
    setAccessibleDescription(view.text);
    m_probe->setEnabled(view.state != theme::State::Running);
    connect(m_probe, &QPushButton::clicked, this, &ProbeCard::probeRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::l, 10, 11, theme::space::m);
    column->setSpacing(theme::space::s);
    column->addLayout(makeHead());
    if (!view.text.isEmpty())
        column->addWidget(new SelectableText(view.text, theme::Type::Body));
    if (view.offer == ProbeView::Offer::UseRemoteProgram)
        column->addWidget(new SelectableText(view.remoteProgram, theme::Type::Mono));
    if (!view.lines.isEmpty())
        column->addLayout(makeLines());
}

QLayout *ProbeCard::makeHead()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(new StateIcon(m_view.state));
    row->addWidget(new ElidedLabel(m_view.title, theme::Type::BodyStrong), 1);
    if (const QString offer = offerText(m_view); !offer.isEmpty()) {
        auto *take = new QPushButton(offer);
        connect(take, &QPushButton::clicked, this, &ProbeCard::offerTaken);
        row->addWidget(take);
    }
    row->addWidget(m_probe);
    return row;
}

QLayout *ProbeCard::makeLines()
{
    auto *grid = new QGridLayout;
    grid->setContentsMargins(theme::space::s, theme::space::xs, 0, 0);
    grid->setHorizontalSpacing(theme::space::s);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(2, 1);
    for (int row = 0; row < m_view.lines.size(); ++row) {
        const ProbeLine &line = m_view.lines.at(row);
        auto *detail = new ElidedLabel(line.detail, theme::Type::Mono, true);
        auto *title = textLabel(line.title, theme::Type::Body);
        title->setAccessibleName(tr("%1: %2, %3").arg(line.title, theme::stateWord(line.state), line.detail));
        grid->addWidget(new StateIcon(line.state), row, 0);
        grid->addWidget(title, row, 1);
        grid->addWidget(detail, row, 2);
    }
    return grid;
}

} // namespace unmoor
