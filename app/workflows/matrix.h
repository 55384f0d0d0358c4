// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/workflow.h"

namespace unmoor {

/// The jobs that `strategy` makes of one, up to GitHub's own limit of 256: the product of the lists, without `exclude`,
/// with `include` as GitHub adds it. One empty row where there is no matrix; nullopt where an expression makes it.
std::optional<QList<MatrixRow>> matrixRows(const YamlValue *strategy);

} // namespace unmoor
