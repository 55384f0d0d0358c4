// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

namespace unmoor {

/// Starts \a process, whose program and arguments are set: when this process ends, however it does, the kernel sends
/// the program \a signal. Sets the child process modifier. To be called in a thread that outlives the program.
void startToEndWithParent(QProcess &process, int signal);

/// While it lives, what its thread forks is killed when this process ends.
///
/// QProcess forks where it may not use vfork (under a sanitizer, or where the kernel's newer calls are kept from it),
/// and the child then waits for its parent before it calls the child process modifier. Without this, it would wait for
/// ever if the parent was killed in that moment.
class ForksEndWithParent
{
public:
    ForksEndWithParent();
    ~ForksEndWithParent();
    ForksEndWithParent(const ForksEndWithParent &) = delete;
    ForksEndWithParent &operator=(const ForksEndWithParent &) = delete;
};

} // namespace unmoor
