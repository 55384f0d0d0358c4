// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/proposalfindings.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace unmoor {

/// What the sources of a proposal told: a line each, with its state and where it comes from.
class FindingsList : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsList(QWidget *parent = nullptr);

    void setFindings(const QList<ProposalFinding> &findings);
    /// While it is asked: what is known by then, and what \a asked is.
    void setAsking(const ProposalFacts &facts, ProposalSource asked);

private:
    void clear();
    void addLine(theme::State state, ProposalSource source, const QString &text);

    QGridLayout *m_grid;
};

} // namespace unmoor
