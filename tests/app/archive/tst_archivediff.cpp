// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archivediff.h"

#include "tests/app/archive/handmade.h"

#include <QJsonArray>
#include <QTest>

using namespace unmoor;
using namespace handmade;
using Kind = EntryChange::Kind;

namespace {

ArchiveDiff diffOf(const QList<ArchiveEntry> &before, const QList<ArchiveEntry> &after)
{
    return diffArchives(archive(before), archive(after));
}

/// "changed lib/x", in the diff's order.
QStringList changesOf(const ArchiveDiff &diff)
{
    static const QStringList names{u"added"_s, u"removed"_s, u"renamed"_s, u"changed"_s, u"same"_s};
    QStringList texts;
    for (const EntryChange &change : diff.changes)
        texts += names[int(change.kind)] + u' ' + change.path;
    return texts;
}

EntryChange onlyChange(const ArchiveDiff &diff)
{
    return diff.changes.size() == 1 ? diff.changes.first() : EntryChange();
}

ElfFacts needing(const QStringList &versions, const QStringList &libraries = {})
{
    ElfFacts facts;
    facts.kind = ElfFacts::Kind::Program;
    facts.needed = libraries;
    for (const QString &version : versions)
        facts.neededVersions.append({u"libc.so.6"_s, version});
    return facts;
}

} // namespace

class ArchiveDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalArchivesAreIdentical()
    {
        const QList<ArchiveEntry> entries{folder(u"x"_s), file(u"x/a"_s, "1"), link(u"x/b"_s, u"a"_s)};
        const ArchiveDiff diff = diffOf(entries, entries);
        QVERIFY(diff.isIdentical());
        QCOMPARE(changesOf(diff), (QStringList{u"same a"_s, u"same b"_s}));
        QVERIFY(diff.notes.isEmpty());
    }

    void versionInTheTopFolderChangesNothingBelow()
    {
        const ArchiveDiff diff = diffOf({folder(u"x-1.0.4"_s), file(u"x-1.0.4/a"_s, "1")},
                                        {folder(u"x-1.0.5"_s), file(u"x-1.0.5/a"_s, "1")});
        QVERIFY(diff.isIdentical());
        QCOMPARE(diff.notes, QStringList{u"top folder: x-1.0.4 → x-1.0.5"_s});
        QVERIFY(diff.warnings.isEmpty());
    }

    void topFolderThatCameIsAWarning()
    {
        const ArchiveDiff diff =
            diffOf({file(u"a"_s, "1"), file(u"b"_s, "2")}, {file(u"x/a"_s, "1"), file(u"x/b"_s, "2")});
        QVERIFY(diff.isIdentical());
        QCOMPARE(diff.warnings, QStringList{u"top folder: none → x"_s});
    }

    void folderThatStandsAloneIsNotTakenForATopFolder()
    {
        const ArchiveDiff diff =
            diffOf({file(u"lib/a"_s, "1")}, {file(u"lib/a"_s, "1"), file(u"main"_s, "2"), file(u"README"_s, "3")});
        QCOMPARE(changesOf(diff), (QStringList{u"added main"_s, u"added README"_s, u"same lib/a"_s}));
        QVERIFY(diff.notes.isEmpty());
    }

    void changesComeByKindEachInTheArchivesOrder()
    {
        const ArchiveDiff diff =
            diffOf({file(u"x/same"_s, "1"), file(u"x/gone"_s, "2"), file(u"x/old name"_s, "3"),
                    file(u"x/text"_s, "4", 10), file(u"x/also"_s, "5")},
                   {file(u"x/text"_s, "44", 12), file(u"x/new b"_s, "6"), file(u"x/new name"_s, "3"),
                    file(u"x/same"_s, "1"), file(u"x/new a"_s, "7"), file(u"x/also"_s, "5")});
        QCOMPARE(changesOf(diff),
                 (QStringList{u"added new b"_s, u"added new a"_s, u"removed gone"_s, u"renamed new name"_s,
                              u"changed text"_s, u"same same"_s, u"same also"_s}));
        QCOMPARE(diff.count(Kind::Added), 2);
        QVERIFY(!diff.isIdentical());
        const EntryChange &text = diff.changes[4];
        QCOMPARE(text.oldSize, 10);
        QCOMPARE(text.newSize, 12);
        QCOMPARE(text.oldEntry, 3);
        QCOMPARE(text.newEntry, 0);
        QVERIFY(text.contentChanged);
    }

    void renamedFileNamesItsOldPlace()
    {
        const EntryChange change = onlyChange(diffOf({file(u"x/a/f"_s, "1")}, {file(u"x/b/f"_s, "1")}));
        QCOMPARE(change.kind, Kind::Renamed);
        QCOMPARE(change.oldPath, u"a/f"_s);
        QCOMPARE(change.notes, QStringList{u"was a/f"_s});
        QVERIFY(!change.contentChanged);
    }

    void amongCopiesTheOneOfTheSameNameMoved()
    {
        const ArchiveDiff diff = diffOf({file(u"x/1/a"_s, "1"), file(u"x/1/b"_s, "1"), file(u"x/k"_s, "9")},
                                        {file(u"x/2/b"_s, "1"), file(u"x/2/a"_s, "1"), file(u"x/k"_s, "9")});
        QCOMPARE(diff.changes[0].notes, QStringList{u"was 1/b"_s});
        QCOMPARE(diff.changes[1].notes, QStringList{u"was 1/a"_s});
    }

    void emptyFilesAreNotTakenForEachOther()
    {
        const ArchiveDiff diff =
            diffOf({file(u"x/a"_s, "1", 0), file(u"x/k"_s, "9")}, {file(u"x/b"_s, "1", 0), file(u"x/k"_s, "9")});
        QCOMPARE(changesOf(diff), (QStringList{u"added b"_s, u"removed a"_s, u"same k"_s}));
    }

    void nameThatDiffersInItsVersionOnlyIsAChange_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("isPair");
        const auto row = [](const char *before, const char *after, bool isPair) {
            QTest::addRow("%s to %s", before, after)
                << QString::fromLatin1(before) << QString::fromLatin1(after) << isPair;
        };
        row("lib/libonnxruntime.so.1.22.0", "lib/libonnxruntime.so.1.23.2", true);
        row("lib/libx.so.1", "lib/libx.so.1.2.3", true);
        row("share/doc-1.9/readme", "share/doc-1.10/readme", true);
        row("lib/libx.so", "lib/libx.so.1", false);
        row("lib/libx.so.1", "lib/liby.so.1", false);
    }
    void nameThatDiffersInItsVersionOnlyIsAChange()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, isPair);
        const ArchiveDiff diff = diffOf({file(u"x/"_s + before, "1"), file(u"x/k"_s, "9")},
                                        {file(u"x/"_s + after, "2"), file(u"x/k"_s, "9")});
        QCOMPARE(diff.count(Kind::Changed), isPair ? 1 : 0);
        if (isPair) {
            QCOMPARE(diff.changes.first().oldPath, before);
            QCOMPARE(diff.changes.first().notes, QStringList{u"was "_s + before});
            QVERIFY(diff.changes.first().contentChanged);
        }
    }

    void contentThatCouldNotBeReadCountsAsChanged()
    {
        QCOMPARE(onlyChange(diffOf({file(u"x/a"_s, {})}, {file(u"x/a"_s, {})})).kind, Kind::Changed);
    }

    void modeIsAChangeOfItsOwn()
    {
        const EntryChange change = onlyChange(diffOf({file(u"x/a"_s, "1", 1, 0644)}, {file(u"x/a"_s, "1", 1, 0755)}));
        QCOMPARE(change.kind, Kind::Changed);
        QCOMPARE(change.notes, QStringList{u"rw-r--r-- → rwxr-xr-x"_s});
        QVERIFY(change.modeChanged());
        QVERIFY(!change.contentChanged);
        QVERIFY(change.warnings.isEmpty());
    }

    void lostExecutableBitIsAWarning()
    {
        const ArchiveDiff diff = diffOf({file(u"x/a"_s, "1", 1, 0755)}, {file(u"x/a"_s, "1", 1, 0644)});
        QCOMPARE(diff.changes.first().warnings, QStringList{u"rwxr-xr-x → rw-r--r--"_s});
        QCOMPARE(diff.warnings, QStringList{u"1 file lost the executable bit"_s});
    }

    void setIdIsShownInFull()
    {
        const EntryChange change = onlyChange(diffOf({file(u"x/a"_s, "1", 1, 0755)}, {file(u"x/a"_s, "1", 1, 04755)}));
        QVERIFY2(change.warnings.value(0).contains(u"4755"_s), qPrintable(change.notes.join(u'|')));
    }

    void foldersCountOnlyByTheirMode()
    {
        const ArchiveDiff diff = diffOf({file(u"x/a"_s, "1"), folder(u"x/old"_s), folder(u"x/d"_s, 0755)},
                                        {file(u"x/a"_s, "1"), folder(u"x/new"_s), folder(u"x/d"_s, 0700)});
        QCOMPARE(changesOf(diff), (QStringList{u"changed d"_s, u"same a"_s}));
    }

    void symlinkThatLeadsElsewhereIsAChange()
    {
        const EntryChange change = onlyChange(diffOf({link(u"x/a"_s, u"b"_s)}, {link(u"x/a"_s, u"c"_s)}));
        QCOMPARE(change.kind, Kind::Changed);
        QCOMPARE(change.notes, QStringList{u"leads to b → c"_s});
    }

    void fileThatBecameALinkIsAChange()
    {
        const EntryChange change = onlyChange(diffOf({file(u"x/a"_s, "1")}, {link(u"x/a"_s, u"c"_s)}));
        QCOMPARE(change.notes, (QStringList{u"file → symlink"_s, u"leads to c now"_s}));
        QVERIFY(change.contentChanged);
    }

    void hardLinkIsItsContent()
    {
        const ArchiveDiff diff = diffOf({file(u"x-1/a"_s, "1"), link(u"x-1/b"_s, u"x-1/a"_s, Type::HardLink)},
                                        {file(u"x-2/a"_s, "1"), link(u"x-2/b"_s, u"x-2/a"_s, Type::HardLink)});
        QCOMPARE(changesOf(diff), (QStringList{u"same a"_s, u"same b"_s}));
        const ArchiveDiff changed = diffOf({file(u"x/a"_s, "1"), link(u"x/b"_s, u"x/a"_s, Type::HardLink)},
                                           {file(u"x/a"_s, "2"), link(u"x/b"_s, u"x/a"_s, Type::HardLink)});
        QCOMPARE(changesOf(changed), (QStringList{u"changed a"_s, u"changed b"_s}));
    }

    void hardLinkThatLeadsToItselfEnds()
    {
        const QList<ArchiveEntry> loop{link(u"x/a"_s, u"x/b"_s, Type::HardLink),
                                       link(u"x/b"_s, u"x/a"_s, Type::HardLink)};
        QVERIFY(diffOf(loop, loop).isIdentical());
    }

    void lastOfDuplicatesCounts()
    {
        const ArchiveDiff diff =
            diffOf({file(u"x/a"_s, "1"), file(u"x/a"_s, "2")}, {file(u"x/a"_s, "3"), file(u"./x/a"_s, "2")});
        QCOMPARE(changesOf(diff), QStringList{u"same a"_s});
        QCOMPARE(diff.changes.first().newEntry, 1);
    }

    void glibcIsComparedByNumber_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QString>("note");
        QTest::addColumn<bool>("isWarning");
        QTest::newRow("newer") << QStringList{u"GLIBC_2.4"_s, u"GLIBC_2.38"_s}
                               << QStringList{u"GLIBC_2.39"_s, u"GLIBC_2.5"_s} << u"glibc 2.38 → 2.39"_s << true;
        QTest::newRow("older") << QStringList{u"GLIBC_2.35"_s} << QStringList{u"GLIBC_2.4"_s} << u"glibc 2.35 → 2.4"_s
                               << false;
        QTest::newRow("relr") << QStringList{u"GLIBC_2.35"_s} << QStringList{u"GLIBC_2.35"_s, u"GLIBC_ABI_DT_RELR"_s}
                              << u"glibc 2.35 → 2.36"_s << true;
        QTest::newRow("private is no version")
            << QStringList{u"GLIBC_2.35"_s} << QStringList{u"GLIBC_2.35"_s, u"GLIBC_PRIVATE"_s} << QString() << false;
    }
    void glibcIsComparedByNumber()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        QFETCH(QString, note);
        QFETCH(bool, isWarning);
        const ArchiveDiff diff =
            diffOf({elf(u"x/main"_s, "1", needing(before))}, {elf(u"x/main"_s, "2", needing(after))});
        QCOMPARE(onlyChange(diff).notes, note.isEmpty() ? QStringList() : QStringList{note});
        QCOMPARE(onlyChange(diff).warnings.size(), isWarning ? 1 : 0);
        QCOMPARE(diff.warnings.size(), isWarning ? 1 : 0);
    }

    void bundledGlibcIsSaidAndCovers()
    {
        ElfFacts libc;
        libc.soname = u"libc.so.6"_s;
        libc.definedVersions = {u"GLIBC_2.2.5"_s, u"GLIBC_2.40"_s};
        const ArchiveDiff diff =
            diffOf({elf(u"x/main"_s, "1", needing({u"GLIBC_2.38"_s})), elf(u"x/libc.so.6"_s, "2", libc)},
                   {elf(u"x/main"_s, "3", needing({u"GLIBC_2.39"_s})), elf(u"x/libc.so.6"_s, "2", libc)});
        QCOMPARE(diff.notes, QStringList{u"glibc needed: 2.38 → 2.39 (2.40 is bundled)"_s});
        QVERIFY(diff.warnings.isEmpty());
        QCOMPARE(diff.oldGlibc, u"2.38"_s);
        QCOMPARE(diff.newGlibc, u"2.39"_s);
    }

    void neededLibrariesThatCameAndWentAreSaid()
    {
        const ArchiveDiff diff = diffOf({elf(u"x/main"_s, "1", needing({}, {u"libm.so.6"_s, u"libold.so.1"_s}))},
                                        {elf(u"x/main"_s, "2", needing({}, {u"libm.so.6"_s, u"libgomp.so.1"_s}))});
        QCOMPARE(onlyChange(diff).notes, (QStringList{u"needs libgomp.so.1 now"_s, u"no longer needs libold.so.1"_s}));
        QCOMPARE(diff.librariesAdded, QStringList{u"libgomp.so.1"_s});
        QCOMPARE(diff.librariesRemoved, QStringList{u"libold.so.1"_s});
    }

    void addedLibraryNamesWhoNeedsIt()
    {
        ElfFacts gomp;
        gomp.kind = ElfFacts::Kind::Library;
        gomp.soname = u"libgomp.so.1"_s;
        const QList<ArchiveEntry> before{elf(u"x/main"_s, "1", needing({}))};
        const ArchiveDiff diff =
            diffOf(before,
                   before
                       + QList<ArchiveEntry>{elf(u"x/lib/libort.so"_s, "2", needing({}, {u"libgomp.so.1"_s})),
                                             elf(u"x/lib/libgomp.so.1.0.0"_s, "3", gomp),
                                             link(u"x/lib/libgomp.so.1"_s, u"libgomp.so.1.0.0"_s)});
        QVERIFY(diff.changes[0].notes.isEmpty());
        QCOMPARE(diff.changes[1].notes, QStringList{u"new; needed by libort.so"_s});
        QCOMPARE(diff.changes[2].notes, QStringList{u"new; needed by libort.so"_s});
    }

    void removedLibraryThatIsStillNeededIsAWarning()
    {
        const ArchiveEntry main = elf(u"x/main"_s, "1", needing({}, {u"libgomp.so.1"_s}));
        const ArchiveDiff diff = diffOf({main, file(u"x/lib/libgomp.so.1"_s, "2")}, {main, file(u"x/doc"_s, "3")});
        QCOMPARE(diff.changes[1].path, u"lib/libgomp.so.1"_s);
        QCOMPARE(diff.changes[1].warnings, QStringList{u"gone; still needed by main"_s});
    }

    void interpreterAndRunPathAreSaid()
    {
        ElfFacts before = needing({});
        before.interpreter = u"/lib64/ld-linux-x86-64.so.2"_s;
        before.hasRunPath = true;
        before.runPath = {u"$ORIGIN/lib"_s};
        ElfFacts after = before;
        after.interpreter = u"lib/ld-linux-x86-64.so.2"_s;
        after.runPath = {};
        const EntryChange change = onlyChange(diffOf({elf(u"x/main"_s, "1", before)}, {elf(u"x/main"_s, "2", after)}));
        QCOMPARE(change.warnings,
                 (QStringList{u"interpreter /lib64/ld-linux-x86-64.so.2 → lib/ld-linux-x86-64.so.2"_s,
                              u"RUNPATH $ORIGIN/lib → none"_s}));
    }

    void storeHashesInTheRunPathAreNoChange()
    {
        ElfFacts before = needing({});
        before.hasRunPath = true;
        before.runPath = {u"/nix/store/"_s + QString(32, u'a') + u"-glibc-2.40/lib"_s};
        ElfFacts after = before;
        after.runPath = {u"/nix/store/"_s + QString(32, u'b') + u"-glibc-2.40/lib"_s};
        QVERIFY(onlyChange(diffOf({elf(u"x/main"_s, "1", before)}, {elf(u"x/main"_s, "2", after)})).notes.isEmpty());
    }

    void machineIsSaid()
    {
        ElfFacts arm = needing({});
        arm.machine = u"aarch64"_s;
        const EntryChange change = onlyChange(diffOf({elf(u"x/m"_s, "1", needing({}))}, {elf(u"x/m"_s, "2", arm)}));
        QCOMPARE(change.warnings, QStringList{u"elf x86-64 → elf aarch64"_s});
    }

    void macOsMinimumAndSignatureAreSaid()
    {
        const ArchiveDiff diff =
            diffOf({machO(u"x/m"_s, "1", {.minOs = u"10.12.1"_s, .signature = MachOSlice::Signature::Certificate})},
                   {machO(u"x/m"_s, "2", {.minOs = u"11.0"_s, .signature = MachOSlice::Signature::AdHoc})});
        QCOMPARE(onlyChange(diff).warnings,
                 (QStringList{u"macOS 10.12.1 → 11.0"_s, u"signature: by a certificate → ad hoc"_s}));
        QCOMPARE(diff.warnings, QStringList{u"macOS needed: 10.12.1 → 11.0"_s});
    }

    void launcherThatNowSetsTheLibraryPathIsAWarning()
    {
        const ArchiveDiff diff =
            diffOf({script(u"x/main"_s, "#!/bin/sh\nexec ./bin\n")},
                   {script(u"x/main"_s, "#!/bin/sh\nexport LD_LIBRARY_PATH=$DIR/lib\nexec ./bin\n")});
        QCOMPARE(onlyChange(diff).warnings, QStringList{u"now sets LD_LIBRARY_PATH"_s});
        QCOMPARE(diff.warnings, QStringList{u"1 launcher now sets the library path"_s});
    }

    void libraryPathOfMacOsIsNotTakenForThatOfLinux()
    {
        const EntryChange change = onlyChange(diffOf({script(u"x/main"_s, "#!/bin/sh\nLD_LIBRARY_PATH_64=1\n")},
                                                     {script(u"x/main"_s, "#!/bin/sh\nDYLD_LIBRARY_PATH=\"$DIR\"\n")}));
        QCOMPARE(change.notes, QStringList{u"now sets DYLD_LIBRARY_PATH"_s});
    }

    void damagedArchiveIsSaid()
    {
        Inspection after = archive({file(u"x/a"_s, "1")});
        after.contents.findings = {{Severity::Error, u"stream-truncated"_s}};
        const ArchiveDiff diff = diffArchives(archive({file(u"x/a"_s, "1"), file(u"x/b"_s, "2")}), after);
        QCOMPARE(diff.warnings.size(), 1);
        QVERIFY(diff.warnings.first().contains(u"main.tar.xz"_s));
    }

    void documentCountsWhatIsSameAndListsTheRest()
    {
        const QJsonObject json = toJson(
            diffOf({file(u"x/a"_s, "1"), file(u"x/b"_s, "2", 10, 0644)}, {file(u"x/a"_s, "1"), file(u"x/c"_s, "3")}));
        QCOMPARE(json[u"counts"_s].toObject()[u"same"_s].toInt(), 1);
        QCOMPARE(json[u"changes"_s].toArray().size(), 2);
        const QJsonObject removed = json[u"changes"_s][1].toObject();
        QCOMPARE(removed[u"kind"_s].toString(), u"removed"_s);
        QCOMPARE(removed[u"old_mode"_s].toString(), u"0644"_s);
        QVERIFY(removed[u"new_size"_s].isNull());
        QCOMPARE(json[u"identical"_s].toBool(), false);
    }

    /// Comparing each with each would take longer than Qt Test lets a test run.
    void renamesAreFoundAmongAHundredThousand()
    {
        QList<ArchiveEntry> before;
        QList<ArchiveEntry> after;
        for (int i = 0; i < 100'000; ++i) {
            before.append(file(u"x/old%1"_s.arg(i % 7) + QString(i % 50, u'a') + QString::number(i), "same"));
            after.append(file(u"x/new%1"_s.arg(i % 7) + QString(i % 50, u'b') + QString::number(i), "same"));
        }
        QCOMPARE(diffOf(before, after).count(Kind::Renamed), 100'000);
    }
};

QTEST_GUILESS_MAIN(ArchiveDiffTest)
#include "tst_archivediff.moc"
