// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <stop_token>

namespace unmoor {

/// Makes the sample project in \a directory: a git repository with one commit, the same on every machine, right before
/// the release that releaseSample() makes.
///
/// A repository with a commit that is there already stays as it is: it may have been worked on. Anything else that is
/// in the way, such as a folder whose repository was lost, is moved aside and never removed; the future comes to where
/// it was moved, or to an empty text.
///
/// The sample is made in a folder of its own beside \a directory and gets its name only when it is finished, so that a
/// run that is killed leaves no half-made sample.
///
/// Errors: Io, NotFound (no git), Failed with git's words.
QFuture<Result<QString>> prepareSampleProject(const QString &directory, std::stop_token stop = {});

} // namespace unmoor
