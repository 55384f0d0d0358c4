// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspectionprocess.h"
#include "app/archive/inspectionstream.h"

#include "tests/app/archive/archivemaker.h"
#include "tests/testprogram.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace unmoor;
using namespace std::chrono_literals;

namespace {

const InspectionProcess unmoorItself{.program = QStringLiteral(UNMOOR_PROGRAM)};

/// A process that behaves as \a script says instead.
InspectionProcess shell(const QString &script, std::chrono::milliseconds patience = 60s)
{
    return {.program = u"/bin/sh"_s, .arguments = {u"-c"_s, script}, .patience = patience};
}

/// Reads with a process that never answers, but says its number.
int readForEver(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto never =
        inspectApart(shell(u"echo $$ >&2; while :; do read line </dev/zero; done"_s, 1h), u"/a.zip"_s, {});
    return QCoreApplication::exec();
}

UNMOOR_OTHER_PROCESS(readForEver)

/// It may still be a zombie, which nobody waits for where the tests run.
bool hasEnded(pid_t process)
{
    const QByteArray stat = readFile(u"/proc/%1/stat"_s.arg(process));
    return stat.isEmpty() || stat.sliced(stat.lastIndexOf(')')).startsWith(") Z");
}

/// Waits for what it comes to.
Result<Inspection> readApart(const InspectionProcess &process, const QString &path, const InspectionRules &rules,
                             std::stop_token stop = {}, const ScanCallback &onProgress = {})
{
    const auto future = inspectApart(process, path, rules, std::move(stop), onProgress);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 120'000))
        return failure(Error::Kind::Failed, u"It did not end."_s);
    return future.result();
}

InspectionRules rules()
{
    return {.layout = ExpectedLayout{.root = u"top"_s,
                                     .files = {{.path = u"main"_s, .mode = ExpectedFile::Mode::Executable}},
                                     .allow = {u"lib/*"_s}},
            .target = PortabilityTarget{.machine = u"x86-64"_s, .triple = u"x86_64-unknown-linux-gnu"_s},
            .checks = {.severities = {{u"mtime-not-fixed"_s, std::nullopt}, {u"setuid"_s, Severity::Info}},
                       .accepted = {{.code = u"unexpected-entry"_s, .path = u"*"_s, .reason = u"r"_s}}},
            .limits = {.entries = 500, .ratio = 7.5}};
}

Inspection everything()
{
    Inspection inspection;
    inspection.contents = {
        .fileName = u"a.tar.xz"_s, .format = u"tar.xz"_s, .bytes = 5, .sha256 = "ab", .seconds = 1.5};
    ArchiveEntry entry{.rawName = "a\xff", .path = u"ä"_s, .mode = 0755, .size = 1LL << 40, .mtime = -5, .uid = 7};
    entry.contentKind = ContentKind::Script;
    entry.hadBackslashes = true;
    const BinaryFacts elf{.format = ElfFacts{.kind = ElfFacts::Kind::Library,
                                             .machine = u"aarch64"_s,
                                             .needed = {u"libc.so.6"_s},
                                             .runPath = {u""_s},
                                             .neededVersions = {{u"libc.so.6"_s, u"GLIBC_2.38"_s, true}},
                                             .symbolBytes = 9},
                          .damage = u"d"_s,
                          .isPartial = true};
    const BinaryFacts machO{.format = MachOFacts{.isFat = true,
                                                 .slices = {{.arch = u"arm64"_s,
                                                             .loads = {{u"@rpath/x"_s, true, false}},
                                                             .signature = MachOSlice::Signature::AdHoc,
                                                             .firstDifferingPage = 4096}}}};
    const BinaryFacts pe{.format = PeFacts{.kind = PeFacts::Kind::Driver, .imports = {u"a.dll"_s}, .hasNx = true}};
    for (const BinaryFacts &facts : {elf, machO, pe}) {
        entry.content = std::make_shared<const EntryContent>(EntryContent{std::make_shared<const BinaryFacts>(facts),
                                                                          "text",
                                                                          true,
                                                                          {u"/nix/store/x"_s},
                                                                          true,
                                                                          u"/nix/store/x/bin/.x-wrapped"_s});
        inspection.contents.entries.append(entry);
    }
    inspection.report = {
        {{Severity::Info, u"setuid"_s, u"p"_s, u"m"_s, u"h"_s, Finding::Accepted{Severity::Error, u"r"_s}}},
        {u"missing"_s}};
    inspection.chains[u"ä"_s] = {
        {.name = u"n"_s, .outcome = ResolutionStep::Outcome::Unsafe, .depth = 3, .tried = {u"t"_s}}};
    inspection.unsettled = inspection.report.findings;
    return inspection;
}

} // namespace

class InspectionProcessTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString archive() { return makeTree(m_dir.path()) ? pack(m_dir.path(), u"tar.xz"_s) : QString(); }

private Q_SLOTS:
    void cleanup() { QTRY_VERIFY(everythingHasEnded()); }

    void whatIsSentArrivesUnchanged()
    {
        const Inspection sent = everything();
        const auto arrived = outcomeFrom(toBytes(Result<Inspection>(sent)));
        QVERIFY(arrived && *arrived);
        QCOMPARE((*arrived)->contents.entries, sent.contents.entries);
        QCOMPARE((*arrived)->report.findings, sent.report.findings);
        QCOMPARE((*arrived)->chains, sent.chains);
        QCOMPARE((*arrived)->unsettled, sent.unsettled);
        QCOMPARE((*arrived)->contents.seconds, 1.5);
        const InspectionRequest request{u"/a b"_s, rules()};
        QCOMPARE(*requestFrom(toBytes(request)), request);
    }

    void bytesThatWereChangedAreNotBelieved()
    {
        const QByteArray good = toBytes(Result<Inspection>(everything()));
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(!outcomeFrom(good.first(size)));
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray changed = good;
            changed[at] = '\xff'; // sizes become enormous
            (void)outcomeFrom(changed);
        }
    }

    void theProcessFindsWhatThisOneFinds()
    {
        const QString path = archive();
        qsizetype told = 0;
        const auto apart = readApart(unmoorItself, path, rules(), {},
                                     [&](const ScanProgress &progress) { told += progress.batch.size(); });
        const auto here = inspectArchive(path, rules());
        QVERIFY2(apart.has_value(), apart ? "" : qPrintable(apart.error().message));
        QCOMPARE(apart->contents.entries, here->contents.entries);
        QCOMPARE(apart->contents.sha256, here->contents.sha256);
        QCOMPARE(apart->report.findings, here->report.findings);
        QCOMPARE(told, here->contents.entries.size());
    }

    /// Nothing can be loaded any more when it reads: what converts names has to be there by then.
    void everyKindIsReadAsHere_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("zip") << u"zip -qr - u >$out"_s;
        QTest::newRow("7z") << u"LC_ALL=C.UTF-8 bsdtar --format 7zip -cf $out u"_s;
        QTest::newRow("pax") << u"tar --format=pax -cf $out u"_s;
        QTest::newRow("tar.xz") << u"tar -cf - u | xz >$out"_s;
        QTest::newRow("tar.zst") << u"tar -cf - u | zstd -q >$out"_s;
        QTest::newRow("tar.bz2") << u"tar -cf - u | bzip2 >$out"_s;
        QTest::newRow("tar.lz4") << u"bsdtar --lz4 -cf $out u"_s;
        QTest::newRow("tar.lz") << u"bsdtar --lzip -cf $out u"_s;
        QTest::newRow("program") << u"cp /bin/true $out"_s;
        QTest::newRow("program with a zip") << u"zip -qr - u >z; cat /bin/true z >$out"_s;
    }

    void everyKindIsReadAsHere()
    {
        QFETCH(QString, command);
        const QString path = m_dir.filePath(u"kind"_s);
        QVERIFY(runIn(m_dir.path(), u"bash"_s,
                      {u"-ec"_s,
                       u"mkdir -p u; cp /bin/true u/main; echo x >u/\u00e4\u65e5; rm -f kind; "
                       "export out=kind; %1; sha256sum kind >kind.sha256"_s.arg(command)}));
        const auto apart = readApart(unmoorItself, path, rules());
        const auto here = inspectArchive(path, rules());
        QVERIFY2(apart.has_value(), apart ? "" : qPrintable(apart.error().message));
        QVERIFY(here.has_value());
        QCOMPARE(apart->contents.entries, here->contents.entries);
        QCOMPARE(apart->report.findings, here->report.findings);
    }

    void aChecksumFileBesideItIsRead()
    {
        const QString path = m_dir.filePath(u"summed.tar"_s);
        QVERIFY(writeArchive(path, "gnutar", {{.name = "a", .content = "x"}}));
        QVERIFY(writeFile(path + u".sha256"_s, QByteArray(64, '0') + "\n"));
        const auto apart = readApart(unmoorItself, path, {});
        QVERIFY(apart.has_value());
        QVERIFY(std::ranges::contains(apart->report.findings, u"checksum-mismatch"_s, &Finding::code));
    }

    void memoryThatRunsOutIsSaidAsSuch()
    {
#if __has_feature(address_sanitizer)
        QSKIP("The sanitizer takes memory in its own way, which is not limited.");
#else
        QList<EvilEntry> entries;
        for (int i = 0; i < 20'000; ++i)
            entries.append({.name = QByteArray("top/") + QByteArray(200, 'n') + QByteArray::number(i)});
        const QString path = m_dir.filePath(u"many.tar"_s);
        QVERIFY(writeArchive(path, "gnutar", entries));
        InspectionProcess process = unmoorItself;
        process.memory = 24 << 20;
        const auto outcome = readApart(process, path, {});
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, Error::Kind::Failed);
        QVERIFY2(outcome.error().message.contains(u"24.0 MiB of memory"_s), qPrintable(outcome.error().message));
        QVERIFY(!outcome.error().message.contains(u"mistake in Unmoor"_s));
        QVERIFY(readApart(unmoorItself, path, {}).has_value());
#endif
    }

    void whatReadsEndsWithWhoStartedIt()
    {
        QProcess parent;
        parent.setProcessChannelMode(QProcess::MergedChannels);
        parent.start(QCoreApplication::applicationFilePath(), {u"readForEver"_s});
        QVERIFY(parent.waitForReadyRead(60'000)); // on the standard error that both have
        const pid_t reader = parent.readAllStandardOutput().trimmed().toInt();
        QVERIFY(reader > 0);
        QCOMPARE(::kill(reader, 0), 0);
        parent.kill();
        QVERIFY(parent.waitForFinished());
        QTRY_VERIFY(hasEnded(reader));
    }

    void anErrorComesThroughWithItsKind()
    {
        const auto missing = readApart(unmoorItself, m_dir.filePath(u"gone.zip"_s), {});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    }

    void aCrashIsToldAndSurvived_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("word");
        QTest::newRow("crash") << u"cat >/dev/null; kill -SEGV $$"_s << u"crashed"_s;
        QTest::newRow("crash before reading") << u"kill -ABRT $$"_s << u"crashed"_s;
        QTest::newRow("exit") << u"cat >/dev/null; exit 3"_s << u"code 3"_s;
        QTest::newRow("nonsense") << u"cat >/dev/null; printf 'X\\0\\0\\0\\0\\0\\0\\0\\0'; cat /dev/zero"_s
                                  << u"makes no sense"_s;
        QTest::newRow("half an answer") << u"cat >/dev/null; printf 'O\\377\\0\\0\\0\\0\\0\\0\\0abc'"_s << u"code 0"_s;
        QTest::newRow("a size beyond all memory")
            << u"cat >/dev/null; printf 'O\\377\\377\\377\\377\\377\\377\\377\\377'"_s << u"makes no sense"_s;
    }

    void aCrashIsToldAndSurvived()
    {
        QFETCH(QString, script);
        QFETCH(QString, word);
        const auto outcome = readApart(shell(script), u"/evil.zip"_s, {});
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, Error::Kind::Failed);
        QVERIFY2(outcome.error().message.contains(word), qPrintable(outcome.error().message));
        QVERIFY(outcome.error().message.contains(u"/evil.zip"_s));
    }

    void aProgramThatIsNotThereIsTold()
    {
        const auto outcome = readApart({.program = u"/no/such/unmoor"_s}, u"/a.zip"_s, {});
        QVERIFY(!outcome.has_value());
        QVERIFY(outcome.error().message.contains(u"/no/such/unmoor"_s));
    }

    void aHangEndsAfterThePatience()
    {
        const auto outcome = readApart(shell(u"exec sleep 1000"_s, 1ms), u"/slow.zip"_s, {});
        QVERIFY(!outcome.has_value());
        QVERIFY(outcome.error().message.contains(u"no progress"_s));
    }

    /// More than go on at once: all come to their end, the canceled ones among them, too.
    void thoseThatWaitHaveTheirTurn()
    {
        const QString path = m_dir.filePath(u"small.tar"_s);
        QVERIFY(writeArchive(path, "gnutar", {{.name = "a", .content = "x"}}));
        std::stop_source stop;
        QList<QFuture<Result<Inspection>>> read;
        QList<QFuture<Result<Inspection>>> canceled;
        for (int i = 0; i < 2 * QThread::idealThreadCount(); ++i) {
            read += inspectApart(unmoorItself, path, rules());
            canceled += inspectApart(shell(u"exec sleep 1000"_s), u"/a.zip"_s, {}, stop.get_token());
        }
        stop.request_stop();
        for (const auto &future : read + canceled)
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 120'000);
        for (const auto &future : read)
            QVERIFY2(future.result(), qPrintable(future.result() ? QString() : future.result().error().message));
        for (const auto &future : canceled)
            QCOMPARE(future.result().error().kind, Error::Kind::Canceled);
    }

    void aStopEndsAProcessThatNeverWould()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto outcome = readApart(shell(u"exec sleep 1000"_s), u"/a.zip"_s, {}, stop.get_token());
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, Error::Kind::Canceled);
    }
};

QTEST_GUILESS_MAIN(InspectionProcessTest)
#include "tst_inspectionprocess.moc"
