// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"

#include <cstdio>

namespace {

using Entries = QMap<QString, int (*)(int argc, char **argv)>;

Entries &entries()
{
    static Entries all;
    return all;
}

bool isAnyChildLeft()
{
    for (const QString &thread : QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(QStringLiteral("/proc/self/task/%1/children").arg(thread));
        if (children.open(QFile::ReadOnly) && !children.readAll().trimmed().isEmpty())
            return true;
    }
    return false;
}

} // namespace

void QTest::qRegisterTestCase(const QString &name, int (*run)(int argc, char **argv))
{
    entries().insert(QFileInfo(name).completeBaseName(), run);
}

bool everythingHasEnded()
{
    // What ends may be answered, in a later turn, by starting the next.
    for (int turn = 0; turn < 3; ++turn) {
        if (isAnyChildLeft() || QThreadPool::globalInstance()->activeThreadCount() > 0)
            return false;
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return !isAnyChildLeft();
}

/// What waits for a process keeps memory, which LeakSanitizer would take for a leak.
void waitForTheEnd()
{
    QDeadlineTimer patience(30'000);
    while (!everythingHasEnded() && !patience.hasExpired())
        QThread::msleep(1);
}

int main(int argc, char *argv[])
{
    const auto run = argc < 2 ? nullptr : entries().value(QString::fromLocal8Bit(argv[1]));
    if (!run) {
        std::fprintf(stderr, "Which tests? Start it with one of these names:\n%s\n",
                     qPrintable(entries().keys().join(u'\n')));
        return 2;
    }
    qAddPostRoutine(waitForTheEnd); // the last thing that an application does
    return run(argc - 1, argv + 1); // the name is argv[0] and so the application's, as in a program of its own
}
