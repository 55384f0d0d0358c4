// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archivescan.h"
#include "app/core/hash.h"
#include "tests/app/archive/archivemaker.h"

#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const ArchiveEntry *find(const ArchiveContents &contents, const QString &path)
{
    for (const ArchiveEntry &entry : contents.entries) {
        if (entry.path == path)
            return &entry;
    }
    return nullptr;
}

QStringList pathsOf(const ArchiveContents &contents)
{
    QStringList paths;
    for (const ArchiveEntry &entry : contents.entries)
        paths += entry.path;
    return paths;
}

} // namespace

class ArchiveScanTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString file(const QString &name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeTree(m_dir.path())); }

    void readsEveryFormat_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind :
             {"tar", "tar.xz", "tar.gz", "tar.zst", "tar.bz2", "tar.lz4", "tar.lz", "tar.lzma", "tar.Z", "zip"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void readsEveryFormat()
    {
        QFETCH(QString, kind);
        const QString packed = pack(m_dir.path(), kind);
        QVERIFY(!packed.isEmpty());
        // The name says nothing: the content counts.
        const QString path = file(u"renamed.bin"_s);
        QFile::remove(path);
        QVERIFY(QFile::rename(packed, path));

        const auto contents = scanArchive(path);

        QVERIFY2(contents.has_value(), contents ? "" : qPrintable(contents.error().message));
        QVERIFY(contents->isWhole());
        QCOMPARE(contents->findings, QList<Finding>());
        QCOMPARE(contents->format, kind);
        QCOMPARE(contents->fileName, u"renamed.bin"_s);
        QCOMPARE(contents->bytes, QFileInfo(path).size());
        QCOMPARE(contents->sha256, sha256Of(readFile(path)));
        QCOMPARE(contents->unpackedBytes, 500'008);
        QCOMPARE(contents->entries.size(), 6);

        const ArchiveEntry *program = find(*contents, u"top/main"_s);
        QVERIFY(program);
        QCOMPARE(program->type, ArchiveEntry::Type::File);
        QCOMPARE(program->mode, 0755U);
        QCOMPARE(program->size, 300'000);
        QCOMPARE(program->sha256, sha256Of(noise(300'000, 1)));
        const ArchiveEntry *link = find(*contents, u"top/lib/libx.so"_s);
        QVERIFY(link);
        QCOMPARE(link->type, ArchiveEntry::Type::Symlink);
        QCOMPARE(link->link, u"libx.so.1"_s);
        QVERIFY(link->sha256.isEmpty());
        const ArchiveEntry *folder = find(*contents, u"top/lib"_s);
        QVERIFY(folder);
        QCOMPARE(folder->type, ArchiveEntry::Type::Directory);
        QCOMPARE(folder->rawName, "top/lib/");
    }

    void xzInSeveralBlocksAndStreamsIsOneArchive_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("one block") << u"xz -T1 -c t.tar > t.xz"_s;
        QTest::newRow("many blocks") << u"xz -T2 --block-size=65536 -c t.tar > t.xz"_s;
        QTest::newRow("two streams") << u"(head -c 100000 t.tar | xz -c; tail -c +100001 t.tar | xz -c) > t.xz"_s;
        QTest::newRow("two streams and padding")
            << u"(head -c 100000 t.tar | xz -c; head -c 8 /dev/zero; tail -c +100001 t.tar | xz -c) > t.xz"_s;
        QTest::newRow("gzip in two members")
            << u"(head -c 100000 t.tar | gzip -c; tail -c +100001 t.tar | gzip -c) > t.xz"_s;
        QTest::newRow("zstd in two frames")
            << u"(head -c 100000 t.tar | zstd -c; tail -c +100001 t.tar | zstd -c) > t.xz"_s;
        QTest::newRow("bzip2 in two streams")
            << u"(head -c 100000 t.tar | bzip2 -c; tail -c +100001 t.tar | bzip2 -c) > t.xz"_s;
    }

    void xzInSeveralBlocksAndStreamsIsOneArchive()
    {
        QFETCH(QString, command);
        QVERIFY(runIn(m_dir.path(), u"tar"_s, {u"-cf"_s, u"t.tar"_s, u"top"_s}));
        QVERIFY(runIn(m_dir.path(), u"sh"_s, {u"-c"_s, command}));

        const auto contents = scanArchive(file(u"t.xz"_s));

        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings, QList<Finding>());
        QCOMPARE(contents->entries.size(), 6);
        QCOMPARE(find(*contents, u"top/main"_s)->sha256, sha256Of(noise(300'000, 1)));
    }

    void namesComeAsTheyAreStored_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("name");
        const QByteArray longName = QByteArray("d/").repeated(80) + "e\xcc\x81\xe6\x97\xa5";
        for (const char *format : {"gnutar", "pax", "zip"}) {
            QTest::addRow("%s plain", format) << QByteArray(format) << QByteArray("plain");
            QTest::addRow("%s dot", format) << QByteArray(format) << QByteArray("./a/b");
            QTest::addRow("%s over 100 bytes", format) << QByteArray(format) << QByteArray("x").repeated(250);
            QTest::addRow("%s up and away", format) << QByteArray(format) << QByteArray("a/../../evil");
            QTest::addRow("%s absolute", format) << QByteArray(format) << QByteArray("/etc/passwd");
            QTest::addRow("%s backslash", format) << QByteArray(format) << QByteArray("a\\b/c");
        }
        for (const char *format : {"gnutar", "pax"}) {
            QTest::addRow("%s long and decomposed", format) << QByteArray(format) << longName;
            QTest::addRow("%s not UTF-8", format) << QByteArray(format) << QByteArray("bad\xff\x80name");
        }
    }

    void namesComeAsTheyAreStored()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, name);
        QVERIFY(writeArchive(file(u"names"_s), format, {{.name = name, .content = "abc"}}));

        const auto contents = scanArchive(file(u"names"_s));

        QVERIFY(contents.has_value());
        QCOMPARE(contents->entries.size(), 1);
        QCOMPARE(contents->entries.first().rawName, name);
        QCOMPARE(contents->entries.first().sha256, sha256Of("abc"));
    }

    void paxNamesThatAreMarkedAsUtf8AreNotComposed()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"pax"_s));
        const QString name = QString::fromUtf8("e\xcc\x81-") + QString(120, u'x');
        QVERIFY(writeFile(file(u"pax/"_s + name), "abc"));
        QVERIFY(runIn(m_dir.path(), u"tar"_s, {u"--format=pax"_s, u"-cf"_s, u"pax.tar"_s, u"pax/"_s + name}));

        const auto contents = scanArchive(file(u"pax.tar"_s));

        QVERIFY(contents.has_value());
        QCOMPARE(contents->entries.first().rawName, u"pax/%1"_s.arg(name).toUtf8());
    }

    void namesOfAZipThatAreNotMarkedComeAsTheyAre()
    {
        QVERIFY(writeArchive(file(u"n.zip"_s), "zip", {{.name = "badXXname", .content = "abc"}}));
        QVERIFY(writeFile(file(u"n.zip"_s), readFile(file(u"n.zip"_s)).replace("badXX", "bad\xff\x80")));
        const auto contents = scanArchive(file(u"n.zip"_s));
        QVERIFY(contents.has_value());
        QCOMPARE(contents->entries.first().rawName, "bad\xff\x80name");
    }

    void namesOfAZipThatAreWronglyMarkedAsUtf8AreAFinding()
    {
        QVERIFY(writeArchive(file(u"w.zip"_s), "zip", {{.name = "bad\xc3\xa9name", .content = "abc"}}));
        QVERIFY(writeFile(file(u"w.zip"_s), readFile(file(u"w.zip"_s)).replace("\xc3\xa9", "\xff\x80")));
        const auto contents = scanArchive(file(u"w.zip"_s));
        QVERIFY(contents.has_value());
        QCOMPARE(contents->entries.size(), 1);
        QVERIFY(!contents->entries.first().path.isEmpty());
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"unprintable-name"_s);
    }

    void pathIsTheNameForPeople()
    {
        QVERIFY(writeArchive(file(u"p.tar"_s), "gnutar",
                             {{.name = "././a//b", .content = "1"}, {.name = "./", .type = 0040000}, {.name = "/x"}}));
        const auto contents = scanArchive(file(u"p.tar"_s));
        QVERIFY(contents.has_value());
        QCOMPARE(pathsOf(*contents), (QStringList{u"a//b"_s, u"."_s, u"/x"_s}));
    }

    void linksDevicesAndDuplicatesKeepTheirOrder()
    {
        QVERIFY(writeArchive(file(u"odd.tar"_s), "gnutar",
                             {{.name = "a", .content = "one"},
                              {.name = "b", .hardlink = "a"},
                              {.name = "pipe", .type = 0010000},
                              {.name = "a", .content = "three"}}));

        const auto contents = scanArchive(file(u"odd.tar"_s));

        QVERIFY(contents.has_value());
        QCOMPARE(pathsOf(*contents), (QStringList{u"a"_s, u"b"_s, u"pipe"_s, u"a"_s}));
        QCOMPARE(contents->entries.at(1).type, ArchiveEntry::Type::HardLink);
        QCOMPARE(contents->entries.at(1).link, u"a"_s);
        QCOMPARE(contents->entries.at(2).type, ArchiveEntry::Type::Special);
        QCOMPARE(contents->entries.at(3).sha256, sha256Of("three"));
    }

    void holesOfSparseFilesReadAsZeros()
    {
        QVERIFY(runIn(m_dir.path(), u"sh"_s,
                      {u"-c"_s, u"truncate -s 3M s; printf tail >> s; truncate -s 5M s; tar -Scf sparse.tar s"_s}));
        QVERIFY(QFileInfo(file(u"sparse.tar"_s)).size() < 100'000);

        const auto contents = scanArchive(file(u"sparse.tar"_s));

        QVERIFY(contents.has_value());
        QCOMPARE(contents->entries.first().size, 5 << 20);
        QCOMPARE(contents->entries.first().sha256, sha256Of(readFile(file(u"s"_s))));
    }

    void encryptedMembersOfAZipAreNamedAndTheRestIsRead()
    {
        QVERIFY(runIn(m_dir.path(), u"sh"_s,
                      {u"-c"_s, u"rm -f e.zip; zip -q -P secret e.zip top/main && zip -q e.zip top/README.md"_s}));

        const auto contents = scanArchive(file(u"e.zip"_s));

        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"member-encrypted"_s);
        QCOMPARE(contents->findings.first().path, u"top/main"_s);
        QVERIFY(find(*contents, u"top/main"_s)->sha256.isEmpty());
        QCOMPARE(find(*contents, u"top/README.md"_s)->sha256, sha256Of("read me\n"));
        QVERIFY(contents->isWhole());
    }

    void emptyArchivesAreArchives()
    {
        QVERIFY(runIn(m_dir.path(), u"tar"_s, {u"-cf"_s, u"empty.tar"_s, u"-T"_s, u"/dev/null"_s}));
        QVERIFY(writeFile(file(u"empty.zip"_s), QByteArray("PK\x05\x06") + QByteArray(18, '\0')));
        for (const QString &name : {u"empty.tar"_s, u"empty.zip"_s}) {
            const auto contents = scanArchive(file(name));
            QVERIFY2(contents.has_value(), qPrintable(name));
            QVERIFY2(contents->findings.isEmpty(), qPrintable(name));
            QVERIFY(contents->entries.isEmpty());
        }
    }

    void whatIsNoArchiveIsAnError_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("text") << u"echo hello > x"_s << Error::Kind::InvalidInput;
        QTest::newRow("noise") << u"head -c 100000 top/main > x"_s << Error::Kind::InvalidInput;
        QTest::newRow("empty") << u": > x"_s << Error::Kind::InvalidInput;
        QTest::newRow("folder") << u"mkdir x"_s << Error::Kind::InvalidInput;
        QTest::newRow("pipe") << u"mkfifo x"_s << Error::Kind::InvalidInput;
        QTest::newRow("compressed text") << u"echo hello | xz > x"_s << Error::Kind::InvalidInput;
        QTest::newRow("compressed nothing") << u": | gzip > x"_s << Error::Kind::InvalidInput;
        QTest::newRow("zstd of nothing") << u": | zstd > x"_s << Error::Kind::InvalidInput;
        QTest::newRow("not there") << u":"_s << Error::Kind::NotFound;
        if (geteuid() != 0) // root may read everything
            QTest::newRow("not readable") << u"tar -cf x top; chmod 0 x"_s << Error::Kind::Io;
    }

    void whatIsNoArchiveIsAnError()
    {
        QFETCH(QString, command);
        QFETCH(Error::Kind, kind);
        QVERIFY(runIn(m_dir.path(), u"sh"_s, {u"-c"_s, u"rm -rf x; "_s + command}));

        const auto contents = scanArchive(file(u"x"_s));

        QVERIFY(!contents.has_value());
        QCOMPARE(contents.error().kind, kind);
        QVERIFY(contents.error().message.contains(file(u"x"_s)));
        QVERIFY(!contents.error().message.contains(u'\n'));
    }

    void batchesTogetherAreTheEntries()
    {
        QList<EvilEntry> many;
        for (int i = 0; i < 1000; ++i)
            many.append({.name = "f" + QByteArray::number(i), .content = "x"});
        QVERIFY(writeArchive(file(u"many.tar"_s), "gnutar", many));
        QList<QStringList> batches;

        const auto contents = scanArchive(file(u"many.tar"_s), {}, {}, [&](const ScanProgress &progress) {
            QStringList paths;
            for (const ArchiveEntry &entry : progress.batch)
                paths += entry.path;
            batches.append(paths);
        });

        QVERIFY(contents.has_value());
        QCOMPARE(batches.first(), QStringList{u"f0"_s}); // the first row at once
        QVERIFY(batches.size() >= 4);
        QStringList all;
        for (const QStringList &batch : std::as_const(batches)) {
            QVERIFY(batch.size() <= 256);
            all += batch;
        }
        QCOMPARE(all, pathsOf(*contents));
    }

    void stopCancels_data() { readsEveryFormat_data(); }

    void stopCancels()
    {
        QFETCH(QString, kind);
        const QString path = pack(m_dir.path(), kind);
        std::stop_source stop;
        int batches = 0;

        const auto contents = scanArchive(path, {}, stop.get_token(), [&](const ScanProgress &) {
            ++batches;
            stop.request_stop();
        });

        QVERIFY(!contents.has_value());
        QCOMPARE(contents.error().kind, Error::Kind::Canceled);
        QCOMPARE(batches, 1);
    }

    void limitOfEntriesIsSaid()
    {
        const QString path = pack(m_dir.path(), u"tar.xz"_s);
        const auto contents = scanArchive(path, {.entries = 2});
        QVERIFY(contents.has_value());
        QVERIFY(!contents->isWhole());
        QCOMPARE(contents->entries.size(), 2);
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"limit-reached"_s);
        QVERIFY(contents->findings.first().message.contains(u"2 entries"_s));
        QVERIFY(contents->findings.first().hint.contains(u"raise"_s));
        QCOMPARE(contents->sha256, sha256Of(readFile(path))); // still of the whole file
    }

    void limitOfBytesIsSaid_data() { readsEveryFormat_data(); }

    void limitOfBytesIsSaid()
    {
        QFETCH(QString, kind);
        const auto contents = scanArchive(pack(m_dir.path(), kind), {.unpackedBytes = 100'000});
        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"limit-reached"_s);
        QVERIFY(contents->findings.first().message.contains(u"97.7 KiB"_s));
    }

    void bombsStopAtTheRatio_data()
    {
        QTest::addColumn<QString>("packer");
        QTest::newRow("xz") << u"xz -1 -T2"_s;
        QTest::newRow("zstd") << u"zstd"_s;
        QTest::newRow("bzip2") << u"bzip2"_s;
    }

    void bombsStopAtTheRatio()
    {
        QFETCH(QString, packer);
        QVERIFY(runIn(
            m_dir.path(), u"sh"_s,
            {u"-c"_s, u"truncate -s 600M zeros; tar --sparse-version=0.0 -cf - zeros | %1 > bomb"_s.arg(packer)}));

        const auto contents = scanArchive(file(u"bomb"_s), {.ratio = 500});

        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.size(), 1);
        QCOMPARE(contents->findings.first().code, u"limit-reached"_s);
        QVERIFY(contents->unpackedBytes <= 400 << 20); // ended soon after the 256 MiB from which the ratio counts
    }

    void hugeHoleStopsAtTheRatio()
    {
        QVERIFY(runIn(m_dir.path(), u"sh"_s, {u"-c"_s, u"truncate -s 8T hole; tar -Scf hole.tar hole"_s}));
        const auto contents = scanArchive(file(u"hole.tar"_s));
        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.first().code, u"limit-reached"_s);
    }

    void xzThatNeedsTooMuchMemoryIsALimit()
    {
        // The header alone claims it: 1.5 GiB of dictionary, with its checksum set right by xz itself.
        QVERIFY(runIn(m_dir.path(), u"sh"_s,
                      {u"-c"_s,
                       u"tar -cf - top/README.md | "
                       "xz -T1 --lzma2=preset=0,dict=1536MiB > mem.xz"_s}));
        const auto contents = scanArchive(file(u"mem.xz"_s));
        QVERIFY(contents.has_value());
        QCOMPARE(contents->findings.first().code, u"limit-reached"_s);
        QVERIFY(contents->findings.first().message.contains(u"memory"_s));
    }
};

QTEST_GUILESS_MAIN(ArchiveScanTest)
#include "tst_archivescan.moc"
