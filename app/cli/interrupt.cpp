// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include "app/cli/terminal.h"

#include <QSocketNotifier>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace unmoor {

namespace {

int ends[2] = {-1, -1}; ///< a signal handler may only write; the notifier reads

void handle(int signal)
{
    showTyping();
    // The second one meets the default and ends the program.
    ::signal(signal, SIG_DFL);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(ends[0], &byte, 1);
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return;
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Interrupt::take);
    ::signal(SIGINT, handle);
    ::signal(SIGTERM, handle);
}

Interrupt::~Interrupt()
{
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    ::close(ends[0]);
    ::close(ends[1]);
}

void Interrupt::take()
{
    char byte = 0;
    [[maybe_unused]] const auto got = ::read(ends[1], &byte, 1);
    Q_EMIT requested();
}

} // namespace unmoor
