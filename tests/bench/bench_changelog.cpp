// SPDX-License-Identifier: GPL-3.0-or-later
// How long a huge changelog takes to open, and each key in it, with the preview on.
//
// bench_changelog [MEGABYTES [KEYS]]
#include "app/changelog/recovery.h"
#include "ui/notes/changelogeditor.h"
#include "ui/notes/notespage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QByteArray release(int number, int entries)
{
    QByteArray text = "\n## 1.0." + QByteArray::number(number) + " (2026-06-24)\n\n### Fixed\n\n";
    for (int entry = 0; entry < entries; ++entry)
        text += "- Entry " + QByteArray::number(entry) + " tells of `something` that was [mended](https://e.org/"
            + QByteArray::number(entry) + ") in #" + QByteArray::number(entry + 1) + "\n";
    return text;
}

/// Releases, newest first, until there are \a size bytes; the one in the middle has \a entries, the others 25.
QByteArray changelogOf(qsizetype size, int entries)
{
    QByteArray text = "# Changelog\n\n## Unreleased\n";
    bool isPastMiddle = false;
    for (int number = 100'000; text.size() < size; --number) {
        const bool isMiddle = !isPastMiddle && text.size() > size / 2;
        text += release(number, isMiddle ? entries : 25);
        isPastMiddle = isPastMiddle || isMiddle;
    }
    return text;
}

/// The release in the middle of the file.
QString middleOf(const Changelog &changelog)
{
    for (const ChangelogSection &section : changelog.sections()) {
        if (section.headingBegin > changelog.bytes().size() / 2)
            return section.version;
    }
    return {};
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, QList<double> times)
{
    std::ranges::sort(times);
    std::printf("  %-30s median %6.1f ms, 99th of 100 %6.1f ms, worst %6.1f ms, %d of %d over 16 ms\n", what,
                times[times.size() / 2], times[times.size() * 99 / 100], times.last(),
                int(std::ranges::count_if(times, [](double time) { return time > 16; })), int(times.size()));
}

/// What a person waits for: file to values, values to a painted window.
void measure(const QByteArray &bytes, int keys)
{
    QList<double> parsing, opening;
    std::unique_ptr<NotesPage> page;
    Changelog changelog;
    for (int run = 0; run < 5; ++run) {
        page = std::make_unique<NotesPage>();
        page->resize(1100, 700);
        page->show();
        QApplication::processEvents();
        QElapsedTimer timer;
        timer.start();
        changelog = Changelog::parse(bytes);
        parsing.append(milliseconds(timer));
        const QString version = middleOf(changelog);
        const NotesContext context{.version = version,
                                   .fileName = u"CHANGELOG.md"_s,
                                   .tag = u'v' + version,
                                   .webUrl = QUrl(u"https://github.com/owner/name"_s)};
        const auto notes = releaseNotes(changelog, context);
        page->setContext(context);
        page->setDocument(changelog, u"CHANGELOG.md"_s, version, u"minne"_s);
        page->setNotes(notes);
        page->editor()->repaint();
        opening.append(milliseconds(timer));
        QApplication::processEvents();
    }
    const QString body = page->body();
    std::printf("%lld bytes, %lld sections; one of %lld characters is open\n", qlonglong(bytes.size()),
                qlonglong(changelog.sections().size()), qlonglong(body.size()));
    print("parsing alone", parsing);
    print("opening, parsing among it", opening);

    page->editor()->goToLine((page->editor()->firstLine() + page->editor()->lastLine()) / 2);
    QTest::keyClick(page->editor(), Qt::Key_End);
    // As the window does at every key.
    const QTemporaryDir state;
    UnsavedKeeper keeper(state.filePath(u"unsaved"_s));
    QObject::connect(page.get(), &NotesPage::bodyChanged, page.get(),
                     [&] { (void)keeper.keep({page->draft().savedBody(), page->body(), page->draft().aside()}); });
    QList<double> typing;
    QEventLoop loop;
    // A person types on, whatever the window is doing: keys come on their own clock, and wait where it is busy.
    const std::unique_ptr<QThread> typist(QThread::create([&] {
        for (int key = 0; key < keys; ++key) {
            QThread::msleep(30);
            QElapsedTimer pressed;
            pressed.start();
            QMetaObject::invokeMethod(page.get(), [&, key, pressed] {
                QTest::keyClick(page->editor(), key % 40 == 39 ? Qt::Key_Return : Qt::Key_A);
                page->editor()->repaint();
                typing.append(milliseconds(pressed));
                if (typing.size() == keys)
                    loop.quit();
            });
        }
    }));
    typist->start();
    loop.exec();
    typist->wait();
    print("a key, until it is painted", typing);
}

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication app(argc, argv);
    theme::apply(app, theme::Appearance::Light);
    const QStringList arguments = QApplication::arguments();
    const auto size = qsizetype(arguments.value(1, u"5"_s).toDouble() * 1e6);
    const int keys = arguments.value(2, u"400"_s).toInt();
    measure(changelogOf(size, 25), keys);
    measure(changelogOf(size, 1200), keys);
    return 0;
}
