// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/sizebreakdown.h"

#include "tests/app/archive/handmade.h"

#include <QJsonArray>
#include <QTest>

using namespace unmoor;
using namespace handmade;

namespace {

SizeBreakdown breakDown(const QList<ArchiveEntry> &entries, int mostParts = 200)
{
    return breakDownSizes(archive(entries).contents, mostParts);
}

/// "lib 30", largest first.
QStringList partsOf(const SizePart &part)
{
    QStringList texts;
    for (const SizePart &inner : part.parts)
        texts += u"%1 %2"_s.arg(inner.name).arg(inner.bytes);
    return texts;
}

} // namespace

class SizeBreakdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersAddUpWhatLiesInThem()
    {
        const SizeBreakdown sizes = breakDown({folder(u"x"_s), file(u"x/a"_s, "1", 10), file(u"x/lib/b"_s, "2", 20),
                                               file(u"x/lib/c"_s, "3", 30), file(u"x/doc/d"_s, "4", 5)});
        QCOMPARE(sizes.whole.bytes, 65);
        QCOMPARE(sizes.whole.name, u"main.tar.xz"_s);
        QCOMPARE(partsOf(sizes.whole), QStringList{u"x 65"_s});
        const SizePart &top = sizes.whole.parts.first();
        QCOMPARE(partsOf(top), (QStringList{u"lib 50"_s, u"a 10"_s, u"doc 5"_s}));
        QCOMPARE(top.parts.first().path, u"x/lib"_s);
        QCOMPARE(partsOf(top.parts.first()), (QStringList{u"c 30"_s, u"b 20"_s}));
    }

    void linksTakeNothingAndOfDuplicatesTheLastCounts()
    {
        const SizeBreakdown sizes = breakDown(
            {file(u"a"_s, "1", 10), file(u"a"_s, "2", 7), link(u"b"_s, u"a"_s), link(u"c"_s, u"a"_s, Type::HardLink)});
        QCOMPARE(partsOf(sizes.whole), QStringList{u"a 7"_s});
    }

    void copiesCountBeyondTheFirst()
    {
        const SizeBreakdown sizes = breakDown({file(u"a"_s, "1", 10), file(u"b"_s, "1", 10), file(u"c"_s, "1", 10),
                                               file(u"d"_s, "2", 10), file(u"e"_s, {}, 10), file(u"f"_s, {}, 10)});
        QCOMPARE(sizes.duplicateBytes, 20);
        QList<bool> marks;
        for (const SizePart &part : sizes.largest)
            marks.append(part.isDuplicate);
        QCOMPARE(marks, (QList<bool>{true, true, true, false, false, false}));
    }

    void symbolsAddUpButNeverBeyondTheFile()
    {
        ElfFacts facts;
        facts.kind = ElfFacts::Kind::Program;
        facts.symbolBytes = 40;
        ArchiveEntry honest = elf(u"x/a"_s, "1", facts);
        facts.symbolBytes = 1LL << 50;
        const SizeBreakdown sizes = breakDown({honest, elf(u"x/b"_s, "2", facts)});
        QCOMPARE(sizes.symbolBytes, 140);
        QCOMPARE(sizes.whole.symbolBytes, 140);
        QCOMPARE(sizes.whole.parts.first().parts.first().kind, u"program"_s);
    }

    void kindComesFromContentOrName_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<quint32>("mode");
        QTest::addColumn<QString>("kind");
        QTest::newRow("library") << u"x/lib/libx.so.1.2"_s << 0755u << u"library"_s;
        QTest::newRow("dylib") << u"x/libx.1.dylib"_s << 0644u << u"library"_s;
        QTest::newRow("dll") << u"X.DLL"_s << 0644u << u"library"_s;
        QTest::newRow("exe") << u"main.exe"_s << 0644u << u"program"_s;
        QTest::newRow("script") << u"bin/main"_s << 0755u << u"program"_s;
        QTest::newRow("readme") << u"x/README.md"_s << 0644u << u"document"_s;
        QTest::newRow("license") << u"x/LICENSE-MIT"_s << 0644u << u"document"_s;
        QTest::newRow("in doc") << u"x/share/doc/x/copy"_s << 0644u << u"document"_s;
        QTest::newRow("data") << u"x/model.bin"_s << 0644u << u"other"_s;
    }
    void kindComesFromContentOrName()
    {
        QFETCH(QString, path);
        QFETCH(quint32, mode);
        QFETCH(QString, kind);
        QCOMPARE(breakDown({file(path, "1", 1, mode)}).largest.first().kind, kind);
    }

    void fullFolderEndsInOnePartOfTheRest()
    {
        QList<ArchiveEntry> entries;
        for (int i = 1; i <= 10; ++i)
            entries.append(file(u"f%1"_s.arg(i), QByteArray::number(i), i));
        const SizeBreakdown sizes = breakDown(entries, 4);
        QCOMPARE(partsOf(sizes.whole), (QStringList{u"f10 10"_s, u"f9 9"_s, u"f8 8"_s, u"7 smaller parts 28"_s}));
        QVERIFY(sizes.whole.parts.last().path.isEmpty());
        QCOMPARE(sizes.whole.bytes, 55);
    }

    void twentyLargestFilesAreListed()
    {
        QList<ArchiveEntry> entries;
        for (int i = 1; i <= 100; ++i)
            entries.append(file(u"x/%1/f"_s.arg(i * 37 % 101), QByteArray::number(i), i * 37 % 101));
        const SizeBreakdown sizes = breakDown(entries);
        QCOMPARE(sizes.largest.size(), 20);
        QCOMPARE(sizes.largest.first().bytes, 100);
        QCOMPARE(sizes.largest.last().bytes, 81);
        QCOMPARE(sizes.largest.first().path, u"x/100/f"_s);
    }

    void veryDeepPathEnds()
    {
        const SizeBreakdown sizes = breakDown({file(u"d/"_s.repeated(100'000) + u"f"_s, "1", 7)});
        QCOMPARE(sizes.whole.bytes, 7);
        int levels = 0;
        for (const SizePart *part = &sizes.whole; !part->parts.isEmpty(); part = &part->parts.first())
            ++levels;
        QVERIFY(levels < 50);
    }

    void emptyArchiveIsNothing()
    {
        const SizeBreakdown sizes = breakDown({});
        QCOMPARE(sizes.whole.bytes, 0);
        QVERIFY(sizes.largest.isEmpty());
    }

    void documentSkipsFoldersThatHoldEverything()
    {
        const QJsonObject json =
            toJson(breakDown({file(u"x/a"_s, "1", 10), file(u"x/lib/b"_s, "1", 20), file(u"x/lib/c"_s, "1", 20)}));
        QCOMPARE(json[u"bytes"_s].toInt(), 50);
        QCOMPARE(json[u"duplicate_bytes"_s].toInt(), 40);
        QCOMPARE(json[u"parts"_s][0].toObject()[u"path"_s].toString(), u"x/lib"_s);
        QCOMPARE(json[u"largest"_s].toArray().size(), 3);
    }
};

QTEST_GUILESS_MAIN(SizeBreakdownTest)
#include "tst_sizebreakdown.moc"
