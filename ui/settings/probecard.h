// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card/card.h"
#include "ui/settings/probeview.h"

namespace unmoor {

/// What a probe of a machine found, step by step, and what can be done about it.
class ProbeCard : public Card
{
    Q_OBJECT
public:
    explicit ProbeCard(const ProbeView &view, QWidget *parent = nullptr);

    const ProbeView &view() const { return m_view; }
    QPushButton *probeButton() const { return m_probe; }

Q_SIGNALS:
    void probeRequested();
    void offerTaken(); ///< of the view

private:
    QLayout *makeHead();
    QLayout *makeLines();

    ProbeView m_view;
    QPushButton *m_probe;
};

} // namespace unmoor
