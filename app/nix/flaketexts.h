// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/flake.h"

namespace unmoor {

/// Flake::textsBelow().
QFuture<Result<QMap<QString, QString>>> surveyTexts(const FlakeSource &source, const QString &attribute,
                                                    std::stop_token stop);

} // namespace unmoor
