// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepare/preparerun.h"

namespace unmoor {

/// Where the sample stands once its release is prepared.
struct SampleRelease
{
    bool hasOwnRemote = false; ///< git pushes to the rehearsal's own repository
    std::optional<PrepareJournal> journal; ///< of what was prepared last and pushed there; nullopt: nothing was
};

/// The version that the sample is before its release, and the one that is released.
inline constexpr auto sampleVersionBefore = QLatin1StringView("1.0.4");
inline constexpr auto sampleVersion = QLatin1StringView("1.0.5");

/// Prepares the release of the sample in \a directory as a person's is: version and notes, a commit, a tag of the
/// manifest's kind, and a push of both to a bare repository in \a folder, where the journal is kept, too. It is done
/// once: a sample that was worked on stays as it is. The sample's own git configuration names who commits, and neither
/// signs nor runs anybody's hooks. What was interrupted goes on. Errors: those of runPrepare() and pushPrepared(),
/// Conflict (another process is at it).
QFuture<Result<SampleRelease>> releaseSample(const QString &directory, const QString &folder,
                                             const PrepareListener &listener, std::stop_token stop = {});

} // namespace unmoor
