// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspection.h"
#include "app/archive/memberfile.h"
#include "app/core/hash.h"
#include "tests/app/archive/archivemaker.h"

#include <QTemporaryDir>
#include <QTest>
#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// What few pack with, and zips that do not begin where their file does.
class OddPackingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QByteArray m_program;

    QString in(const QString &name) const { return m_dir.filePath(name); }
    bool shell(const QString &script) const { return runIn(m_dir.path(), u"bash"_s, {u"-ec"_s, script}); }

    static QStringList codesOf(const Inspection &inspection)
    {
        QStringList codes;
        for (const Finding &finding : inspection.report.findings)
            codes.append(finding.code);
        return codes;
    }

    static QStringList pathsOf(const Inspection &inspection)
    {
        QStringList paths;
        for (const ArchiveEntry &entry : inspection.contents.entries)
            paths.append(entry.path);
        return paths;
    }

    /// Writes one program, packed as \a filter of libarchive says.
    bool packAlone(const QString &name, const QByteArray &filter) const
    {
        archive *writer = archive_write_new();
        archive_entry *header = archive_entry_new();
        archive_entry_set_pathname(header, "main");
        archive_entry_set_filetype(header, AE_IFREG);
        const bool isDone = archive_write_set_format_raw(writer) == ARCHIVE_OK
            && archive_write_add_filter_by_name(writer, filter.constData()) == ARCHIVE_OK
            && archive_write_open_filename(writer, in(name).toLocal8Bit().constData()) == ARCHIVE_OK
            && archive_write_header(writer, header) == ARCHIVE_OK
            && archive_write_data(writer, m_program.constData(), size_t(m_program.size())) == m_program.size()
            && archive_write_close(writer) == ARCHIVE_OK;
        archive_entry_free(header);
        archive_write_free(writer);
        return isDone;
    }

    static void addFilters()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("lz4") << QByteArray("lz4") << u"lz4"_s;
        QTest::newRow("lzip") << QByteArray("lzip") << u"lz"_s;
        QTest::newRow("lzma") << QByteArray("lzma") << u"lzma"_s;
        QTest::newRow("compress") << QByteArray("compress") << u"Z"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_program = readFile(u"/bin/true"_s);
        QVERIFY(m_program.startsWith("\x7f\x45LF"));
        QVERIFY(shell(u"mkdir top; cp /bin/true top/main; echo x >top/README.md; zip -qr demo.zip top"_s));
    }

    void aProgramPackedAloneIsJudged_data() { addFilters(); }
    void aProgramPackedAloneIsJudged()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QString, suffix);
        const QString path = in(u"main."_s + suffix);
        QVERIFY(packAlone(u"main."_s + suffix, filter));
        const auto inspection = inspectArchive(path);
        QVERIFY2(inspection.has_value(), inspection ? "" : qPrintable(inspection.error().message));
        QCOMPARE(inspection->contents.format, u"program."_s + suffix);
        QCOMPARE(pathsOf(*inspection), QStringList{u"main"_s});
        QCOMPARE(inspection->contents.entries.first().sha256, sha256Of(m_program));
        QVERIFY(inspection->contents.entries.first().binary());
        QVERIFY(!codesOf(*inspection).contains(u"wrong-extension"_s));
    }

    void whatIsCutShortIsNoDamageOfAnotherKind_data() { addFilters(); }
    void whatIsCutShortIsNoDamageOfAnotherKind()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QString, suffix);
        const QByteArray whole = readFile(pack(m_dir.path(), u"tar."_s + suffix));
        QVERIFY(whole.size() > 1000);
        QVERIFY(writeFile(in(u"cut"_s), whole.first(whole.size() / 2)));
        const auto inspection = inspectArchive(in(u"cut"_s));
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection).value(0), u"stream-truncated"_s);
    }

    void aNameThatPromisesAnotherKindIsTold()
    {
        QVERIFY(QFile::copy(pack(m_dir.path(), u"tar.lz4"_s), in(u"wrong.tar.lz"_s)));
        const auto inspection = inspectArchive(in(u"wrong.tar.lz"_s));
        QVERIFY(inspection.has_value());
        QVERIFY(codesOf(*inspection).contains(u"wrong-extension"_s));
    }

    /// Fonts, pictures and texts that begin as .lzma may.
    void whatOnlyLooksLikeLzmaIsNone()
    {
        for (const QByteArray &head : {QByteArray("]\0\0\0\0", 5), QByteArray("]some text that is long enough"),
                                       QByteArray("\0\1\0\0\0\x0f", 6)}) {
            QVERIFY(writeFile(in(u"looks"_s), head + QByteArray(2000, 'x')));
            QVERIFY(!inspectArchive(in(u"looks"_s)).has_value());
        }
    }

    void aZipBehindOtherBytesIsRead_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("starter"); ///< empty: none that would be an entry
        QTest::newRow("program") << u"cat /bin/true demo.zip >behind"_s << m_program;
        QTest::newRow("program, offsets adjusted") << u"cat /bin/true demo.zip >behind; zip -qA behind"_s << m_program;
        QTest::newRow("script") << u"(printf '#!/bin/sh\\n'; cat demo.zip) >behind"_s << QByteArray("#!/bin/sh\n");
        QTest::newRow("no known bytes") << u"(head -c 3000 /dev/zero | tr '\\0' x; cat demo.zip) >behind"_s
                                        << QByteArray();
    }

    void aZipBehindOtherBytesIsRead()
    {
        QFETCH(QString, script);
        QFETCH(QByteArray, starter);
        QVERIFY(shell(script));
        const auto inspection = inspectArchive(in(u"behind"_s));
        QVERIFY2(inspection.has_value(), inspection ? "" : qPrintable(inspection.error().message));
        QCOMPARE(inspection->contents.format, u"zip"_s);
        QVERIFY(inspection->contents.isWhole());
        QStringList paths{u"top"_s, u"top/README.md"_s, u"top/main"_s};
        if (!starter.isEmpty())
            paths.prepend(u"behind"_s);
        QStringList found = pathsOf(*inspection);
        found.sort();
        QCOMPARE(found, paths);

        // Each can be taken out of it.
        for (const ArchiveEntry &entry : inspection->contents.entries) {
            if (entry.type != ArchiveEntry::Type::File)
                continue;
            const auto member = memberFile(in(u"behind"_s), inspection->contents, entry);
            QVERIFY(member.has_value());
            const auto read = readMember(*member, 10 << 20);
            QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), 60'000);
            QVERIFY2(read.result(), read.result() ? "" : qPrintable(read.result().error().message));
            QCOMPARE(*read.result(), entry.path == "behind"_L1 ? starter : readFile(in(entry.path)));
        }
    }

    void theStarterIsJudged()
    {
        QVERIFY(
            shell(u"(printf '#!/nix/store/00000000000000000000000000000000-x/bin/python3\\n'; cat demo.zip) >app"_s));
        const auto inspection = inspectArchive(in(u"app"_s));
        QVERIFY(inspection.has_value());
        QVERIFY(codesOf(*inspection).contains(u"interpreter-line"_s));
    }

    /// An end record among the bytes of a program makes no zip of it.
    void aProgramThatHoldsTheMarksOfAZipIsAProgram()
    {
        QVERIFY(writeFile(in(u"marks"_s), m_program + "PK\x03\x04" + "PK\x05\x06" + QByteArray(18, '\0')));
        const auto inspection = inspectArchive(in(u"marks"_s));
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.format, u"program"_s);
    }
};

QTEST_GUILESS_MAIN(OddPackingTest)
#include "tst_oddpacking.moc"
