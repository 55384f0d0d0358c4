// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/contentkeeper.h"

#include "tests/app/archive/archivemaker.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QByteArray hash = "0123456789abcdfghijklmnpqrsvwxyz"; // every character that Nix uses

std::shared_ptr<const EntryContent> keep(const QByteArray &bytes, qsizetype piece, qint64 memberBytes = 64 << 20)
{
    ContentKeeper keeper(memberBytes);
    keeper.begin(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        keeper.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
    return keeper.finish();
}

} // namespace

class ContentKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextIsKeptUpToItsCap()
    {
        const QByteArray small = "#!/bin/sh\nexec grüße\n";
        QCOMPARE(keep(small, 3)->text, small);
        QVERIFY(keep(small, 3)->isTextWhole);

        const QByteArray large(200'000, 'x');
        QCOMPARE(keep(large, 5000)->text.size(), 64 * 1024);
        QVERIFY(!keep(large, 5000)->isTextWhole);
    }

    void aCharacterThatTheCapCutsInTwoLeavesItAText()
    {
        const QByteArray text = "x" + QByteArray("ü").repeated(100'000);
        QVERIFY(!keep(text, 1000)->text.isEmpty());
    }

    void noiseIsNotKept()
    {
        QCOMPARE(keep(noise(100'000, 1), 1000), nullptr);
        QCOMPARE(keep({}, 1), nullptr);
    }

    void aProgramGivesItsFactsWhateverThePieces_data()
    {
        QTest::addColumn<qsizetype>("piece");
        QTest::addColumn<qint64>("memberBytes");
        QTest::newRow("whole") << qsizetype(1 << 24) << qint64(64 << 20);
        QTest::newRow("pages") << qsizetype(4096) << qint64(64 << 20);
        QTest::newRow("odd pieces") << qsizetype(4097) << qint64(64 << 20);
        QTest::newRow("single bytes first") << qsizetype(7) << qint64(64 << 20);
    }

    void aProgramGivesItsFactsWhateverThePieces()
    {
        QFETCH(qsizetype, piece);
        QFETCH(qint64, memberBytes);
        const QByteArray self = readFile(u"/bin/true"_s);
        QVERIFY(!self.isEmpty());
        const auto content = keep(self, piece, memberBytes);
        QVERIFY(content && content->binary);
        QCOMPARE(*content->binary, *readBinary(ByteView(self)));
    }

    // Head and tail meet without a gap: what lies across the seam is read all the same.
    void aProgramThatJustFitsIsReadWhole()
    {
        const QByteArray self = readFile(QCoreApplication::applicationFilePath());
        for (const qint64 spare : {0, 1, 1000})
            QCOMPARE(*keep(self, 10'007, self.size() + spare)->binary, *readBinary(ByteView(self)));
    }

    // The test program itself has megabytes of symbols between its two ends.
    void aProgramLargerThanTheCapIsReadByItsTwoEnds()
    {
        const QByteArray self = readFile(QCoreApplication::applicationFilePath());
        const qint64 cap = self.size() / 4;
        const auto content = keep(self, 10'007, cap);
        QVERIFY(content && content->binary);
        QVERIFY(content->binary->isPartial);
        QCOMPARE(content->binary->damage, QString());
        QCOMPARE(content->binary->elf()->machine, readBinary(ByteView(self))->elf()->machine);
        QCOMPARE(content->binary->elf()->interpreter, readBinary(ByteView(self))->elf()->interpreter);
    }

    void storePathsAreFoundAcrossPieces_data()
    {
        QTest::addColumn<qsizetype>("piece");
        for (const qsizetype piece : {1, 2, 10, 50, 257, 4096})
            QTest::addRow("%d", int(piece)) << piece;
    }

    void storePathsAreFoundAcrossPieces()
    {
        QFETCH(qsizetype, piece);
        const QByteArray first = "/nix/store/" + hash + "-glibc-2.40";
        const QByteArray second = "/nix/store/" + QByteArray(32, 'a') + "-tzdata";
        const QByteArray bytes = noise(1000, 1) + '\0' + first + "/lib\0" + noise(3000, 2) + second + "\n" + first
            + ":/nix/store/short:/nix/store/" + QByteArray(32, 'e') + "-removed " + noise(500, 3);
        QCOMPARE(keep(bytes, piece)->storePaths,
                 (QStringList{QString::fromLatin1(first), QString::fromLatin1(second)}));
    }

    void theProgramOfAWrapperIsFoundAcrossPieces_data() { storePathsAreFoundAcrossPieces_data(); }

    void theProgramOfAWrapperIsFoundAcrossPieces()
    {
        QFETCH(qsizetype, piece);
        const QByteArray package = "/nix/store/" + hash + "-demo";
        const QByteArray many = QByteArray(20, 'x') + package + "/lib/libx.so\0" + noise(3000, 2);
        QCOMPARE(keep(many + package + "/bin/.demo-wrapped\0" + noise(500, 3), piece)->wrappedProgram,
                 QString::fromLatin1(package + "/bin/.demo-wrapped"));
        QCOMPARE(keep(many, piece)->wrappedProgram, QString());
        QCOMPARE(keep("makeCWrapper '" + package + "/bin/demo' \\\n", 4096)->wrappedProgram,
                 QString::fromLatin1(package + "/bin/demo"));
    }

    void aStorePathAtTheVeryEndCounts()
    {
        const QByteArray path = "/nix/store/" + hash + "-end";
        QCOMPARE(keep("x" + path, 8)->storePaths, QStringList{QString::fromLatin1(path)});
    }
};

QTEST_GUILESS_MAIN(ContentKeeperTest)
#include "tst_contentkeeper.moc"
