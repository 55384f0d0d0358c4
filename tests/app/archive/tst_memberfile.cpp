// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/memberfile.h"
#include "tests/app/archive/archivemaker.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

/// Single files out of archives that the platform's own programs, or nobody with good intentions, packed.
class TestMemberFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString in(const QString &name) const { return m_dir->filePath(name); }

    /// The files of \a path as the check of the archive finds them, in its order.
    static QList<MemberFile> filesOf(const QString &path)
    {
        QList<MemberFile> files;
        const auto contents = scanArchive(path);
        for (const ArchiveEntry &entry : contents ? contents->entries : QList<ArchiveEntry>()) {
            if (const auto file = memberFile(path, *contents, entry))
                files.append(*file);
        }
        return files;
    }

    static MemberFile fileOf(const QString &archive, const QString &path)
    {
        const QList<MemberFile> files = filesOf(archive);
        const auto found = std::ranges::find(files, path, &MemberFile::path);
        return found == files.end() ? MemberFile() : *found;
    }

    template <typename Value>
    static Result<Value> wait(const QFuture<Result<Value>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
            return failure(Error::Kind::Failed, u"it never ended"_s);
        return future.result();
    }

    static constexpr qint64 much = 64 << 20;

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void bytesComeOutAsTheyWentIn_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"tar"_s, u"tar.xz"_s, u"tar.gz"_s, u"tar.zst"_s, u"tar.bz2"_s, u"tar.lz4"_s,
                                    u"tar.lz"_s, u"tar.lzma"_s, u"tar.Z"_s, u"zip"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void bytesComeOutAsTheyWentIn()
    {
        QFETCH(QString, kind);
        QVERIFY(makeTree(m_dir->path()));
        QVERIFY(writeFile(in(u"top/lib/large.bin"_s), noise(3'000'000, 7)));
        const QString archive = pack(m_dir->path(), kind);
        QVERIFY(!archive.isEmpty());
        const QList<MemberFile> files = filesOf(archive);
        QVERIFY(files.size() >= 4);
        for (const MemberFile &file : files) {
            const auto bytes = wait(readMember(file, much));
            QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().message));
            QCOMPARE(*bytes, readFile(in(file.path)));
            const auto saved = wait(saveMember(file, in(u"saved"_s)));
            QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
            QCOMPARE(readFile(in(u"saved"_s)), *bytes);
            QVERIFY(!QFileInfo(in(u"saved"_s)).isExecutable()); // "main" is one in the archive
        }
    }

    void secondOfTwoWithOneNameIsItself()
    {
        const QString archive = in(u"two.tar"_s);
        QVERIFY(writeArchive(archive, "pax", {{.name = "a", .content = "first"}, {.name = "a", .content = "second"}}));
        const QList<MemberFile> files = filesOf(archive);
        QCOMPARE(files.size(), 2);
        QCOMPARE(wait(readMember(files[0], much)).value_or("?"), "first");
        QCOMPARE(wait(readMember(files[1], much)).value_or("?"), "second");
    }

    void longNamesAndHolesAreWhole()
    {
        const QString archive = in(u"odd.tar"_s);
        const QByteArray name = QByteArray("d/").repeated(80) + "\xc3\xa9.txt";
        QVERIFY(writeArchive(
            archive, "pax",
            {{.name = name, .content = "long"}, {.name = "hole", .content = "end", .sparseSize = 200'000}}));
        const QList<MemberFile> files = filesOf(archive);
        QCOMPARE(files.size(), 2);
        QCOMPARE(wait(readMember(files[0], much)).value_or("?"), "long");
        const QByteArray hole = wait(readMember(files[1], much)).value_or("?");
        QCOMPARE(hole.size(), 200'000);
        QVERIFY(hole.startsWith(QByteArray(1000, '\0')) && hole.endsWith("end"));
    }

    void archiveThatIsAnotherByNowGivesNothing_data() { bytesComeOutAsTheyWentIn_data(); }
    void archiveThatIsAnotherByNowGivesNothing()
    {
        QFETCH(QString, kind);
        QVERIFY(makeTree(m_dir->path()));
        const QString archive = pack(m_dir->path(), kind);
        const MemberFile readme = fileOf(archive, u"top/README.md"_s);
        QVERIFY(!readme.sha256.isEmpty());
        QVERIFY(writeFile(in(u"saved"_s), "kept"));
        QVERIFY(writeFile(in(u"top/README.md"_s), readFile(in(u"top/README.md"_s)).toUpper()));
        QVERIFY(QFile::remove(archive));
        QCOMPARE(pack(m_dir->path(), kind), archive);

        const auto saved = wait(saveMember(readme, in(u"saved"_s)));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Corrupt);
        QVERIFY2(saved.error().message.contains(u"not what the check"_s), qPrintable(saved.error().message));
        QCOMPARE(readFile(in(u"saved"_s)), "kept");
        QVERIFY(!wait(readMember(readme, much)));

        QVERIFY(QFile::remove(in(u"top/README.md"_s)) && QFile::remove(archive));
        QCOMPARE(pack(m_dir->path(), kind), archive);
        const auto gone = wait(readMember(readme, much));
        QVERIFY(!gone);
        QVERIFY2(gone.error().message.contains(u"not there any more"_s), qPrintable(gone.error().message));
    }

    void damageIsSaid_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"tar.xz"_s, u"tar.gz"_s, u"zip"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void damageIsSaid()
    {
        QFETCH(QString, kind);
        QVERIFY(makeTree(m_dir->path()));
        QVERIFY(writeFile(in(u"top/noise.bin"_s), noise(3'000'000, 3)));
        const QString archive = pack(m_dir->path(), kind);
        const MemberFile file = fileOf(archive, u"top/noise.bin"_s);
        QVERIFY(!file.sha256.isEmpty());
        QByteArray bytes = readFile(archive);
        const qsizetype inside = bytes.size() / 2; // most of the archive is this file
        for (qsizetype at = inside; at < inside + 64; ++at)
            bytes[at] = char(~bytes[at]);
        QVERIFY(writeFile(archive, bytes));
        const auto read = wait(readMember(file, much));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Corrupt);
    }

    void whatIsTooLargeIsNotReadAtAll()
    {
        QVERIFY(makeTree(m_dir->path()));
        MemberFile file = fileOf(pack(m_dir->path(), u"tar.xz"_s), u"top/README.md"_s);
        const auto read = wait(readMember(file, file.size - 1));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::InvalidInput);
        file.size = 3; // and a size that is a lie is no way around
        QCOMPARE(wait(readMember(file, 4)).error().kind, Error::Kind::Corrupt);
    }

    void cancelingLeavesNoFile_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("tar.xz") << u"tar.xz"_s;
        QTest::newRow("zip") << u"zip"_s;
    }
    void cancelingLeavesNoFile()
    {
        QFETCH(QString, kind);
        QVERIFY(makeTree(m_dir->path()));
        QVERIFY(writeFile(in(u"top/noise.bin"_s), noise(8'000'000, 3)));
        const MemberFile file = fileOf(pack(m_dir->path(), kind), u"top/noise.bin"_s);
        std::stop_source stop;
        std::atomic<int> calls = 0;
        const auto saved = wait(saveMember(file, in(u"saved"_s), stop.get_token(), [&](qint64 done, qint64 total) {
            ++calls;
            if (done > total / 10)
                stop.request_stop();
        }));
        QVERIFY(calls > 0);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Canceled);
        QVERIFY(!QFile::exists(in(u"saved"_s)));
    }

    void whatIsNoFileHasNoBytes()
    {
        const QString archive = in(u"links.tar"_s);
        QVERIFY(writeArchive(archive, "pax",
                             {{.name = "a", .content = "x"}, {.name = "b", .type = 0120000, .symlink = "a"}}));
        QCOMPARE(filesOf(archive).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMemberFile)
#include "tst_memberfile.moc"
