// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace unmoor {

/// What the kernel took from this process.
struct Confinement
{
    bool files = false; ///< Landlock: nothing can be opened but what was named, no TCP
    bool calls = false; ///< seccomp: system calls that reading does not need are refused
};

/// Takes from this process, for good, what reading files does not need. It can open \a readable, for reading, and
/// nothing else; write to its standard output; start threads, but no programs; and reach no network and no other
/// process. Files that are open are closed but for standard input and output. A kernel that lacks one of the two ways
/// goes on without it. To be called before there is a second thread, because threads that run already keep their
/// rights.
Confinement confineThisProcess(const QStringList &readable);

} // namespace unmoor
