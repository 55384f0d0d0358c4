// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/archivefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ArchiveFileTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString put(const QString &name, const QByteArray &bytes = "x") const
    {
        const QString path = m_dir->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void takesTheOneFileOfThatName()
    {
        const QString archive = put(u"out/sub/main-x.tar.xz"_s);
        put(u"out/README"_s);
        QCOMPARE(findArchive(m_dir->filePath(u"out"_s), u"main-x.tar.xz"_s).value(), archive);
    }

    void globStandsForTheVersion()
    {
        const QString archive = put(u"out/main-1.2.3-x.zip"_s);
        QCOMPARE(findArchive(m_dir->filePath(u"out"_s), u"main-*-x.zip"_s).value(), archive);
    }

    void outputThatIsTheFileItselfCounts()
    {
        const QString archive = put(u"0123abcd-main-x.tar.gz"_s);
        QCOMPARE(findArchive(archive, u"main-x.tar.gz"_s).value(), archive);
    }

    void missingArchiveSaysWhatIsThere()
    {
        put(u"out/other.tar.xz"_s);
        const auto found = findArchive(m_dir->filePath(u"out"_s), u"main.tar.xz"_s);
        QCOMPARE(found.error().kind, Error::Kind::Failed);
        QVERIFY(found.error().message.contains(u"other.tar.xz"_s));
    }

    void secondArchiveIsRefused()
    {
        put(u"out/main.tar.xz"_s);
        put(u"out/debug.zip"_s);
        const auto found = findArchive(m_dir->filePath(u"out"_s), u"main.tar.xz"_s);
        QVERIFY(!found);
        QVERIFY(found.error().message.contains(u"debug.zip"_s));
    }

    void secondArchiveThatIsShippedElsewhereIsNone()
    {
        const QString archive = put(u"out/main.tar.xz"_s);
        put(u"out/debug.zip"_s);
        QCOMPARE(findArchive(m_dir->filePath(u"out"_s), u"main.tar.xz"_s, {u"*.zip"_s}).value(), archive);
        // A program is no archive: what lies beside it is not in its way.
        const QString program = put(u"out/main"_s);
        QCOMPARE(findArchive(m_dir->filePath(u"out"_s), u"main"_s).value(), program);
    }

    void hiddenFilesAreSeen()
    {
        const QString archive = put(u"out/.main.tar.xz"_s);
        QCOMPARE(findArchive(m_dir->filePath(u"out"_s), u".main.tar.xz"_s).value(), archive);
        const auto found = findArchive(m_dir->filePath(u"out"_s), u"main.tar.xz"_s);
        QVERIFY(found.error().message.contains(u": .main.tar.xz."_s));
    }

    void whatCannotBeShippedIsNotFound()
    {
        put(u"out/empty.zip"_s, {});
        QVERIFY(QFile::link(u"/no/such/file"_s, m_dir->filePath(u"out/link.zip"_s)));
        QVERIFY(QDir().mkpath(m_dir->filePath(u"out/folder.zip"_s)));
        const QString out = m_dir->filePath(u"out"_s);
        QVERIFY(findArchive(out, u"empty.zip"_s, {u"*"_s}).error().message.contains(u"is empty"_s));
        QVERIFY(findArchive(out, u"link.zip"_s, {u"*"_s}).error().message.contains(u"/no/such/file"_s));
        QVERIFY(findArchive(out, u"folder.zip"_s, {u"*"_s}).error().message.contains(u"is a folder"_s));
    }

    void outputThatWasCollectedIsNotFound()
    {
        QCOMPARE(findArchive(m_dir->filePath(u"gone"_s), u"main.zip"_s).error().kind, Error::Kind::NotFound);
    }

    void copyIsWholeAndLeavesTheOriginal()
    {
        const QByteArray bytes(3'000'000, 'q');
        const QString source = put(u"big"_s, bytes);
        const auto copy = keepCopy(source, m_dir->filePath(u"kept"_s), u"named.zip"_s);
        QFile file(copy.value());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == bytes);
        QVERIFY(QFile::exists(source));
        QCOMPARE(keepCopy(u"/no/such"_s, m_dir->path(), u"n"_s).error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(ArchiveFileTest)
#include "tst_archivefile.moc"
