// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/store.h"

namespace unmoor::rehearsal {

/// Makes a pull request from the body of POST /pulls; its number.
Answer<qint64> createPull(Store &store, Repository &repository, const QJsonObject &fields);

Pull *openPull(Repository &repository, qint64 number); ///< null where none of this number is open
void close(Pull &pull);

} // namespace unmoor::rehearsal
