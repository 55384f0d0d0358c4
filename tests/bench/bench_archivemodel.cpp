// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window stands still while the archive page shows a huge archive: the longest time between two turns of
// the event loop, by what was done.
//
// bench_archivemodel [ENTRIES [FILES_IN_A_FOLDER]]
#include "ui/archive/archivemodel.h"
#include "ui/archive/archivepage.h"
#include "ui/archive/archivetree.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// What this thread has used: other programs do not count, unlike in the time that passed.
double usedMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Turns the event loop until \a isDone, noting the longest turn.
class Turns
{
public:
    template <typename Done>
    void run(const char *what, Done &&isDone)
    {
        QElapsedTimer whole;
        whole.start();
        double longest = 0;
        double mostUsed = 0;
        do {
            const double used = usedMilliseconds();
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            longest = std::max(longest, double(turn.nsecsElapsed()) / 1e6 + std::exchange(m_before, 0));
            mostUsed = std::max(mostUsed, usedMilliseconds() - used + std::exchange(m_usedBefore, 0));
        } while (!isDone() || whole.elapsed() < 60);
        std::printf("%-36s longest turn %6.1f ms (processor %6.1f), all of it %8.1f ms\n", what, longest, mostUsed,
                    double(whole.nsecsElapsed()) / 1e6);
    }

    /// Does \a action as a handler of an event would, as a part of the turn that comes.
    template <typename Action>
    void act(Action &&action)
    {
        QElapsedTimer clock;
        clock.start();
        const double used = usedMilliseconds();
        action();
        m_before += double(clock.nsecsElapsed()) / 1e6;
        m_usedBefore += usedMilliseconds() - used;
    }

private:
    double m_before = 0;
    double m_usedBefore = 0;
};

Inspection madeInspection(int entries, int inFolder)
{
    Inspection inspection;
    inspection.contents.fileName = u"huge.tar.xz"_s;
    inspection.contents.entries.reserve(entries);
    for (int i = 0; i < entries; ++i) {
        const QString path = u"top/folder-%1/file-%2.txt"_s.arg(i / inFolder).arg(i);
        inspection.contents.entries.append(
            {.rawName = path.toUtf8(), .path = path, .mode = 0644, .size = i, .sha256 = QByteArray(64, 'a')});
        if (i % 100 == 99)
            inspection.report.findings.append(
                {.severity = Severity::Warning, .code = u"unexpected-entry"_s, .path = path});
    }
    inspection.report.missing = {u"top/LICENSE"_s};
    return inspection;
}

qint64 residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 / 1024 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    theme::apply(app, theme::Appearance::Light);
    const int entries = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const int inFolder = argc > 2 ? std::atoi(argv[2]) : 1'000;
    const Inspection inspection = madeInspection(entries, inFolder);
    const qint64 before = residentMiB();

    Turns turns;
    ArchivePage page;
    page.resize(1104, 600);
    page.show();
    auto *model = page.model();
    auto *tree = page.findChild<ArchiveTree *>();
    turns.run("opening the page", [] { return true; });

    page.beginReading(u"huge.tar.xz"_s);
    int sent = 0;
    QTimer reader;
    QObject::connect(&reader, &QTimer::timeout, &page, [&] {
        const int count = std::min(5'000, entries - sent);
        page.appendEntries(inspection.contents.entries.sliced(sent, count));
        page.setProgress(sent += count, entries);
        if (sent == entries)
            reader.stop();
    });
    reader.start(0);
    turns.run("reading, 5,000 entries at a time", [&] { return model->entryCount() == entries; });

    const auto arranged = [&] { return !model->isArranging(); };
    turns.act([&] { page.setInspection(inspection); });
    turns.run("the inspection", arranged);
    std::printf("%-44s %lld MiB beside the inspection itself\n", "memory", (long long)(residentMiB() - before));

    for (int folder = 0; folder < std::min(20, entries / inFolder); ++folder) {
        turns.act([&] { tree->expand(model->indexOfPath(u"top/folder-%1"_s.arg(folder))); });
        if (folder == 0 || folder == 19)
            turns.run("opening a folder", arranged);
    }
    int at = 0;
    QTimer scroller;
    QObject::connect(&scroller, &QTimer::timeout, &page, [&] {
        QScrollBar *bar = tree->verticalScrollBar();
        at += std::max(1, bar->maximum() / 100);
        bar->setValue(at);
        if (at >= bar->maximum())
            scroller.stop();
    });
    scroller.start(0);
    turns.run("scrolling from top to bottom", [&] { return !scroller.isActive(); });

    turns.act([&] { page.goToProblem(); });
    turns.run("the next problem", arranged);
    SegmentedControl *scope = nullptr;
    for (auto *control : page.findChildren<SegmentedControl *>())
        if (control->button(0)->text().startsWith(u"All"_s))
            scope = control;
    turns.act([&] { scope->setCurrentIndex(1); });
    turns.run("problems only", arranged);
    turns.act([&] { scope->setCurrentIndex(0); });
    turns.run("all again", arranged);
    auto *name = page.findChild<QLineEdit *>();
    for (const QString &needle : {u"f"_s, u"file-77"_s, u"file-777777"_s, QString()}) {
        turns.act([&] { name->setText(needle); });
        turns.run(qPrintable(u"name filter \"%1\""_s.arg(needle)), arranged);
    }
    for (QAction *action : page.findChildren<QAction *>()) {
        if (!action->text().contains(u"order"_s))
            continue;
        turns.act([&] { action->setChecked(true); });
        turns.run("archive order", arranged);
    }
    turns.act([&] { model->reveal(u"top/folder-0/file-5.txt"_s); });
    turns.run("looking up a path", arranged);
    turns.act([&] { page.beginReading(u"next.tar"_s); });
    turns.run("leaving it", arranged);
    return 0;
}
