// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspection.h"
#include "app/core/hash.h"
#include "tests/app/archive/archivemaker.h"

#include <QTemporaryDir>
#include <QTest>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QStringList codesOf(const Inspection &inspection)
{
    QStringList codes;
    for (const Finding &finding : inspection.report.findings)
        codes.append(finding.code);
    codes.sort();
    return codes;
}

/// The header of a plain file in a tar, with its checksum.
QByteArray tarHeader(const QByteArray &name, char type = '0', qint64 size = 0)
{
    QByteArray header(512, '\0');
    const auto put = [&header](qsizetype at, const QByteArray &text) { header.replace(at, text.size(), text); };
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, QByteArray::number(size, 8).rightJustified(11, '0'));
    put(136, "00000000001");
    put(148, "        ");
    header[156] = type;
    put(257,
        QByteArray("ustar\0"
                   "00",
                   8));
    unsigned sum = 0;
    for (const char byte : std::as_const(header))
        sum += uchar(byte);
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    return header;
}

QByteArray tarContent(const QByteArray &bytes)
{
    return bytes + QByteArray((512 - bytes.size() % 512) % 512, '\0');
}

const QByteArray endMark(1024, '\0');

/// An entry with a name that is too long for a header, as GNU tar writes it.
QByteArray longNamed(const QByteArray &name, char type)
{
    return tarHeader("././@LongLink", 'L', name.size() + 1) + tarContent(name + '\0')
        + tarHeader(name.first(std::min<qsizetype>(name.size(), 99)), type);
}

/// The most memory that this process had so far.
qint64 peakBytes()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

} // namespace

/// Archives that someone made to waste time or memory, or to show what is not there; each inspected as a whole.
class HostileArchivesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString file(const QString &name) const { return m_dir.filePath(name); }

    Result<Inspection> inspect(const QByteArray &bytes, const InspectionRules &rules = {}) const
    {
        if (!writeFile(file(u"hostile"_s), bytes))
            return failure(Error::Kind::Io, u"the test could not write"_s);
        return inspectArchive(file(u"hostile"_s), rules);
    }

    bool shell(const QString &script) const { return runIn(m_dir.path(), u"bash"_s, {u"-ec"_s, script}); }

