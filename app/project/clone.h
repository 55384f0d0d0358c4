// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"

#include <functional>
#include <optional>

namespace unmoor {

/// How far a clone is.
struct CloneProgress
{
    QString phase; ///< git's words: "Receiving objects"
    int percent = -1; ///< of the phase; below 0: not known

    bool operator==(const CloneProgress &) const = default;
};

/// What \a text, which git wrote on standard error, tells last of its progress; nullopt: nothing.
std::optional<CloneProgress> cloneProgress(const QByteArray &text);

/// Clones \a address, which cloneAddress() takes, into \a folder, which is made, and gives its path. Nothing of the
/// repository runs: no hooks, no submodules. git asks for nothing at a terminal. \a progressed hears how far it is.
/// After a failure or a stop nothing is left of the folder. Errors: Conflict (the folder is there), Io, NotFound (no
/// git, no such repository), Unauthorized, Network, Canceled, Failed with git's own words.
QFuture<Result<QString>> cloneRepository(const QString &address, const QString &folder,
                                         const std::function<void(const CloneProgress &)> &progressed,
                                         std::stop_token stop = {});

/// What the end of `git clone` means, and what to do about it.
Error cloneError(const ProcessExit &exit, const QString &address);

} // namespace unmoor
