// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/findingslist.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/stateicon.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostOfAMessage = 600; ///< characters: Nix may say pages

theme::State stateOfFinding(ProposalFinding::State state)
{
    switch (state) {
    case ProposalFinding::State::Found:
        return theme::State::Done;
    case ProposalFinding::State::Absent:
        return theme::State::Note;
    case ProposalFinding::State::Unknown:
        return theme::State::Warning;
    }
    Q_UNREACHABLE_RETURN({});
}

QString bounded(const QString &text)
{
    return text.size() > mostOfAMessage ? text.first(mostOfAMessage) + u'…' : text;
}

} // namespace

FindingsList::FindingsList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::space::s);
    m_grid->setVerticalSpacing(theme::space::xs);
    m_grid->setColumnStretch(2, 1);
}

void FindingsList::setFindings(const QList<ProposalFinding> &findings)
{
    clear();
    for (const ProposalFinding &finding : findings)
        addLine(stateOfFinding(finding.state), finding.source, finding.text);
}

void FindingsList::setAsking(const ProposalFacts &facts, ProposalSource asked)
{
    clear();
    for (const ProposalFinding &finding : findingsOf(facts)) {
        // The changelog is looked for before anything else.
        const bool isKnown = finding.source < asked || finding.source == ProposalSource::Changelog;
        if (finding.source == asked)
            addLine(theme::State::Running, asked, proposalQuestion(asked) + u'…');
        else if (isKnown)
            addLine(stateOfFinding(finding.state), finding.source, finding.text);
        else
            addLine(theme::State::Planned, finding.source, tr("not looked at yet"));
    }
}

void FindingsList::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void FindingsList::addLine(theme::State state, ProposalSource source, const QString &text)
{
    const int row = m_grid->rowCount();
    auto *words = textLabel(bounded(text), theme::Type::Body);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(new StateIcon(state), row, 0, Qt::AlignTop);
    m_grid->addWidget(textLabel(proposalSourceName(source), theme::Type::Body, true), row, 1, Qt::AlignTop);
    m_grid->addWidget(words, row, 2);
}

} // namespace unmoor
