// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/gates.h"
#include "ui/plan/openingrow.h"

namespace unmoor {

theme::State stateOf(Gate::Outcome outcome);

/// One gate.
class GateRow : public OpeningRow
{
    Q_OBJECT
public:
    explicit GateRow(const Gate &gate, QWidget *parent = nullptr);

    const Gate &gate() const { return m_gate; }

Q_SIGNALS:
    void checkRequested();

private:
    Gate m_gate;
};

} // namespace unmoor
