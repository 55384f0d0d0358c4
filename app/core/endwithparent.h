// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/prctl.h>
#include <unistd.h>

namespace unmoor {

/// For QProcess::setChildProcessModifier(): the kernel sends the program \a signal when \a parent, which starts it,
/// ends. If it has ended by now, nobody would: then the program is not started at all. Safe after a vfork;
/// after a fork each page that the parent touches would be copied.
inline void endWithParent(pid_t parent, int signal)
{
    prctl(PR_SET_PDEATHSIG, signal);
    if (getppid() != parent)
        _exit(1);
}

} // namespace unmoor
