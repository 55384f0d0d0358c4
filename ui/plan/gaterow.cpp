// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/gaterow.h"

#include "app/core/format.h"
#include "app/project/gatetitle.h"

namespace unmoor {

theme::State stateOf(Gate::Outcome outcome)
{
    switch (outcome) {
    case Gate::Outcome::Passed:
        return theme::State::Done;
    case Gate::Outcome::Failed:
        return theme::State::Error;
    case Gate::Outcome::Skipped:
        break;
    }
    return theme::State::Skipped;
}

GateRow::GateRow(const Gate &gate, QWidget *parent)
    : OpeningRow({.title = gateTitle(gate.name),
                  .state = stateOf(gate.outcome),
                  .message = gate.message,
                  .hint = gate.hint,
                  .took = gate.seconds > 0 ? formatSeconds(gate.seconds) : QString(),
                  .places = placesIn(gate.message + u' ' + gate.hint),
                  .action = tr("Check again")},
                 parent)
    , m_gate(gate)
{
    connect(this, &OpeningRow::actionTriggered, this, &GateRow::checkRequested);
}

} // namespace unmoor
