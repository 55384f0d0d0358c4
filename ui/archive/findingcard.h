// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "card/card.h"
#include "core/finding.h"

namespace unmoor {

/// One finding: what is wrong, its code, how to mend it, and a copy for an issue.
class FindingCard : public Card
{
    Q_OBJECT
public:
    explicit FindingCard(const Finding &finding, QWidget *parent = nullptr);

    /// Adds a button beside the card's own.
    class QPushButton *addAction(const QString &text, bool accent = false);

private:
    class QHBoxLayout *m_actions;
};

} // namespace unmoor
