// SPDX-License-Identifier: GPL-3.0-or-later
// How long a huge changelog takes to open, and each key in it, with the preview on.
//
// bench_changelog [MEGABYTES [KEYS]]
#include "notes/changelogeditor.h"
#include "notes/notespage.h"
#include "theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// Releases of 30 lines each, newest first, until there are \a size bytes.
QByteArray changelogOf(qsizetype size)
{
    QByteArray text = "# Changelog\n\n## Unreleased\n";
    for (int release = 100'000; text.size() < size; --release) {
        text += "\n## 1.0." + QByteArray::number(release) + " (2026-06-24)\n\n### Fixed\n\n";
        for (int entry = 0; entry < 25; ++entry)
            text += "- Entry " + QByteArray::number(entry) + " tells of `something` that was [mended](https://e.org/"
                + QByteArray::number(entry) + ") in #" + QByteArray::number(entry + 1) + "\n";
    }
    return text;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, QList<double> times)
{
    std::ranges::sort(times);
    std::printf("%-34s median %7.1f ms, 95th of 100 %7.1f ms, worst %7.1f ms\n", what, times[times.size() / 2],
                times[times.size() * 95 / 100], times.last());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    theme::apply(app, theme::Appearance::Light);
    const QStringList arguments = QApplication::arguments();
    const QByteArray bytes = changelogOf(qsizetype(arguments.value(1, u"5"_s).toDouble() * 1e6));
    const int keys = arguments.value(2, u"200"_s).toInt();

    QList<double> parsing;
    Changelog changelog;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        changelog = Changelog::parse(bytes);
        parsing.append(milliseconds(timer));
    }
    std::printf("%lld bytes, %lld sections\n", qlonglong(bytes.size()), qlonglong(changelog.sections().size()));
    print("parsing", parsing);

    NotesPage page;
    page.resize(1100, 700);
    page.show();
    QApplication::processEvents();
    const QString version = changelog.sections().value(1).version;
    const auto notes = releaseNotes(changelog, version, u"CHANGELOG.md"_s);
    QElapsedTimer opening;
    opening.start();
    page.setDocument(changelog, u"CHANGELOG.md"_s, version, u"minne"_s);
    page.setNotes(notes);
    QApplication::processEvents();
    std::printf("%-34s %7.1f ms\n", "opening in the window", milliseconds(opening));

    page.editor()->goToLine(page.editor()->lastLine());
    QTest::keyClick(page.editor(), Qt::Key_End);
    QList<double> typing;
    for (int key = 0; key < keys; ++key) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(page.editor(), key % 40 == 39 ? Qt::Key_Return : Qt::Key_A);
        QApplication::processEvents(); // what the key set off, painting among it
        typing.append(milliseconds(timer));
        QTest::qWait(30); // a fast typist; the preview follows meanwhile
    }
    print("a key, until it is painted", typing);
    return 0;
}
