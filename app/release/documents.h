// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <QJsonObject>

namespace unmoor {

// The JSON documents of the commands that are about a whole session; keys are a contract (docs/commands.md).

QJsonObject planToJson(const Session &session);
/// \a triples: the targets that the command was about.
QJsonObject buildToJson(const Session &session, const QStringList &triples);
QJsonObject notesToJson(const ReleaseNotes &notes);

} // namespace unmoor
