// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/releaselock.h"

#include "app/core/words.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

Result<std::shared_ptr<ProcessLock>> holdRelease(const Project &project, const QString &stateDir)
{
    const QString folder = project.stateFolder(stateDir, u"locks"_s);
    QDir().mkpath(folder);
    auto taken = ProcessLock::take(folder + u"/publish.lock"_s);
    if (taken)
        return std::shared_ptr<ProcessLock>(std::move(*taken));
    if (taken.error().kind != Error::Kind::Conflict)
        return std::unexpected(taken.error());
    return failure(
        Error::Kind::Conflict,
        Words::tr("This project's release is being published or taken back by %1. Wait for it, or stop it there.")
            .arg(taken.error().message));
}

} // namespace unmoor
