// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace unmoor {

/// Lines that belong together as their writer says, such as a step of a job of GitHub Actions. The first names them.
struct LogGroup
{
    qsizetype line = 0; ///< the first, which names it
    qsizetype end = -1; ///< the line after its last; -1: nothing has ended it, and it goes to the end of the log
    qsizetype parent = -1; ///< index of the group that it is in; -1: of none
    int errors = 0; ///< heads of errors below its first line
    int warnings = 0;

    bool operator==(const LogGroup &) const = default;
};

} // namespace unmoor
