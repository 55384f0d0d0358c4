// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <stop_token>

namespace unmoor {

/// Puts the sample project into \a directory and makes it a git repository with one commit, the same on every machine.
/// A repository that is there already stays as it is: it may have been worked on.
/// Errors: Io, NotFound (no git), Failed with git's words.
QFuture<Result<void>> prepareSampleProject(const QString &directory, std::stop_token stop = {});

} // namespace unmoor
