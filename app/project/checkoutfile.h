// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/project/checkout.h"

#include <QFuture>

namespace unmoor {

/// The file \a path, relative to \a directory, as a release ships it: of a clean checkout as the commit has it, without
/// what filters of git make of it; of another one as it lies in the folder. Errors: NotFound, InvalidInput (a folder, a
/// link, a submodule, empty, a pointer of Git LFS, larger than 512 MiB), Failed with git's own words, Canceled.
QFuture<Result<QByteArray>> readCheckoutFile(const Checkout &checkout, const QString &directory, const QString &path,
                                             std::stop_token stop = {});

} // namespace unmoor
