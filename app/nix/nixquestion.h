// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/process.h"
#include "app/nix/nixcommand.h"

#include <functional>

namespace unmoor {

/// Runs \a command and reads its standard output with \a parse; a non-zero exit code is an Error after the failure
/// table.
template <typename T>
QFuture<Result<T>> askNix(const Command &command, std::stop_token stop,
                          std::function<Result<T>(const QByteArray &)> parse)
{
    return runProcess(command, std::move(stop))
        .then([parse = std::move(parse),
               directory = command.workingDirectory](const Result<ProcessExit> &run) -> Result<T> {
            if (!run)
                return std::unexpected(run.error());
            if (run->code != 0)
                return std::unexpected(nixError(*run, directory));
            return parse(run->out);
        });
}

} // namespace unmoor
