// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a stream of Nix is read:  bench_nixevent FILE
// Prints lines a second for splitting alone, for parsing and for parsing into a monitor.
#include "app/buildlog/buildmonitor.h"

#include <QElapsedTimer>
#include <QFile>
#include <cstdio>

using namespace unmoor;

namespace {

template <typename Sink>
void measure(const char *what, const QByteArray &log, const Sink &sink)
{
    QElapsedTimer clock;
    clock.start();
    qsizetype lines = 0;
    qsizetype from = 0;
    for (qsizetype end = log.indexOf('\n'); end >= 0; end = log.indexOf('\n', from)) {
        sink(QByteArrayView(log).sliced(from, end - from));
        from = end + 1;
        ++lines;
    }
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    std::printf("%-22s %8.3f s %12.0f lines/s\n", what, seconds, double(lines) / seconds);
}

} // namespace

int main(int argc, char **argv)
{
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!file.open(QIODevice::ReadOnly)) {
        std::fputs("bench_nixevent needs a stream, for example of tests/data/nix-logs/generators/make-stream.py\n",
                   stderr);
        return 2;
    }
    const QByteArray log = file.readAll();
    qsizetype bytes = 0;
    measure("split", log, [&](QByteArrayView line) { bytes += line.size(); });
    measure("parse", log, [&](QByteArrayView line) { bytes += parseNixLine(line).text.size(); });
    BuildMonitor monitor;
    measure("parse into a monitor", log, [&](QByteArrayView line) { monitor.apply(parseNixLine(line), 0); });
    std::printf("%lld log lines, %lld characters\n", (long long)monitor.lineCount(), (long long)bytes);
    return 0;
}
