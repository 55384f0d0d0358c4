// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archivescan.h"
#include "app/archive/layoutreport.h"
#include "app/core/hash.h"
#include "tests/app/archive/archivemaker.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// Archives that are cut short, changed or lengthened.
class ArchiveDamageTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QMap<QString, QByteArray> m_whole; ///< by kind
    QMap<QString, ArchiveContents> m_contents;

    QString file(const QString &name) const { return m_dir.filePath(name); }

    Result<ArchiveContents> scanBytes(const QByteArray &bytes) const
    {
        return writeFile(file(u"damaged"_s), bytes) ? scanArchive(file(u"damaged"_s))
                                                    : failure(Error::Kind::Io, u"the test could not write"_s);
    }

    void addKinds() const
    {
        QTest::addColumn<QString>("kind");
        for (auto kind = m_whole.keyBegin(); kind != m_whole.keyEnd(); ++kind)
            QTest::newRow(qPrintable(*kind)) << *kind;
    }

    /// Whether \a part is what the whole archive holds, as far as it goes: nothing made up, nothing out of order.
    static bool isBeginningOf(const ArchiveContents &part, const ArchiveContents &whole)
    {
        if (part.entries.size() > whole.entries.size())
            return false;
        for (qsizetype i = 0; i < part.entries.size(); ++i) {
            const ArchiveEntry &a = part.entries.at(i);
            const ArchiveEntry &b = whole.entries.at(i);
            if (a.rawName != b.rawName || (!a.sha256.isEmpty() && a.sha256 != b.sha256))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(makeTree(m_dir.path()));
        for (const char *name : {"tar", "tar.xz", "tar.gz", "tar.zst", "tar.bz2", "zip"}) {
            const QString kind = QString::fromLatin1(name);
            m_whole[kind] = readFile(pack(m_dir.path(), kind));
            QVERIFY(!m_whole[kind].isEmpty());
        }
        QVERIFY(runIn(m_dir.path(), u"sh"_s, {u"-c"_s, u"xz -T2 --block-size=65536 -c archive.tar > blocks"_s}));
        m_whole[u"tar.xz in blocks"_s] = readFile(file(u"blocks"_s));
        for (auto it = m_whole.cbegin(); it != m_whole.cend(); ++it) {
            const auto contents = scanBytes(it.value());
            QVERIFY(contents.has_value());
            QVERIFY(contents->findings.isEmpty());
            m_contents[it.key()] = *contents;
        }
    }

    void cutShortIsTruncated_data() { addKinds(); }

    void cutShortIsTruncated()
    {
        QFETCH(QString, kind);
        const QByteArray whole = m_whole.value(kind);
        // The padding behind a tar's end mark may be missing: nothing is lost with it.
        const qsizetype end = kind == "tar"_L1 ? whole.size() - 10240 : whole.size();
        QList<qsizetype> lengths{600, end * 3 / 10, end / 2, end * 7 / 10, end * 999 / 1000};
        for (const qsizetype missing : {1, 2, 4, 7, 8, 9, 12, 13, 20, 30, 100})
            lengths.append(end - missing);
        for (const qsizetype length : lengths) {
            const auto contents = scanBytes(whole.first(length));

            const QByteArray at = kind.toLatin1() + " cut at " + QByteArray::number(length);
            QVERIFY2(contents.has_value(), at.constData());
            QVERIFY2(contents->findings.size() == 1, at.constData());
            const Finding &finding = contents->findings.first();
            QVERIFY2(finding.code == "stream-truncated"_L1, (at + ' ' + finding.message.toUtf8()).constData());
            QCOMPARE(finding.severity, Severity::Error);
            QVERIFY2(finding.message.contains(QString::number(length)), qPrintable(finding.message));
            QVERIFY(!finding.hint.isEmpty());
            QVERIFY2(kind == "zip"_L1 || isBeginningOf(*contents, m_contents.value(kind)), at.constData());
            QCOMPARE(contents->sha256, sha256Of(whole.first(length)));
        }
    }

    void tarCutBetweenEntriesIsTruncated()
    {
        const QByteArray whole = m_whole.value(u"tar"_s);
        const qsizetype secondEntry = whole.indexOf("top/README.md");
        QCOMPARE(secondEntry, 512);
        for (const qsizetype length : {qsizetype(512), qsizetype(1536)}) {
            const auto contents = scanBytes(whole.first(length));
            QVERIFY(contents.has_value());
            QCOMPARE(contents->findings.size(), 1);
            QCOMPARE(contents->findings.first().code, u"stream-truncated"_s);
            QVERIFY(contents->findings.first().message.contains(contents->entries.last().path));
        }
    }

    void findingNamesTheLastWholeEntry()
    {
        const QByteArray whole = m_whole.value(u"tar"_s);
        const qsizetype insideMain = whole.indexOf("top/main") + 10'000;
        const auto contents = scanBytes(whole.first(insideMain));
        QVERIFY(contents.has_value());
        const Finding &finding = contents->findings.first();
        QCOMPARE(contents->entries.last().path, u"top/main"_s);
        QVERIFY(contents->entries.last().sha256.isEmpty());
        QCOMPARE(finding.path, contents->entries.at(contents->entries.size() - 2).path);
        QVERIFY(finding.message.contains(u"top/main"_s));
        QVERIFY(finding.message.contains(finding.path));
        QVERIFY(finding.message.contains(QString::number(insideMain)));
    }

    void changedBitIsFound_data() { addKinds(); }

    void changedBitIsFound()
    {
        QFETCH(QString, kind);
        if (kind == "tar"_L1)
            QSKIP("a plain tar has a checksum over its headers alone");
        const QByteArray whole = m_whole.value(kind);
        QRandomGenerator random(7);
        for (int i = 0; i < 25; ++i) {
            // The first bytes say what it is.
            const qsizetype at = random.bounded(qint64(100), qint64(whole.size() * 9 / 10));
            QByteArray bytes = whole;
            bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));

            const auto contents = scanBytes(bytes);

            const QByteArray where = kind.toLatin1() + " changed at " + QByteArray::number(at);
            QVERIFY2(contents.has_value(), contents ? "" : qPrintable(contents.error().message));
            QVERIFY2(contents->findings.size() == 1, where.constData());
            const QString code = contents->findings.first().code;
            QVERIFY2(code == "stream-corrupt"_L1 || code == "stream-truncated"_L1
                         || (kind == "zip"_L1 && code == "member-crc"_L1),
                     (where + code.toLatin1()).constData());
            // A zip's later members are read on; bzip2 scrambles a whole block, names too, before it can tell.
            if (kind != "zip"_L1 && kind != "tar.bz2"_L1)
                QVERIFY2(isBeginningOf(*contents, m_contents.value(kind)), where.constData());
        }
    }

    void changedHeaderOfATarIsFound()
    {
        QByteArray bytes = m_whole.value(u"tar"_s);
        bytes[bytes.indexOf("top/main")] = 'T';
        const auto contents = scanBytes(bytes);
        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"stream-corrupt"_s);
    }

    void wrongChecksumAtTheEndIsFound_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("fromEnd");
        QTest::newRow("gzip crc") << u"tar.gz"_s << 8;
        QTest::newRow("gzip length") << u"tar.gz"_s << 4;
        QTest::newRow("zstd checksum") << u"tar.zst"_s << 2;
        QTest::newRow("xz footer") << u"tar.xz"_s << 12;
        QTest::newRow("xz index") << u"tar.xz"_s << 16;
        // Behind the block come 8 bytes of CRC64, then an index of 20 bytes and a footer of 12.
        QTest::newRow("xz block crc") << u"tar.xz"_s << 36;
        QTest::newRow("bzip2 crc") << u"tar.bz2"_s << 3;
    }

    void wrongChecksumAtTheEndIsFound()
    {
        QFETCH(QString, kind);
        QFETCH(int, fromEnd);
        QByteArray bytes = m_whole.value(kind);
        bytes[bytes.size() - fromEnd] = char(bytes[bytes.size() - fromEnd] ^ 1);
        const auto contents = scanBytes(bytes);
        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"stream-corrupt"_s);
    }

    void changedMemberOfAZipLeavesTheOthers()
    {
        QByteArray bytes = m_whole.value(u"zip"_s);
        const qsizetype at = bytes.indexOf("top/main") + 5000;
        bytes[at] = char(bytes[at] ^ 1);
        const auto contents = scanBytes(bytes);
        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"member-crc"_s);
        QCOMPARE(contents->findings.first().path, u"top/main"_s);
        for (const ArchiveEntry &entry : contents->entries)
            QCOMPARE(entry.type == ArchiveEntry::Type::File && entry.sha256.isEmpty(), entry.path == "top/main"_L1);
    }

    void somethingBehindTheEndIsCorrupt_data() { addKinds(); }

    void somethingBehindTheEndIsCorrupt()
    {
        QFETCH(QString, kind);
        for (const QByteArray &more : {QByteArray("garbage"), noise(1000, 3), QByteArray("<html>") + noise(9000, 4)}) {
            const auto contents = scanBytes(m_whole.value(kind) + more);
            QVERIFY(contents.has_value());
            QVERIFY2(contents->findings.size() == 1, qPrintable(kind));
            QVERIFY2(contents->findings.first().code == "stream-corrupt"_L1,
                     qPrintable(contents->findings.first().message));
            QCOMPARE(contents->entries.size(), m_contents.value(kind).entries.size());
        }
    }

    void secondTarInTheStreamIsCorrupt()
    {
        const auto contents = scanBytes(m_whole.value(u"tar.xz"_s) + m_whole.value(u"tar.xz"_s));
        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"stream-corrupt"_s);
    }

    void mutationsNeitherCrashNorHang_data() { addKinds(); }

    // For the sanitizers: whatever comes out must hold together.
    void mutationsNeitherCrashNorHang()
    {
        QFETCH(QString, kind);
        QVERIFY(QDir(m_dir.path()).mkpath(u"small/top/lib"_s));
        QVERIFY(writeFile(file(u"small/top/a"_s), noise(1500, 5)) && writeFile(file(u"small/top/lib/b"_s), "b"));
        QFile::link(u"b"_s, file(u"small/top/lib/c"_s));
        const QString packed = pack(file(u"small"_s), kind.section(u' ', 0, 0));
        const QByteArray whole = readFile(packed);
        QVERIFY(!whole.isEmpty());
        const ScanLimits limits{.entries = 1000, .unpackedBytes = 64 << 20};
        const ExpectedLayout layout{u"top"_s, {{.path = u"a"_s, .mode = ExpectedFile::Mode::Executable}}, {u"lib/*"_s}};
        QRandomGenerator random(11);
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes = whole;
            for (int n = random.bounded(1, 8); n > 0; --n)
                bytes[random.bounded(bytes.size())] = char(random.bounded(256));
            if (random.bounded(4) == 0)
                bytes.truncate(random.bounded(bytes.size()));
            if (random.bounded(4) == 0)
                bytes.insert(random.bounded(bytes.size() + 1), noise(random.bounded(1, 600), random.generate()));
            QVERIFY(writeFile(file(u"damaged"_s), bytes));
            const auto contents = scanArchive(file(u"damaged"_s), limits);
            if (contents) {
                QCOMPARE(contents->sha256, sha256Of(bytes));
                QVERIFY(contents->entries.size() <= limits.entries);
                checkLayout(*contents, &layout);
            } else {
                QCOMPARE(contents.error().kind, Error::Kind::InvalidInput);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ArchiveDamageTest)
#include "tst_archivedamage.moc"
