// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/releasemanifest.h"

#include <QFuture>
#include <stop_token>

namespace unmoor {

/// The version that \a manifest names: a literal, a file's match, or a flake attribute (which needs Nix). Surrounding
/// white space is cut. Errors come with where the version was looked for.
QFuture<Result<QString>> resolveVersion(const ReleaseManifest &manifest, const QString &directory,
                                        std::stop_token stop = {});

} // namespace unmoor