private Q_SLOTS:
    void anArchiveInAnArchiveIsOneFile()
    {
        QVERIFY(shell(u"mkdir nest; echo x >nest/x; tar -cf a.tar nest; cp a.tar nest/; tar -cJf b.tar.xz nest; "
                      "cp b.tar.xz nest/; zip -qr nest/c.zip nest; tar --sort=name --mtime=@1 --owner=0 --group=0 -cf "
                      "nested.tar nest"_s));
        const auto inspection = inspectArchive(file(u"nested.tar"_s));
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.entries.size(), 5);
        QCOMPARE(codesOf(*inspection), QStringList{u"nested-archive"_s});
        for (const ArchiveEntry &entry : inspection->contents.entries)
            QCOMPARE(entry.binary(), nullptr);
    }

    void manyTinyEntriesStopAtTheLimit()
    {
        constexpr int most = 40'000;
        QByteArray tar;
        tar.reserve(60'000 * 512 + 1024);
        for (int i = 0; i < 60'000; ++i)
            tar += tarHeader("top/" + QByteArray::number(i));

        InspectionRules rules;
        rules.limits.entries = most;
        const auto inspection = inspect(tar + endMark, rules);

        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.entries.size(), most);
        QCOMPARE(codesOf(*inspection), QStringList{u"limit-reached"_s});
    }

    /// A hundred thousand folders in one name pack into a few hundred bytes.
    void foldersInFoldersStopAtTheLimit_data()
    {
        QTest::addColumn<QByteArray>("tar");
        const QByteArray deep = QByteArray("a/").repeated(100'000);
        QTest::newRow("name") << longNamed(deep + "f", '0');
        QTest::newRow("folder") << longNamed(deep, '5');
        QTest::newRow("backslashes") << longNamed(QByteArray("a\\").repeated(100'000), '0');
        QVERIFY(
            writeArchive(file(u"link.tar"_s), "pax", {{.name = "top/link", .type = 0120000, .symlink = deep + "f"}}));
        QTest::newRow("link") << readFile(file(u"link.tar"_s));
        QByteArray each;
        for (int depth = 1; depth < 400; ++depth)
            each += longNamed(QByteArray("a/").repeated(depth), '5');
        QTest::newRow("one deeper each") << each;
    }

    void foldersInFoldersStopAtTheLimit()
    {
        QFETCH(QByteArray, tar);
        const qint64 before = peakBytes();
        const auto inspection = inspect(tar + endMark);
        QVERIFY(inspection.has_value());
        QVERIFY(!inspection->contents.isWhole());
        const Finding finding = inspection->report.findings.first();
        QCOMPARE(finding.code, u"limit-reached"_s);
        QVERIFY(finding.message.contains("256 folders"_L1));
        QVERIFY(peakBytes() - before < 300 << 20);
    }

    void aLimitThatWasRaisedTakesMemoryInProportion()
    {
        const qint64 before = peakBytes();
        InspectionRules rules;
        rules.limits.depth = 100'000;
        const QByteArray deep = QByteArray("a/").repeated(30'000) + "f";
        QVERIFY(writeArchive(file(u"deep.tar"_s), "pax",
                             {{.name = deep, .content = "x"}, {.name = "link", .type = 0120000, .symlink = deep}}));
        const auto inspection = inspectArchive(file(u"deep.tar"_s), rules);
        QVERIFY(inspection.has_value());
        QVERIFY(!codesOf(*inspection).contains(u"symlink-dangling"_s));
        QVERIFY(inspection->contents.isWhole());
        QVERIFY(peakBytes() - before < 300 << 20);
    }

    void namesStopAtTheirLimit()
    {
        QByteArray tar;
        for (int i = 0; i < 100; ++i)
            tar += tarHeader("top/" + QByteArray::number(i).rightJustified(6, '0'));
        InspectionRules rules;
        rules.limits.pathBytes = 500;
        const auto inspection = inspect(tar + endMark, rules);
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.entries.size(), 50);
        QCOMPARE(codesOf(*inspection), QStringList{u"limit-reached"_s});
        QVERIFY(inspection->report.findings.first().hint.contains("path-bytes"_L1));
    }

    /// Each name has folders of its own: there are far more of these than entries.
    void foldersThatFollowFromNamesCountAsEntries()
    {
        QByteArray tar;
        for (int i = 0; i < 100; ++i)
            tar += tarHeader(QByteArray::number(i) + "/a/b/c/d/e/f/g/h/i/j");
        InspectionRules rules;
        rules.limits.entries = 500;
        const auto inspection = inspect(tar + endMark, rules);
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.entries.size(), 50);
        QCOMPARE(codesOf(*inspection), QStringList{u"limit-reached"_s});
    }

    void anEntryWithoutANameIsTold()
    {
        const auto inspection =
            inspect(tarHeader("", '0', 1) + tarContent("x") + tarHeader("top/a", '0', 1) + tarContent("a") + endMark);
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.entries.size(), 2);
        QCOMPARE(codesOf(*inspection), QStringList{u"unprintable-name"_s});
        QCOMPARE(inspection->report.findings.first().path, u"(entry 1)"_s);
        QVERIFY(!inspection->passes());
    }

    /// libarchive drops what is wrong and goes on, tar(1) takes it: two programs unpack two names.
    void aPaxRecordWithoutItsNewlineIsDamage()
    {
        const QByteArray record = "14 path=top/bX";
        const auto inspection = inspect(tarHeader("pax", 'x', record.size()) + tarContent(record)
                                        + tarHeader("top/a", '0', 1) + tarContent("a") + endMark);
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection), QStringList{u"stream-corrupt"_s});
        QVERIFY(inspection->report.findings.first().message.contains("pax"_L1));
    }

    void aHoleOfEightTebibytesStopsAtOnce()
    {
        QVERIFY(shell(
            u"truncate -s 8T hole; tar --sort=name --mtime=@1 --owner=0 --group=0 -Scf hole.tar hole; rm hole"_s));
        const auto inspection = inspectArchive(file(u"hole.tar"_s));
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection), QStringList{u"limit-reached"_s});
        QVERIFY(inspection->contents.unpackedBytes < 1LL << 30);
    }

    void aSizeThatNoFileHasIsDamage()
    {
        // 8 EiB in base 256, and nothing of it there.
        QByteArray header = tarHeader("top/huge");
        header.replace(124, 12, QByteArray("\x80\0\0\0\x7f\xff\xff\xff\xff\xff\xff\xff", 12));
        unsigned sum = 8 * ' ';
        for (qsizetype i = 0; i < header.size(); ++i)
            sum += i >= 148 && i < 156 ? 0 : uchar(header[i]);
        header.replace(148, 6, QByteArray::number(sum, 8).rightJustified(6, '0'));
        const auto inspection = inspect(header + tarContent("x") + endMark);
        QVERIFY(inspection.has_value());
        QVERIFY(!inspection->contents.isWhole());
        QVERIFY(!inspection->passes());
    }

    void zerosStopAtTheRatio()
    {
        QVERIFY(shell(u"(head -c 300M /dev/zero) | zstd -1 >tail.zst"_s));
        const QByteArray zeros = tarHeader("top/zeros", '0', 300LL << 20);
        QVERIFY(writeFile(file(u"head"_s), zeros) && shell(u"(zstd -c head; cat tail.zst) >bomb"_s));
        const auto inspection = inspectArchive(file(u"bomb"_s));
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection), QStringList{u"limit-reached"_s});
        QVERIFY(inspection->contents.unpackedBytes <= 260LL << 20);
    }

    void aWindowThatCommonToolsDoNotTakeIsNoDamage()
    {
        QVERIFY(shell(u"echo x >w; tar -cf - w | zstd -c >window.zst"_s)); // of unknown size, so that it names a window
        QByteArray bytes = readFile(file(u"window.zst"_s));
        bytes[5] = char(18 << 3 | 1); // 256 MiB and an eighth of it
        const auto inspection = inspect(bytes);
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection), QStringList{u"limit-reached"_s});
        const Finding finding = inspection->report.findings.first();
        QVERIFY(finding.message.contains("288.0 MiB"_L1));
        QVERIFY(finding.hint.contains("--long"_L1));
    }

    void hardLinksToWhatIsNotThereAreTold()
    {
        QVERIFY(writeArchive(file(u"links.tar"_s), "gnutar",
                             {{.name = "top/a", .content = "a"},
                              {.name = "top/good", .hardlink = "top/a"},
                              {.name = "top/missing", .hardlink = "top/b"},
                              {.name = "top/out", .hardlink = "/etc/passwd"},
                              {.name = "top/up", .hardlink = "top/../../x"}}));
        const auto inspection = inspectArchive(file(u"links.tar"_s));
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection),
                 (QStringList{u"symlink-dangling"_s, u"symlink-escapes"_s, u"symlink-escapes"_s}));
    }

    void namesNeverReachAPersonAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("newline") << QByteArray("top/a\nerror: b");
        QTest::newRow("right to left") << QByteArray("top/a\u202egpj.exe");
        QTest::newRow("no UTF-8") << QByteArray("top/\xff\xfe\x80");
        QTest::newRow("terminal") << QByteArray("top/\x1b[2Jm");
    }

    // Each of them sets off every kind of finding about an entry that there is.
    void namesNeverReachAPersonAsTheyAre()
    {
        QFETCH(QByteArray, name);
        QVERIFY(writeArchive(file(u"names.tar"_s), "gnutar",
                             {{.name = name, .content = "#!x\n", .mode = 06777},
                              {.name = name, .content = "#!/nix/store/y\n", .mode = 06777},
                              {.name = name + "-link", .type = 0120000, .symlink = name + "-missing"},
                              {.name = name + "-out", .type = 0120000, .symlink = "/" + name},
                              {.name = name + "-pipe", .type = 0010000},
                              {.name = "../" + name, .content = "x"}}));
        const auto inspection = inspectArchive(file(u"names.tar"_s));
        QVERIFY(inspection.has_value());
        const QStringList codes = codesOf(*inspection);
        for (const QString &code : {u"unprintable-name"_s, u"path-escapes"_s, u"symlink-dangling"_s,
                                    u"symlink-escapes"_s, u"special-file"_s, u"setuid"_s, u"duplicate-entry"_s})
            QVERIFY2(codes.contains(code), qPrintable(code));
        for (const Finding &finding : inspection->report.findings) {
            for (const QChar c : finding.message + finding.hint)
                QVERIFY2(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format,
                         qPrintable(finding.code));
        }
    }

    void paxHeadersMayBeLong()
    {
        QByteArray record = " SCHILY.xattr.user.note=" + QByteArray(5000, 'n') + '\n';
        record.prepend(QByteArray::number(record.size() + 4));
        const auto inspection = inspect(tarHeader("pax", 'x', record.size()) + tarContent(record)
                                        + tarHeader("top/a", '0', 1) + tarContent("a") + endMark);
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection), QStringList());
        QCOMPARE(inspection->contents.entries.size(), 1);
        QCOMPARE(inspection->contents.entries.first().sha256, sha256Of("a"));
    }

    void aPaxHeaderThatClaimsMoreThanThereIsIsDamage()
    {
        for (const QByteArray &record : {QByteArray("99999999999999999999 path=x\n"), QByteArray("9000 path=x\n"),
                                         QByteArray("0 path=x\n"), QByteArray("path=x\n"), QByteArray(600, '1')}) {
            const auto inspection = inspect(tarHeader("pax", 'x', record.size()) + tarContent(record)
                                            + tarHeader("top/a", '0', 1) + tarContent("a") + endMark);
            QVERIFY2(!inspection || !inspection->passes() || inspection->contents.entries.size() == 1,
                     record.first(std::min<qsizetype>(record.size(), 20)).constData());
        }
    }

    void manyXzStreamsAreOneArchive()
    {
        QVERIFY(shell(u"mkdir -p many/top; head -c 300000 /dev/urandom >many/top/a; tar -C many --mtime=@1 --owner=0 "
                      "--group=0 -cf many.tar top; split -b 5000 many.tar part-; for part in part-*; do xz -0c $part; "
                      "done >many.tar.xz"_s));
        const auto inspection = inspectArchive(file(u"many.tar.xz"_s));
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection), QStringList());
        QCOMPARE(inspection->contents.entries.last().sha256, sha256Of(readFile(file(u"many/top/a"_s))));
    }

    /// What is wrong with the bytes shows in the tar first, long before the packer's checksum.
    void damagedBytesOfAProgramAreNotJudged()
    {
        const QByteArray program = readFile(QCoreApplication::applicationFilePath()).first(300'000);
        QVERIFY(writeFile(file(u"damaged.tar"_s),
                          tarHeader("top/main", '0', program.size()) + tarContent(program) + "no header"));
        QVERIFY(shell(u"gzip -kf damaged.tar"_s));
        QByteArray bytes = readFile(file(u"damaged.tar.gz"_s));
        bytes[bytes.size() - 8] = char(bytes[bytes.size() - 8] ^ 1); // of the checksum
        const auto inspection = inspect(bytes);
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(*inspection), QStringList{u"stream-corrupt"_s});
        QVERIFY(inspection->contents.entries.first().sha256.isEmpty());
    }
};

QTEST_GUILESS_MAIN(HostileArchivesTest)
#include "tst_hostilearchives.moc"
