// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivefilter.h"
#include "archive/archivemodel.h"
#include "archive/entrytext.h"
#include "sampleinspection.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QStringList namesUnder(const QAbstractItemModel &model, const QModelIndex &parent)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(parent); ++row)
        names << model.index(row, 0, parent).data().toString();
    return names;
}

QString cell(const ArchiveModel &model, const QString &path, int column)
{
    return model.indexOfPath(path).siblingAtColumn(column).data().toString();
}

} // namespace

class TestArchiveModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfTheArchiveWithinFolders()
    {
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.appendEntries({folderEntry(u"a"_s), fileEntry(u"a/z"_s, 1), fileEntry(u"a/b/x"_s, 1),
                             fileEntry(u"a/c"_s, 1), fileEntry(u"a/b/y"_s, 1)});
        QCOMPARE(namesUnder(model, {}), QStringList{u"a"_s});
        QCOMPARE(namesUnder(model, model.indexOfPath(u"a"_s)), (QStringList{u"z"_s, u"b"_s, u"c"_s}));
        QCOMPARE(namesUnder(model, model.indexOfPath(u"a/b"_s)), (QStringList{u"x"_s, u"y"_s}));
        QCOMPARE(model.entryCount(), 4);
    }

    void takesEntriesInBatches()
    {
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QList<ArchiveEntry> entries = sampleInspection().contents.entries;
        for (const ArchiveEntry &entry : entries)
            model.appendEntries({entry});
        ArchiveModel atOnce;
        atOnce.appendEntries(entries);
        const QString top = entries.first().path;
        QCOMPARE(namesUnder(model, model.indexOfPath(top)), namesUnder(atOnce, atOnce.indexOfPath(top)));
        QVERIFY(!model.indexOfPath(top).siblingAtColumn(ArchiveModel::Verdict).data().toString().size());
    }

    void folderThatFollowedFromAFileGetsItsEntryLate()
    {
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.appendEntries({fileEntry(u"a/b"_s, 1)});
        QVERIFY(!model.entryAt(model.indexOfPath(u"a"_s)));
        model.appendEntries({folderEntry(u"a"_s)});
        QVERIFY(model.entryAt(model.indexOfPath(u"a"_s)));
        QCOMPARE(model.rowCount(), 1);
    }

    void sameNameTwiceIsTwoRows()
    {
        ArchiveModel model;
        model.appendEntries({fileEntry(u"a"_s, 1), fileEntry(u"a"_s, 2)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, ArchiveModel::Size).data().toString(), u"2 B"_s);
    }

    void evilNamesStayInTheTree()
    {
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.appendEntries({fileEntry(u"/etc/passwd"_s, 1), fileEntry(u"../../x"_s, 1), fileEntry(u""_s, 1),
                             fileEntry(u"a\n\x1b[31mb"_s, 1), fileEntry(u"a//b"_s, 1)});
        QCOMPARE(model.entryCount(), 5);
        QVERIFY(model.indexOfPath(u"/etc/passwd"_s).isValid());
        QCOMPARE(cell(model, u"a\n\x1b[31mb"_s, ArchiveModel::Name), u"a\u240a\u241b[31mb"_s);
    }

    void missingEntriesAreGhostsAtTheHeadOfTheirFolder()
    {
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setInspection(sampleInspection());
        const QString top = u"main-x86_64-unknown-linux-gnu"_s;
        const QModelIndex ghost = model.indexOfPath(top + u"/LICENSE"_s);
        QCOMPARE(ghost.row(), 0);
        QCOMPARE(ghost.parent(), model.indexOfPath(top));
        QVERIFY(ghost.data(ArchiveModel::MissingRole).toBool());
        QCOMPARE(cell(model, top + u"/LICENSE"_s, ArchiveModel::Verdict), u"missing"_s);
        QCOMPARE(model.entryCount(), 13);
        QCOMPARE(model.problemCount(), 3);
    }

    void ghostOfAFolderThatIsNotThereStandsUnderTheNearestOne()
    {
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"top/a"_s, 1)};
        inspection.report.missing = {u"top/share/doc/x*"_s};
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setInspection(inspection);
        QCOMPARE(namesUnder(model, model.indexOfPath(u"top"_s)), (QStringList{u"share/doc/x*"_s, u"a"_s}));
    }

    void verdictsComeFromFindings()
    {
        ArchiveModel model;
        model.setInspection(sampleInspection());
        const QString top = u"main-x86_64-unknown-linux-gnu"_s;
        QCOMPARE(cell(model, top + u"/.worker-bin"_s, ArchiveModel::Verdict), u"not executable"_s);
        QCOMPARE(cell(model, top + u"/env-vars"_s, ArchiveModel::Verdict), u"unexpected"_s);
        QCOMPARE(cell(model, top + u"/main"_s, ArchiveModel::Verdict), u"ok"_s);
        QCOMPARE(model.indexOfPath(top + u"/env-vars"_s).data(ArchiveModel::StateRole), int(theme::State::Warning));
        QVERIFY(model.indexOfPath(top + u"/env-vars"_s)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u"warning, unexpected"_s));
        QCOMPARE(cell(model, top + u"/lib"_s, ArchiveModel::What), u"5 files"_s);
    }

    void findingsAboutTheStreamBelongToTheWhole()
    {
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"a"_s, 1)};
        inspection.report.findings = {{.code = u"stream-truncated"_s, .path = u"a"_s},
                                      {.code = u"unexpected-entry"_s, .path = u"gone"_s}};
        ArchiveModel model;
        model.setInspection(inspection);
        QCOMPARE(model.findingsOfWhole().size(), 2);
        QCOMPARE(model.problemCount(), 0);
    }

    void nextProblemGoesRound()
    {
        ArchiveModel model;
        model.setInspection(sampleInspection());
        QStringList names;
        QModelIndex at;
        for (int i = 0; i < 4; ++i) {
            at = model.nextProblem(at, true);
            names << at.data().toString();
        }
        QCOMPARE(names, (QStringList{u"LICENSE"_s, u".worker-bin"_s, u"env-vars"_s, u"LICENSE"_s}));
        QCOMPARE(model.nextProblem(at, false).data().toString(), u"env-vars"_s);
        QCOMPARE(model.nextProblem({}, false).data().toString(), u"env-vars"_s);
    }

    void filterKeepsTheFoldersAround()
    {
        ArchiveModel model;
        model.setInspection(sampleInspection());
        ArchiveFilter filter;
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.setSourceModel(&model);
        filter.setNeedle(u"LIBSSL"_s);
        const QModelIndex top = filter.index(0, 0);
        QCOMPARE(namesUnder(filter, top), QStringList{u"lib"_s});
        QCOMPARE(namesUnder(filter, filter.index(0, 0, top)), QStringList{u"libssl.so.3"_s});
        filter.setNeedle({});
        filter.setProblemsOnly(true);
        QCOMPARE(namesUnder(filter, filter.index(0, 0)), (QStringList{u"LICENSE"_s, u".worker-bin"_s, u"env-vars"_s}));
    }

    void saysWhatAnEntryIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<uint>("mode");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("symbol");
        QTest::newRow("Markdown") << u"a/README.md"_s << 0644U << u"Markdown"_s << u"file"_s;
        QTest::newRow("license") << u"LICENSE-MIT"_s << 0644U << u"text"_s << u"file"_s;
        QTest::newRow("so") << u"lib/libc.so.6"_s << 0755U << u"library"_s << u"library"_s;
        QTest::newRow("dylib") << u"libx.dylib"_s << 0644U << u"library"_s << u"library"_s;
        QTest::newRow("dll") << u"ONNX.DLL"_s << 0644U << u"library"_s << u"library"_s;
        QTest::newRow("program") << u"bin/main"_s << 0755U << u"program or script"_s << u"program"_s;
        QTest::newRow("exe") << u"main.exe"_s << 0644U << u"program"_s << u"program"_s;
        QTest::newRow("dot file") << u".main-bin"_s << 0755U << u"program or script"_s << u"program"_s;
        QTest::newRow("unknown") << u"data.bin2"_s << 0644U << u"file"_s << u"file"_s;
    }

    void saysWhatAnEntryIs()
    {
        QFETCH(QString, name);
        QFETCH(uint, mode);
        const ArchiveEntry entry = fileEntry(name, 1, mode);
        QTEST(describeEntry(entry), "words");
        QTEST(symbolOf(entry), "symbol");
    }
};

QTEST_MAIN(TestArchiveModel)
#include "tst_archivemodel.moc"
