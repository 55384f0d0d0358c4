// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logfeed.h"
#include "app/buildlog/logtail.h"

#include <QDir>
#include <QTemporaryFile>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Phase = DerivationState::Phase;

namespace {

constexpr qint64 mostBytes = 8 * 1024;

/// A log store whose text is in \a path.
std::shared_ptr<LogStore> storeOf(const QString &path)
{
    auto store = std::make_shared<LogStore>(path);
    if (!store->open())
        qFatal("no recording");
    return store;
}

/// Reads the first \a size bytes of \a stream as a log that was cut there.
void readCut(LogFeed &feed, const QByteArray &stream, qsizetype size)
{
    qsizetype from = 0;
    for (qsizetype end = stream.indexOf('\n'); end >= 0 && end < size; end = stream.indexOf('\n', from)) {
        feed.read(QByteArrayView(stream).sliced(from, end - from), from, from);
        from = end + 1;
    }
    if (from < size)
        feed.read(QByteArrayView(stream).sliced(from, size - from), from, from);
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

    /// What is whole before the cut is there, the cut record is a line of text, and nothing runs after the end.
    void cutAtEveryByte()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stream = file.readAll();
        LogFeed whole(storeOf(path)); // what is whole so far
        const auto store = storeOf(path);
        LogFeed cuts(store); // every cut of every record
        for (qsizetype from = 0; from < stream.size();) {
            const qsizetype next = stream.indexOf('\n', from);
            const qsizetype end = next < 0 ? stream.size() : next;
            for (qsizetype cut = from + 1; cut < end; ++cut) {
                const QByteArrayView record = QByteArrayView(stream).sliced(from, cut - from);
                BuildMonitor monitor = whole.monitor();
                monitor.apply(parseNixLine(record), cut);
                QCOMPARE(monitor.lineCount(), whole.monitor().lineCount() + 1);
                QCOMPARE(monitor.derivations(), whole.monitor().derivations());
                QVERIFY(monitor.progress() >= 0 && monitor.progress() <= 1);
                monitor.end(cut, false);
                QVERIFY(!anythingRuns(monitor));
                QVERIFY(monitor.currentName().isEmpty());
                cuts.read(record, from, cut);
            }
            QCOMPARE(disagreement(cuts.monitor(), *store), QString());
            whole.read(QByteArrayView(stream).sliced(from, end - from), from, end);
            from = end + 1;
        }
    }

    void linesBeforeACutAreThose_data() { cutAtEveryByte_data(); }

    /// The same from the start of the file, cut in the middle and at the end of each record.
    void linesBeforeACutAreThose()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stream = file.readAll();
        const auto whole = storeOf(path);
        LogFeed wholeFeed(whole);
        readCut(wholeFeed, stream, stream.size());
        for (qsizetype from = 0; from < stream.size();) {
            const qsizetype next = stream.indexOf('\n', from);
            const qsizetype end = next < 0 ? stream.size() : next;
            for (const qsizetype cut : {from, (from + end) / 2, end}) {
                const auto store = storeOf(path);
                LogFeed feed(store);
                readCut(feed, stream, cut);
                QCOMPARE(disagreement(feed.monitor(), *store), QString());
                const QList<LogEntry> entries = store->entries(0, store->lineCount());
                const auto complete =
                    std::ranges::count_if(entries, [from](const LogEntry &entry) { return entry.offset < from; });
                QCOMPARE(entries.first(complete), whole->entries(0, complete));
                const bool hasMore = complete < whole->lineCount();
                QVERIFY(!hasMore || whole->entry(complete).offset >= from);
                feed.end(cut, false);
                QVERIFY(!anythingRuns(feed.monitor()));
            }
            from = end + 1;
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
