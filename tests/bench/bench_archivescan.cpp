// SPDX-License-Identifier: GPL-3.0-or-later
// Compares scanArchive() with `xz -T0 -dc`, which is the physical limit, and with KTar, the obvious other way.
#include "archive/archivescan.h"

#include <KTar>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

double medianOf(int runs, const std::function<void()> &work)
{
    QList<double> all;
    for (int i = 0; i < runs; ++i)
        all.append(secondsOf(work));
    std::ranges::sort(all);
    return all.at(all.size() / 2);
}

void shell(const QString &folder, const QString &command)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(u"sh"_s, {u"-c"_s, command});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("%s failed", qPrintable(command));
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

void compare(QTextStream &out, const QString &name, const QString &folder, const QString &path)
{
    using namespace unmoor;
    double first = 0;
    const double scan = medianOf(3, [&] {
        QElapsedTimer timer;
        timer.start();
        first = 0;
        const auto contents = scanArchive(path, {}, {}, [&](const ScanProgress &) {
            if (first == 0)
                first = double(timer.nsecsElapsed()) / 1e9;
        });
        if (!contents || !contents->isWhole())
            qFatal("the scan failed");
    });
    const double xz = medianOf(3, [&] { shell(folder, u"xz -T0 -dc '%1' > /dev/null"_s.arg(path)); });
    const double kTar = medianOf(3, [&] {
        KTar tar(path);
        if (!tar.open(QIODevice::ReadOnly) || countFiles(tar.directory()) == 0)
            qFatal("KTar failed");
    });
    out << name << ": scan " << scan << " s (first row " << first << " s), xz -T0 -dc " << xz << " s, KTar " << kTar
        << " s; scan/xz " << scan / xz << ", KTar/scan " << kTar / scan << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    const QTemporaryDir dir;
    const QString folder = dir.path();
    // This machine's own libraries shrink as real programs do. 200 MB of them, or as many as the argument says, the
    // largest first.
    const int megabytes = argc > 1 ? QByteArray(argv[1]).toInt() : 200;
    shell(folder,
          u"mkdir -p top/lib; total=0; for f in $(ls -LS /usr/lib/*/lib*.so.* /usr/bin/* 2>/dev/null); do "
          "[ -f $f ] || continue; size=$(stat -Lc %s $f); [ $size -gt 40000000 ] && continue; "
          "cp -L $f top/lib/ && total=$((total + size)); [ $total -gt %1000000 ] && break; done; "
          "tar -cf t.tar top; xz -T0 -1 --block-size=24MiB -kc t.tar > many.tar.xz; "
          "xz -T1 -1 -kc t.tar > one.tar.xz"_s.replace(u"%1"_s, QString::number(megabytes)));
    compare(out, u"many blocks"_s, folder, folder + u"/many.tar.xz"_s);
    compare(out, u"one block"_s, folder, folder + u"/one.tar.xz"_s);
    return 0;
}
