// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/flake.h"

namespace unmoor {

/// The packages of the flake in \a directory, see Flake::outputs.
QFuture<Result<QList<FlakeOutput>>> surveyOutputs(const FlakeSource &source, std::stop_token stop);

} // namespace unmoor
