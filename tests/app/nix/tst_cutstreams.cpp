// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/logfeed.h"
#include "nix/logtail.h"

#include <QDir>
#include <QTemporaryFile>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Phase = DerivationState::Phase;

namespace {

constexpr qint64 mostBytes = 8 * 1024;

/// Reads the first \a size bytes of \a stream as a log that was cut there.
LogFeed readCut(const std::shared_ptr<LogStore> &store, const QByteArray &stream, qsizetype size)
{
    LogFeed feed(store);
    const auto sink = [&](QByteArrayView line, qint64 offset) { feed.read(line, offset, offset); };
    qsizetype from = 0;
    for (qsizetype end = stream.indexOf('\n'); end >= 0 && end < size; end = stream.indexOf('\n', from)) {
        sink(QByteArrayView(stream).sliced(from, end - from), from);
        from = end + 1;
    }
    if (from < size)
        sink(QByteArrayView(stream).sliced(from, size - from), from);
    return feed;
}

/// Counts of the monitor and of the store are the same lines.
QString disagreement(const BuildMonitor &monitor, const LogStore &store)
{
    if (store.lineCount() != monitor.lineCount())
        return u"the store has %1 lines, the monitor %2"_s.arg(store.lineCount()).arg(monitor.lineCount());
    for (qsizetype i = 0; i < monitor.derivations().size(); ++i) {
        qsizetype lines = 0;
        for (qsizetype chunk = 0; chunk < store.chunkCount(); ++chunk)
            lines += store.countIn(chunk, {.derivation = qint32(i)});
        if (lines != monitor.derivations()[i].logLines)
            return u"%1 has other counts"_s.arg(monitor.derivations()[i].name);
    }
    return {};
}

bool anythingRuns(const BuildMonitor &monitor)
{
    return monitor.buildsRunning() > 0 || std::ranges::any_of(monitor.derivations(), [](const DerivationState &state) {
               return state.phase == Phase::Running || state.phase == Phase::Waiting || state.phase == Phase::Planned;
           });
}

} // namespace

class TestCutStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAtEveryByte_data()
    {
        QTest::addColumn<QString>("path");
        QDir folder(QStringLiteral(UNMOOR_TEST_DATA "/nix-logs"));
        for (const QFileInfo &file : folder.entryInfoList({u"*.log"_s}, QDir::Files)) {
            if (file.size() < mostBytes)
                QTest::newRow(qPrintable(file.fileName())) << file.absoluteFilePath();
        }
    }

    void cutAtEveryByte()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stream = file.readAll();
        const auto whole = std::make_shared<LogStore>(path);
        QVERIFY(whole->open());
        readCut(whole, stream, stream.size());
        const QList<LogLine> wholeLines = whole->lines(0, whole->lineCount());

        // Lines are read back from the recording itself, longer than the cut but for the last one.
        for (qsizetype size = 0; size < stream.size(); ++size) {
            const auto store = std::make_shared<LogStore>(path);
            QVERIFY(store->open());
            LogFeed feed = readCut(store, stream, size);
            QCOMPARE(disagreement(feed.monitor(), *store), QString());

            // Of each record that is whole before the cut, each line is there; behind them at most the cut one.
            const qsizetype lastEnd = QByteArrayView(stream).first(size).lastIndexOf('\n');
            const QList<LogEntry> entries = store->entries(0, store->lineCount());
            const qsizetype complete =
                std::ranges::count_if(entries, [&](const LogEntry &entry) { return entry.offset <= lastEnd; });
            QVERIFY(entries.size() - complete <= (size > lastEnd + 1 ? 1 : 0));
            const QList<LogEntry> wholeEntries = whole->entries(0, complete);
            QCOMPARE(entries.first(complete), wholeEntries);
            QCOMPARE(whole->entry(complete).offset > lastEnd || complete == wholeLines.size(), true);

            const double progress = feed.monitor().progress();
            QVERIFY(progress >= 0 && progress <= 1);
            feed.end(size, false);
            QVERIFY(!anythingRuns(feed.monitor()));
            QVERIFY(feed.monitor().currentName().isEmpty());
        }
    }

    void tailOfACutFileIsTextOrNothing_data() { cutAtEveryByte_data(); }

    /// The same through a file that grows byte by byte, as a follower reads it.
    void tailOfACutFileIsTextOrNothing()
    {
        QFETCH(QString, path);
        QFile recording(path);
        QVERIFY(recording.open(QIODevice::ReadOnly));
        const QByteArray stream = recording.readAll().first(std::min<qint64>(recording.size(), 1500));
        QTemporaryFile file;
        QVERIFY(file.open());
        const auto store = std::make_shared<LogStore>(file.fileName());
        LogTail tail;
        QVERIFY(store->open() && tail.open(file.fileName()));
        LogFeed feed(store);
        const auto sink = [&](QByteArrayView line, qint64 offset) { feed.read(line, offset, 0); };
        for (const char byte : stream) {
            file.write(&byte, 1);
            file.flush();
            QVERIFY(!tail.read(sink, QDeadlineTimer::Forever));
        }
        const qsizetype before = store->lineCount();
        tail.finish(sink);
        QVERIFY(store->lineCount() <= before + 1);
        QCOMPARE(disagreement(feed.monitor(), *store), QString());
        if (store->lineCount() > before) {
            const QByteArray last = stream.sliced(stream.lastIndexOf('\n') + 1);
            QCOMPARE(store->line(before).text, QString::fromUtf8(last).remove(u'\r'));
        }
    }
};

QTEST_GUILESS_MAIN(TestCutStreams)
#include "tst_cutstreams.moc"
