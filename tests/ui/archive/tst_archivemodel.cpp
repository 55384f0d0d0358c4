// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/entryarrangement.h"
#include "tests/ui/archive/sampleinspection.h"
#include "ui/archive/archivemodel.h"
#include "ui/archive/binarytext.h"
#include "ui/archive/entrytext.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
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

QList<ArchiveEntry> files(const QString &folder, int count)
{
    QList<ArchiveEntry> entries;
    for (int i = 0; i < count; ++i)
        entries << fileEntry(u"%1/file-%2"_s.arg(folder).arg(i), i);
    return entries;
}

void countRows(const QAbstractItemModel &model, const QModelIndex &parent, int &widest, int &leaves)
{
    const int rows = model.rowCount(parent);
    widest = std::max(widest, rows);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (model.hasChildren(index))
            countRows(model, index, widest, leaves);
        else
            ++leaves;
    }
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
        const QString top = sampleTop;
        const QModelIndex ghost = model.indexOfPath(top + u"/LICENSE"_s);
        QCOMPARE(ghost.row(), 0);
        QCOMPARE(ghost.parent(), model.indexOfPath(top));
        QVERIFY(ghost.data(ArchiveModel::MissingRole).toBool());
        QCOMPARE(cell(model, top + u"/LICENSE"_s, ArchiveModel::Verdict), u"missing"_s);
        QCOMPARE(model.entryCount(), 19);
        QCOMPARE(model.ghostCount(), 1);
        QCOMPARE(model.problemCount(), 5);
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
        const QString top = sampleTop;
        QCOMPARE(cell(model, top + u"/.worker-bin"_s, ArchiveModel::Verdict), u"does not start"_s);
        QCOMPARE(cell(model, top + u"/env-vars"_s, ArchiveModel::Verdict), u"unexpected"_s);
        QCOMPARE(cell(model, top + u"/main"_s, ArchiveModel::Verdict), u"ok"_s);
        QCOMPARE(model.indexOfPath(top + u"/env-vars"_s).data(ArchiveModel::StateRole), int(theme::State::Warning));
        QVERIFY(model.indexOfPath(top + u"/env-vars"_s)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u"warning, unexpected"_s));
        QCOMPARE(cell(model, top + u"/lib"_s, ArchiveModel::What), u"11 files"_s);
    }

    void aFileThatIsNotWholeIsNotOk()
    {
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"top/whole"_s, 1), fileEntry(u"top/broken"_s, 1)};
        inspection.contents.entries[1].sha256.clear();
        inspection.report.findings = {{.code = u"stream-truncated"_s, .path = u"top/whole"_s}};
        ArchiveModel model;
        model.setInspection(inspection);
        QCOMPARE(cell(model, u"top/whole"_s, ArchiveModel::Verdict), u"ok"_s);
        QCOMPARE(cell(model, u"top/broken"_s, ArchiveModel::Verdict), u"not read whole"_s);
        QCOMPARE(model.indexOfPath(u"top/broken"_s).data(ArchiveModel::StateRole), int(theme::State::Warning));
        QCOMPARE(model.problemCount(), 1);
    }

    void findingsAboutTheStreamBelongToTheWhole()
    {
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"a"_s, 1)};
        inspection.report.findings = {{.code = u"stream-truncated"_s, .path = u"a"_s},
                                      {.code = u"unexpected-entry"_s, .path = u"gone"_s}};
        ArchiveModel model;
        model.setInspection(inspection);
        QCOMPARE(model.tree().findingsOfWhole().size(), 2);
        QCOMPARE(model.problemCount(), 0);
    }

    void acceptedFindingIsNoProblem()
    {
        Inspection inspection = sampleInspection();
        for (Finding &finding : inspection.report.findings) {
            finding.accepted = {finding.severity, u"known"_s, u"unmoor.toml"_s};
            finding.severity = Severity::Info;
        }
        ArchiveModel model;
        model.setInspection(inspection);
        QCOMPARE(model.problemCount(), 0);
        QCOMPARE(cell(model, sampleTop + u"/env-vars"_s, ArchiveModel::Verdict), u"accepted"_s);
        QVERIFY(!model.nextProblem({}, true).isValid());
    }

    void nextProblemGoesRound()
    {
        ArchiveModel model;
        model.setInspection(sampleInspection());
        QStringList names;
        QModelIndex at;
        for (int i = 0; i < 6; ++i) {
            at = model.nextProblem(at, true);
            names << at.data().toString();
        }
        QCOMPARE(names,
                 (QStringList{u"LICENSE"_s, u".main-bin"_s, u".server-bin"_s, u".worker-bin"_s, u"env-vars"_s,
                              u"LICENSE"_s}));
        QCOMPARE(model.nextProblem(at, false).data().toString(), u"env-vars"_s);
        QCOMPARE(model.nextProblem({}, false).data().toString(), u"env-vars"_s);
        const QModelIndex lib = model.indexOfPath(sampleTop + u"/lib"_s);
        QCOMPARE(model.nextProblem(lib, false).data().toString(), u"env-vars"_s);
        QCOMPARE(model.nextProblem(lib, true).data().toString(), u"LICENSE"_s);
    }

    void closedFolderKnowsItsProblems()
    {
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"a/b/x"_s, 1), fileEntry(u"c/y"_s, 1)};
        inspection.report.findings = {{.severity = Severity::Warning, .code = u"setuid"_s, .path = u"a/b/x"_s}};
        ArchiveModel model;
        model.setInspection(inspection);
        QCOMPARE(model.indexOfPath(u"a"_s).data(ArchiveModel::InsideStateRole), int(theme::State::Warning));
        QCOMPARE(model.indexOfPath(u"a"_s).data(ArchiveModel::InsideRole).toString(), u"1 problem"_s);
        QVERIFY(!model.indexOfPath(u"c"_s).data(ArchiveModel::InsideStateRole).isValid());
    }

    void filteredRowsKeepTheFoldersAround()
    {
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setInspection(sampleInspection());
        model.setRules({.needle = u"LIBSSL"_s});
        const QModelIndex top = model.index(0, 0);
        QCOMPARE(namesUnder(model, top), QStringList{u"lib"_s});
        QCOMPARE(namesUnder(model, model.index(0, 0, top)), QStringList{u"libssl.so.3"_s});
        model.setRules({.problemsOnly = true});
        QCOMPARE(namesUnder(model, model.index(0, 0)),
                 (QStringList{u"LICENSE"_s, u".main-bin"_s, u".server-bin"_s, u".worker-bin"_s, u"env-vars"_s}));
        model.setRules({.problemsOnly = true, .needle = u"env"_s});
        QCOMPARE(namesUnder(model, model.index(0, 0)), QStringList{u"env-vars"_s});
    }

    void archiveOrderIsAListOfWholePaths()
    {
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"a/z"_s, 1), fileEntry(u"b"_s, 1), folderEntry(u"a"_s),
                                       fileEntry(u"a/c"_s, 1)};
        inspection.report.missing = {u"a/gone"_s};
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setInspection(inspection);
        model.setRules({.inArchiveOrder = true});
        QCOMPARE(namesUnder(model, {}), (QStringList{u"a/gone"_s, u"a/z"_s, u"b"_s, u"a"_s, u"a/c"_s}));
        QVERIFY(!model.hasChildren(model.indexOfPath(u"a"_s)));
        QCOMPARE(model.nextProblem({}, true).data().toString(), u"a/gone"_s);
    }

    void endOfAFolderThatIsAllRightIsFolded()
    {
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setInspection(sampleInspection());
        const QModelIndex lib = model.indexOfPath(sampleTop + u"/lib"_s);
        QCOMPARE(model.rowCount(lib), 5);
        const QModelIndex fold = model.index(4, 0, lib);
        QCOMPARE(fold.data().toString(), u"7 more, all ok"_s);
        QVERIFY(!model.indexOfPath(sampleTop + u"/lib/libz.so.1"_s).isValid());
        model.unfold(fold);
        QCOMPARE(model.rowCount(lib), 11);
        QVERIFY(model.indexOfPath(sampleTop + u"/lib/libz.so.1"_s).isValid());
    }

    void revealUnfoldsWhatHidesAnEntry()
    {
        ArchiveModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setInspection(sampleInspection());
        QCOMPARE(model.reveal(sampleTop + u"/lib/libz.so.1"_s).data().toString(), u"libz.so.1"_s);
        QVERIFY(!model.reveal(u"gone"_s).isValid());
    }

    void nothingIsFoldedWhereAllIsRight()
    {
        Inspection inspection;
        inspection.contents.entries = files(u"a"_s, 20);
        ArchiveModel model;
        model.setInspection(inspection);
        QCOMPARE(model.rowCount(model.indexOfPath(u"a"_s)), 20);
    }

    void largeFolderHasPages_data()
    {
        QTest::addColumn<bool>("isAppended");
        QTest::addColumn<int>("count");
        for (const int count : {EntryArrangement::mostRows, EntryArrangement::mostRows + 1, 9'001}) {
            QTest::addRow("%d appended", count) << true << count;
            QTest::addRow("%d at once", count) << false << count;
        }
    }

    void largeFolderHasPages()
    {
        QFETCH(bool, isAppended);
        QFETCH(int, count);
        Inspection inspection;
        inspection.contents.entries = files(u"a"_s, count);
        inspection.report.findings = {{.severity = Severity::Warning, .code = u"setuid"_s, .path = u"a/file-8500"_s}};
        ArchiveModel model;
        if (isAppended) {
            QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
            for (int at = 0; at < count; at += 1'500)
                model.appendEntries(inspection.contents.entries.sliced(at, std::min(1'500, count - at)));
            QTRY_COMPARE(model.entryCount(), count);
        } else {
            model.setInspection(inspection);
        }
        int widest = 0;
        int leaves = 0;
        countRows(model, {}, widest, leaves);
        QCOMPARE(leaves, count);
        QVERIFY(widest <= EntryArrangement::mostRows + 2);
        for (const int i : {0, 3'999, count - 1}) {
            const QModelIndex index = model.indexOfPath(u"a/file-%1"_s.arg(i));
            QCOMPARE(index.data().toString(), u"file-%1"_s.arg(i));
            QCOMPARE(model.index(index.row(), 0, index.parent()), index);
        }
        if (count > 9'000 && !isAppended) {
            const QModelIndex problem = model.nextProblem({}, true);
            QCOMPARE(problem.data().toString(), u"file-8500"_s);
            QCOMPARE(problem.parent().data().toString(), u"8,001 to 9,001"_s);
            QCOMPARE(problem.parent().data(ArchiveModel::InsideRole).toString(), u"1 problem"_s);
            QCOMPARE(model.nextProblem(problem.parent(), true), problem);
        }
    }

    void hugeArchiveIsPutTogetherInAThread()
    {
        Inspection inspection;
        inspection.contents.entries = files(u"a"_s, 30'000);
        ArchiveModel model;
        QSignalSpy arranged(&model, &ArchiveModel::arranged);
        model.setInspection(inspection);
        QVERIFY(model.isArranging());
        model.setRules({.needle = u"file-29999"_s}); // waits for it
        QTRY_COMPARE(arranged.size(), 1);
        QCOMPARE(model.entryCount(), 30'000);
        QCOMPARE(namesUnder(model, model.index(0, 0)), QStringList{u"file-29999"_s});
    }

    void anotherArchiveDoesNotStandThereInTheMeantime()
    {
        Inspection inspection;
        inspection.contents.entries = files(u"a"_s, 30'000);
        ArchiveModel model;
        model.setInspection(sampleInspection());
        model.setInspection(inspection);
        QCOMPARE(model.rowCount(), 0);
        QTRY_COMPARE(model.entryCount(), 30'000);
    }

    void clearedModelForgetsWhatAThreadMakes()
    {
        Inspection inspection;
        inspection.contents.entries = files(u"a"_s, 30'000);
        ArchiveModel model;
        QSignalSpy arranged(&model, &ArchiveModel::arranged);
        model.setInspection(inspection);
        model.clear();
        model.setInspection(sampleInspection());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(model.entryCount(), 19);
        QCOMPARE(arranged.size(), 1);
    }

    void endlesslyDeepPathIsOneNameAtTheEnd()
    {
        ArchiveModel model;
        const QString path = u"a/"_s.repeated(5'000) + u"end"_s;
        model.appendEntries({fileEntry(path, 1)});
        int depth = 0;
        for (QModelIndex index = model.indexOfPath(path); index.isValid(); index = index.parent())
            ++depth;
        QCOMPARE(depth, EntryTree::mostDepth + 1);
    }

    void launcherNamesWhatItStarts()
    {
        ArchiveModel model;
        model.setInspection(sampleInspection());
        QCOMPARE(cell(model, sampleTop + u"/main"_s, ArchiveModel::What), u"starts .main-bin"_s);
        QCOMPARE(cell(model, sampleTop + u"/server"_s, ArchiveModel::What), u"shell script"_s);
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

    void contentSaysMoreThanTheName()
    {
        QCOMPARE(describeEntry(binaryEntry(u"readme.txt"_s, 1, sampleProgram())), u"ELF x86-64 program"_s);
        QCOMPARE(symbolOf(binaryEntry(u"x"_s, 1, sampleLibrary())), u"library"_s);
        QCOMPARE(describeEntry(textEntry(u"run"_s, "#!/usr/bin/env python3\nprint()\n", 0755)), u"Python script"_s);
        QCOMPARE(symbolOf(textEntry(u"run"_s, "#!/bin/sh\n", 0755)), u"file"_s);
    }

    void newestVersionIsCountedNotSpelled()
    {
        const QList<NeededVersion> needed{{u"libc.so.6"_s, u"GLIBC_2.4"_s},
                                          {u"libc.so.6"_s, u"GLIBC_2.35"_s},
                                          {u"libc.so.6"_s, u"GLIBC_PRIVATE"_s},
                                          {u"libstdc++.so.6"_s, u"GLIBCXX_3.4.30"_s}};
        QCOMPARE(newestNeeded(needed, u"GLIBC"_s), u"2.35"_s);
        QCOMPARE(newestNeeded(needed, u"GLIBCXX"_s), u"3.4.30"_s);
        QCOMPARE(newestNeeded({{u"libc.so.6"_s, u"GLIBC_ABI_DT_RELR"_s}}, u"GLIBC"_s), u"2.36"_s);
    }

    void codeInMarkdownSurvivesBackticks()
    {
        QCOMPARE(asCode(u"a`b"_s), u"``a`b``"_s);
        QCOMPARE(asCode(u"plain"_s), u"`plain`"_s);
    }
};

QTEST_MAIN(TestArchiveModel)
#include "tst_archivemodel.moc"
