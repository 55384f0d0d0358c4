// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/endwithparent.h"

#include <QProcess>
#include <csignal>
#include <pthread.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace unmoor {

namespace {

thread_local pid_t forkingParent = 0; // 0: what this thread forks may outlive it

/// Called in the child, after a fork or a vfork: changes nothing of its memory. If \a parent has ended by now, nobody
/// would send the signal: then the program is not started at all.
void endWithParent(pid_t parent, int signal)
{
    prctl(PR_SET_PDEATHSIG, signal);
    if (getppid() != parent)
        _exit(1);
}

void afterFork()
{
    if (forkingParent != 0)
        endWithParent(forkingParent, SIGKILL);
}

} // namespace

ForksEndWithParent::ForksEndWithParent()
{
    [[maybe_unused]] static const int registered = pthread_atfork(nullptr, nullptr, afterFork);
    forkingParent = getpid();
}

ForksEndWithParent::~ForksEndWithParent()
{
    forkingParent = 0;
}

void startToEndWithParent(QProcess &process, int signal)
{
    process.setChildProcessModifier([own = getpid(), signal] { endWithParent(own, signal); });
    const ForksEndWithParent guard;
    process.start();
}

} // namespace unmoor
