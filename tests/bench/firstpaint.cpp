// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded in front of a Qt program (LD_PRELOAD), it ends the program once its first window is painted, and writes when
// that was to standard output: milliseconds of CLOCK_MONOTONIC. start.py runs programs with it.
#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace {

class FirstPaint : public QObject
{
public:
    using QObject::QObject;

    /// A widget is painted while its window answers to being exposed, and is on the screen when that answer is done.
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(object);
        if (event->type() == QEvent::Paint && widget && widget->isWindow())
            QMetaObject::invokeMethod(this, &FirstPaint::sayAndEnd, Qt::QueuedConnection);
        return false;
    }

private:
    static void sayAndEnd()
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::printf("%.3f\n", std::chrono::duration<double, std::milli>(now).count());
        std::fflush(stdout);
        _exit(0);
    }
};

/// Called by Qt once a QCoreApplication is there; the program may have one before its window's.
void watchForPaint()
{
    if (!qApp->inherits("QApplication"))
        return;
    qunsetenv("LD_PRELOAD"); // what the program starts is not watched
    qApp->installEventFilter(new FirstPaint(qApp));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watchForPaint)
