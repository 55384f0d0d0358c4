// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"
#include "ui/card/card.h"

class QBoxLayout;
class QPushButton;

namespace unmoor {

/// One finding: what is wrong, its code, what it means, how to mend it, and what can be done about it here.
class FindingCard : public Card
{
    Q_OBJECT
public:
    /// \a isFirst: its way out is the page's accent button, where the finding is an error.
    explicit FindingCard(const Finding &finding, bool isFirst = false, QWidget *parent = nullptr);

Q_SIGNALS:
    void acceptRequested(const unmoor::Finding &finding);
    void withdrawRequested(const unmoor::Finding &finding);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions(bool isFirst);
    QPushButton *addAction(const QString &text, bool accent = false);

    Finding m_finding;
    QBoxLayout *m_actions;
};

} // namespace unmoor
