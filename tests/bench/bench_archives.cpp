// SPDX-License-Identifier: GPL-3.0-or-later
// How fast an archive is inspected, beside what limits it and what people use otherwise. Whole processes, warm cache,
// the same run, medians of five; every round runs all of them in turn.
//   packaging/enter bash -c 'cmake --preset release -DBUILD_TESTING=ON &&
//       cmake --build --preset release --target unmoor bench_archives && build/release/tests/bench/bench_archives
//       [FOLDER]'
// FOLDER holds the files that are packed; without it this machine's own programs and libraries are, 200 MB of them.
#include "app/archive/inspectionprocess.h"

#include <KTar>
#include <KZip>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <algorithm>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

constexpr int rounds = 5;
const QString unmoorProgram = QStringLiteral(UNMOOR_PROGRAM);

struct Cost
{
    double seconds = 0;
    double peakMiB = 0;
};

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

double medianOf(QList<double> all)
{
    std::ranges::sort(all);
    return all.at(all.size() / 2);
}

void shell(const QString &folder, const QString &command)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(u"bash"_s, {u"-c"_s, command});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("%s failed", qPrintable(command));
}

/// Runs a program with its output thrown away. Exit code 1 is a verdict of ours, no failure.
Cost costOf(const QStringList &command)
{
    QByteArrayList words;
    for (const QString &word : command)
        words.append(word.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    rusage usage = {};
    int status = 0;
    const double seconds = secondsOf([&] {
        pid_t child = 0;
        if (posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
            status = -1;
        else
            wait4(child, &status, 0, &usage);
    });
    posix_spawn_file_actions_destroy(&actions);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
        return {}; // not there, or it cannot
    return {seconds, double(usage.ru_maxrss) / 1024};
}

int countFiles(const KArchiveDirectory *folder)
{
    int count = 0;
    for (const QString &name : folder->entries()) {
        const KArchiveEntry *entry = folder->entry(name);
        count += entry->isDirectory() ? countFiles(static_cast<const KArchiveDirectory *>(entry)) : 1;
    }
    return count;
}

/// What `bench_archives ktar FILE` does, so that KArchive is measured as a process, too.
int walkWithKArchive(const QString &path)
{
    std::unique_ptr<KArchive> archive;
    if (path.endsWith(".zip"_L1))
        archive = std::make_unique<KZip>(path);
    else
        archive = std::make_unique<KTar>(path);
    return archive->open(QIODevice::ReadOnly) && countFiles(archive->directory()) > 0 ? 0 : 2;
}

struct Way
{
    QString name;
    QStringList command;
};

void compare(QTextStream &out, const QString &title, const QString &path, const QList<Way> &others)
{
    QList<Way> ways{{u"unmoor inspect"_s, {unmoorProgram, u"inspect"_s, path}}};
    ways += others;
    ways += {{u"bsdtar -tvf"_s, {u"bsdtar"_s, u"-tvf"_s, path}},
             {u"KArchive open and walk"_s, {QCoreApplication::applicationFilePath(), u"ktar"_s, path}}};
    QList<QList<double>> seconds(ways.size());
    QList<double> peaks(ways.size());
    for (int round = 0; round < rounds; ++round) {
        for (qsizetype i = 0; i < ways.size(); ++i) {
            const Cost cost = costOf(ways[i].command);
            seconds[i].append(cost.seconds);
            peaks[i] = std::max(peaks[i], cost.peakMiB);
        }
    }
    const double limit = medianOf(seconds[1]);
    out << title << ", " << QFileInfo(path).size() / 1'000'000 << " MB packed\n";
    for (qsizetype i = 0; i < ways.size(); ++i) {
        const double median = medianOf(seconds[i]);
        out << "  " << ways[i].name.leftJustified(24)
            << (median > 0 ? u"%1 s  %2 of the limit  %3 MiB"_s.arg(median, 6, 'f', 3)
                                 .arg(median / limit, 5, 'f', 2)
                                 .arg(peaks[i], 5, 'f', 0)
                           : u"not there"_s)
            << Qt::endl;
    }
}

/// First row and cancel as the window sees them: through a process of its own.
void measureWindow(QTextStream &out, const QString &path)
{
    const InspectionProcess process{.program = unmoorProgram};
    QList<double> firstRows;
    QList<double> cancels;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        double firstRow = 0;
        std::stop_source stop;
        QElapsedTimer sinceStop;
        const auto canceled = inspectApart(process, path, {}, stop.get_token(), [&](const ScanProgress &progress) {
            if (firstRow == 0 && !progress.batch.isEmpty())
                firstRow = double(timer.nsecsElapsed()) / 1e9;
            if (progress.packedRead > progress.packedSize / 3 && !stop.stop_requested()) {
                stop.request_stop();
                sinceStop.start();
            }
        });
        while (!canceled.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        cancels.append(double(sinceStop.nsecsElapsed()) / 1e9);
        firstRows.append(firstRow);
        if (canceled.result())
            out << "  (too fast to be canceled)" << Qt::endl;
    }
    out << u"  first row %1 ms, cancel %2 ms\n"_s.arg(medianOf(firstRows) * 1000, 0, 'f', 0)
               .arg(medianOf(cancels) * 1000, 0, 'f', 0);
}

const QString collect = uR"(mkdir -p top/lib; total=0
for f in $(ls -LS /usr/lib/*/lib*.so.* /usr/bin/* 2>/dev/null); do
    [ -f "$f" ] || continue; size=$(stat -Lc %s "$f"); [ "$size" -gt 40000000 ] && continue
    cp -L "$f" top/lib/ && total=$((total + size)); [ "$total" -gt 200000000 ] && break
done; true)"_s;

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "ktar"_L1)
        return walkWithKArchive(arguments.value(2));
    QTextStream out(stdout);
    const QTemporaryDir dir;
    shell(dir.path(), arguments.size() > 1 ? u"cp -a '%1' top"_s.arg(arguments.at(1)) : collect);
    shell(dir.path(),
          u"tar --sort=name --mtime=@1 --owner=0 --group=0 -cf t.tar top; du -sb top | cut -f1;"
          "xz -T2 -kc t.tar >many.tar.xz; xz -T1 -kc t.tar >one.tar.xz; zstd -q -T0 -15 -kc t.tar >t.tar.zst;"
          "gzip -kc t.tar >t.tar.gz; zip -qr t.zip top"_s);
    const auto at = [&dir](const QString &name) { return dir.filePath(name); };
    const QString many = at(u"many.tar.xz"_s);
    compare(out, u"tar.xz of many blocks"_s, many, {{u"xz -T0 -dc (limit)"_s, {u"xz"_s, u"-T0"_s, u"-dc"_s, many}}});
    measureWindow(out, many);
    const QString one = at(u"one.tar.xz"_s);
    compare(out, u"tar.xz of one block"_s, one, {{u"xz -T1 -dc (limit)"_s, {u"xz"_s, u"-T1"_s, u"-dc"_s, one}}});
    measureWindow(out, one);
    const QString zst = at(u"t.tar.zst"_s);
    compare(out, u"tar.zst"_s, zst, {{u"zstd -dc (limit)"_s, {u"zstd"_s, u"-q"_s, u"-dc"_s, zst}}});
    const QString gz = at(u"t.tar.gz"_s);
    compare(out, u"tar.gz"_s, gz, {{u"gzip -dc (limit)"_s, {u"gzip"_s, u"-dc"_s, gz}}});
    const QString zip = at(u"t.zip"_s);
    compare(out, u"zip"_s, zip, {{u"unzip -tq"_s, {u"unzip"_s, u"-tq"_s, zip}}});
    return 0;
}
