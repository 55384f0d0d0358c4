// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/endwithparent.h"

#include <QScopeGuard>
#include <QTest>
#include <array>
#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace unmoor;

class EndWithParentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aForkEndsWithWhoeverIsKilledBeforeItStartsAProgram()
    {
        std::array<int, 2> ends{};
        QCOMPARE(pipe(ends.data()), 0);
        const pid_t parent = fork();
        if (parent == 0) {
            setpgid(0, 0);
            const ForksEndWithParent guard;
            if (fork() == 0)
                for (;;)
                    pause(); // as QProcess's child does, which waits for its parent
            [[maybe_unused]] const auto told = write(ends[1], "f", 1);
            for (;;)
                pause();
        }
        const auto leaveNothing = qScopeGuard([parent] { kill(-parent, SIGKILL); });
        close(ends[1]);
        char forked = 0;
        QCOMPARE(read(ends[0], &forked, 1), 1);
        QCOMPARE(kill(parent, SIGKILL), 0);
        QCOMPARE(waitpid(parent, nullptr, 0), parent);
        // The pipe ends when the last process that could write to it has ended.
        pollfd end{ends[0], POLLIN, 0};
        QCOMPARE(poll(&end, 1, 30'000), 1);
        QCOMPARE(read(ends[0], &forked, 1), 0);
        close(ends[0]);
    }
};

QTEST_GUILESS_MAIN(EndWithParentTest)
#include "tst_endwithparent.moc"
