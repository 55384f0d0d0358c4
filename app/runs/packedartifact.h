// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <stop_token>

namespace unmoor {

/// An artifact as it was downloaded, and the file that is wanted of it.
struct PackedArtifact
{
    QString path; ///< of the download
    QString artifactName; ///< one that was kept as a bare file has the file's name
    QString member; ///< glob for the wanted file's name, or for its path in a ZIP
    QString folder; ///< where it is to be put; is there
};

/// Puts the wanted file below its own name into the folder, and gives its path there. GitHub keeps an artifact as a ZIP
/// of files or, since 2026, as one bare file: what came is told by its bytes. A ZIP is read a piece at a time. Errors:
/// NotFound (no such file in it: says what is), InvalidInput (several), Corrupt (no whole ZIP, or one that unpacks to
/// more than it says), Io, Canceled.
Result<QString> takeOutOfArtifact(const PackedArtifact &artifact, const std::stop_token &stop = {});

} // namespace unmoor
