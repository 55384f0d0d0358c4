// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/layoutreport.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

ArchiveEntry fileAt(const QString &path, quint32 mode = 0644, const QByteArray &sha256 = "aa", qint64 size = 3)
{
    return {.rawName = path.toUtf8(), .path = path, .mode = mode, .size = size, .sha256 = sha256};
}

ArchiveEntry folderAt(const QString &path)
{
    return {.rawName = path.toUtf8() + '/', .path = path, .type = ArchiveEntry::Type::Directory, .mode = 0755};
}

ArchiveEntry linkAt(const QString &path, const QString &target, ArchiveEntry::Type type = ArchiveEntry::Type::Symlink)
{
    return {.rawName = path.toUtf8(), .path = path, .type = type, .mode = 0777, .link = target};
}

/// minne's layout.
ExpectedLayout unixLayout()
{
    return {u"main-x"_s,
            {{.path = u"main"_s, .mode = ExpectedFile::Mode::Executable},
             {.path = u"lib/libonnxruntime.so*"_s, .minCount = 1, .maxCount = -1},
             {.path = u"README.md"_s}},
            {u"lib/*.so*"_s}};
}

QList<ArchiveEntry> goodEntries(const QString &root = u"main-x/"_s)
{
    return {fileAt(root + u"main"_s, 0755), fileAt(root + u"lib/libonnxruntime.so"_s),
            fileAt(root + u"lib/libonnxruntime.so.1"_s), fileAt(root + u"README.md"_s)};
}

LayoutReport check(const QList<ArchiveEntry> &entries, const ExpectedLayout &layout = unixLayout())
{
    return checkLayout(ArchiveContents{.format = u"tar.xz"_s, .entries = entries}, &layout);
}

QStringList codesOf(const LayoutReport &report)
{
    QStringList codes;
    for (const Finding &finding : report.findings)
        codes += finding.code + u' ' + finding.path;
    return codes;
}

} // namespace

class LayoutReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightArchiveHasNoFindings()
    {
        auto entries = goodEntries();
        entries.prepend(folderAt(u"main-x/lib"_s));
        entries.prepend(folderAt(u"main-x"_s));
        const LayoutReport report = check(entries);
        QCOMPARE(codesOf(report), QStringList());
        QVERIFY(report.passes());
        QVERIFY(report.missing.isEmpty());
    }

    void rightArchiveWithLeadingDotHasNoFindings()
    {
        auto entries = goodEntries();
        for (ArchiveEntry &entry : entries)
            entry.rawName.prepend("./");
        entries.prepend({.rawName = "./", .path = u"."_s, .type = ArchiveEntry::Type::Directory});
        QCOMPARE(codesOf(check(entries)), QStringList());
    }

    void missingFilesAreErrorsInTheLayoutsOrder()
    {
        const LayoutReport report = check({fileAt(u"main-x/README.md"_s)});
        QCOMPARE(codesOf(report),
                 (QStringList{u"missing-entry main-x/main"_s, u"missing-entry main-x/lib/libonnxruntime.so*"_s}));
        QCOMPARE(report.missing, (QStringList{u"main-x/main"_s, u"main-x/lib/libonnxruntime.so*"_s}));
        QVERIFY(!report.passes());
        for (const Finding &finding : report.findings) {
            QCOMPARE(finding.severity, Severity::Error);
            QVERIFY(finding.hint.contains(u"installPhase"_s));
        }
    }

    void emptyArchiveMissesEverythingAndNothingElse() { QCOMPARE(codesOf(check({})).size(), 3); }

    void countsAreSaid()
    {
        const ExpectedLayout layout{{}, {{.path = u"lib/*"_s, .minCount = 3, .maxCount = 4}}, {}};
        const LayoutReport few = check({fileAt(u"lib/a"_s), fileAt(u"lib/b"_s)}, layout);
        QCOMPARE(codesOf(few), QStringList{u"missing-entry lib/*"_s});
        QVERIFY(few.findings.first().message.contains(u"matches 2 files"_s));
        QVERIFY(few.findings.first().message.contains(u"at least 3"_s));

        QList<ArchiveEntry> five;
        for (const char name : {'a', 'b', 'c', 'd', 'e'})
            five.append(fileAt(u"lib/"_s + QLatin1Char(name)));
        const LayoutReport many = check(five, layout);
        QCOMPARE(codesOf(many), QStringList{u"unexpected-entry lib/*"_s});
        QVERIFY(many.findings.first().message.contains(u"matches 5 files"_s));
        QVERIFY(many.passes());
    }

    void optionalFileMayBeAbsent()
    {
        const ExpectedLayout layout{{}, {{.path = u"LICENSE"_s, .minCount = 0}}, {u"**"_s}};
        QCOMPARE(codesOf(check({fileAt(u"a"_s)}, layout)), QStringList());
    }

    void folderInPlaceOfAFileIsSaid()
    {
        auto entries = goodEntries();
        entries[0] = folderAt(u"main-x/main"_s);
        const LayoutReport report = check(entries);
        QCOMPARE(codesOf(report), QStringList{u"missing-entry main-x/main"_s});
        QVERIFY(report.findings.first().message.contains(u"folder"_s));
    }

    void fileThatNobodyExpectsIsAWarning()
    {
        const LayoutReport report = check(goodEntries() << fileAt(u"main-x/.env"_s) << fileAt(u"stray"_s));
        QCOMPARE(codesOf(report), (QStringList{u"unexpected-entry main-x/.env"_s, u"unexpected-entry stray"_s}));
        QCOMPARE(report.findings.first().severity, Severity::Warning);
        QVERIFY(report.passes());
    }

    void allowedFileIsNoSurprise()
    {
        QCOMPARE(codesOf(check(goodEntries() << fileAt(u"main-x/lib/libz.so.1"_s))), QStringList());
    }

    void emptyFolderIsAnInfo()
    {
        const LayoutReport report =
            check(goodEntries() << folderAt(u"main-x/share"_s) << folderAt(u"main-x/share/doc"_s));
        QCOMPARE(codesOf(report), QStringList{u"unexpected-entry main-x/share/doc"_s});
        QCOMPARE(report.findings.first().severity, Severity::Info);
    }

    void wrongTopFolderIsOneFinding()
    {
        const LayoutReport report = check(goodEntries(u"main-y/"_s) << fileAt(u"main-y/.env"_s));
        QCOMPARE(codesOf(report), (QStringList{u"wrong-top-folder main-y"_s, u"unexpected-entry main-y/.env"_s}));
        QVERIFY(report.findings.first().message.contains(u"main-y"_s));
        QVERIFY(report.findings.first().message.contains(u"main-x"_s));
        QCOMPARE(report.findings.first().severity, Severity::Error);
    }

    void missingTopFolderIsOneFinding()
    {
        const LayoutReport report = check(goodEntries({}));
        QCOMPARE(codesOf(report), QStringList{u"wrong-top-folder "_s});
    }

    void topFolderTooManyIsOneFinding()
    {
        ExpectedLayout flat = unixLayout();
        flat.root.clear();
        QCOMPARE(codesOf(check(goodEntries(), flat)), QStringList{u"wrong-top-folder main-x"_s});
        QCOMPARE(codesOf(check(goodEntries({}), flat)), QStringList());
    }

    void topFolderInsideAnotherIsOneFinding()
    {
        QCOMPARE(codesOf(check(goodEntries(u"build/main-x/"_s))), QStringList{u"wrong-top-folder build/main-x"_s});
    }

    void wrongTopFolderStillShowsWhatIsMissing()
    {
        auto entries = goodEntries(u"main-y/"_s);
        entries.removeLast();
        const LayoutReport report = check(entries);
        QCOMPARE(codesOf(report), (QStringList{u"wrong-top-folder main-y"_s, u"missing-entry main-x/README.md"_s}));
    }

    void programWithoutExecutableBitIsAnError()
    {
        auto entries = goodEntries();
        entries[0].mode = 0644;
        const LayoutReport report = check(entries);
        QCOMPARE(codesOf(report), QStringList{u"not-executable main-x/main"_s});
        QVERIFY(report.findings.first().message.contains(u"0644 (rw-r--r--)"_s));
        QVERIFY(report.findings.first().hint.contains(u"install -m755"_s));
    }

    void programBehindALinkIsJudgedByItsFile()
    {
        ExpectedLayout layout = unixLayout();
        layout.allow.append(u".main-bin"_s);
        auto entries = goodEntries();
        entries[0] = linkAt(u"main-x/main"_s, u"./.main-bin"_s);
        entries.append(fileAt(u"main-x/.main-bin"_s, 0755));
        QCOMPARE(codesOf(check(entries, layout)), QStringList());
        entries.last().mode = 0644;
        QCOMPARE(codesOf(check(entries, layout)), QStringList{u"not-executable main-x/.main-bin"_s});
    }

    void duplicateIsOneErrorWithBothContents()
    {
        const LayoutReport report = check(goodEntries() << fileAt(u"main-x/README.md"_s, 0644, QByteArray("bb"), 77));
        QCOMPARE(codesOf(report), QStringList{u"duplicate-entry main-x/README.md"_s});
        const QString message = report.findings.first().message;
        for (const QString &part : {u"3 bytes"_s, u"77 bytes"_s, u"aa"_s, u"bb"_s, u"keeps the last"_s})
            QVERIFY2(message.contains(part), qPrintable(message));
    }

    void lastOfDuplicatesIsTheOneThatIsJudged()
    {
        const LayoutReport report = check(goodEntries() << fileAt(u"./main-x/main"_s, 0644));
        QCOMPARE(codesOf(report), (QStringList{u"duplicate-entry main-x/main"_s, u"not-executable ./main-x/main"_s}));
    }

    void folderThatComesTwiceIsNoDuplicate()
    {
        const auto entries = goodEntries() << folderAt(u"main-x"_s) << folderAt(u"main-x"_s);
        QCOMPARE(codesOf(check(entries)), QStringList());
    }

    void pathsThatEscapeAreErrors_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("escapes");
        QTest::newRow("absolute") << u"/etc/passwd"_s << true;
        QTest::newRow("up") << u"../evil"_s << true;
        QTest::newRow("up within") << u"d/../../evil"_s << true;
        QTest::newRow("up and back") << u"d/../evil"_s << true;
        QTest::newRow("ends with up") << u"d/.."_s << true;
        QTest::newRow("backslash") << u"a\\b"_s << true;
        QTest::newRow("backslash up") << u"..\\evil"_s << true;
        QTest::newRow("drive") << u"C:evil"_s << true;
        QTest::newRow("drive and slash") << u"c:/evil"_s << true;
        QTest::newRow("two dots in a name") << u"a..b/..c"_s << false;
        QTest::newRow("colon in a name") << u"ab:c"_s << false;
        QTest::newRow("plain") << u"a/b"_s << false;
    }

    void pathsThatEscapeAreErrors()
    {
        QFETCH(QString, path);
        QFETCH(bool, escapes);
        const LayoutReport report = checkLayout(ArchiveContents{.entries = {fileAt(path)}}, nullptr);
        QCOMPARE(codesOf(report), escapes ? QStringList{u"path-escapes "_s + path} : QStringList());
        if (escapes)
            QVERIFY(report.findings.first().message.contains(path));
    }

    void rawNameIsShownPrintable()
    {
        ArchiveEntry entry = fileAt(u"../x"_s);
        entry.rawName = "../\x1b[31m\xff";
        const LayoutReport report = checkLayout(ArchiveContents{.entries = {entry}}, nullptr);
        QVERIFY2(report.findings.first().message.contains(u"../\\x1b[31m\\xff"_s),
                 qPrintable(report.findings.first().message));
    }

    void entryThatEscapesIsNotAlsoUnexpected()
    {
        QCOMPARE(codesOf(check(goodEntries() << fileAt(u"../evil"_s))), QStringList{u"path-escapes ../evil"_s});
    }

    void backslashesAreOneFindingForEachEntryAndNothingIsMissing()
    {
        auto entries = goodEntries();
        for (ArchiveEntry &entry : entries)
            entry.path.replace(u'/', u'\\');
        const LayoutReport report = check(entries);
        QCOMPARE(report.findings.size(), entries.size());
        QVERIFY(std::ranges::all_of(report.findings, [](const Finding &f) { return f.code == "path-escapes"_L1; }));
    }

    void linksThatLeadOutAreErrors_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("hard");
        QTest::addColumn<bool>("escapes");
        QTest::newRow("store") << u"a/l"_s << u"/nix/store/abc-x/lib"_s << false << true;
        QTest::newRow("up too far") << u"a/l"_s << u"../../x"_s << false << true;
        QTest::newRow("up too far later") << u"a/l"_s << u"b/../../../x"_s << false << true;
        QTest::newRow("up within") << u"a/b/l"_s << u"../../x"_s << false << false;
        QTest::newRow("beside") << u"a/l"_s << u"x"_s << false << false;
        QTest::newRow("drive") << u"a/l"_s << u"C:\\x"_s << false << true;
        QTest::newRow("hard up") << u"a/b/l"_s << u"../x"_s << true << true;
        QTest::newRow("hard absolute") << u"l"_s << u"/etc/shadow"_s << true << true;
        QTest::newRow("hard within") << u"a/l"_s << u"b/x"_s << true << false;
    }

    void linksThatLeadOutAreErrors()
    {
        QFETCH(QString, path);
        QFETCH(QString, target);
        QFETCH(bool, hard);
        QFETCH(bool, escapes);
        const auto type = hard ? ArchiveEntry::Type::HardLink : ArchiveEntry::Type::Symlink;
        const LayoutReport report = checkLayout(ArchiveContents{.entries = {linkAt(path, target, type)}}, nullptr);
        QCOMPARE(codesOf(report), escapes ? QStringList{u"symlink-escapes "_s + path} : QStringList());
        if (escapes)
            QVERIFY(report.findings.first().message.contains(target));
    }

    void damagedStreamIsTheHeadlineAndHidesWhatIsMissing()
    {
        const ExpectedLayout layout = unixLayout();
        const ArchiveContents contents{
            .entries = {folderAt(u"main-x"_s), fileAt(u"main-x/main"_s, 0644), folderAt(u"main-x/lib"_s)},
            .findings = {{Severity::Error, u"stream-truncated"_s, u"main-x/main"_s, u"m"_s, u"h"_s}}};
        const LayoutReport report = checkLayout(contents, &layout);
        QCOMPARE(codesOf(report), (QStringList{u"stream-truncated main-x/main"_s, u"not-executable main-x/main"_s}));
        QVERIFY(report.missing.isEmpty());
    }

    void damagedMemberHidesNothing()
    {
        const ExpectedLayout layout = unixLayout();
        const ArchiveContents contents{
            .entries = {fileAt(u"main-x/main"_s, 0755)},
            .findings = {{Severity::Error, u"member-crc"_s, u"main-x/main"_s, u"m"_s, u"h"_s}}};
        QCOMPARE(checkLayout(contents, &layout).missing.size(), 2);
    }

    void everyFindingHasAMessageAndAHint()
    {
        auto entries = goodEntries(u"other/"_s);
        entries[0].mode = 0;
        entries << fileAt(u"other/extra"_s) << fileAt(u"../e"_s) << linkAt(u"other/l"_s, u"/x"_s) << entries[1]
                << folderAt(u"other/empty"_s);
        entries.removeAt(3);
        const LayoutReport report = check(entries);
        QCOMPARE(report.findings.size(), 9);
        for (const Finding &finding : report.findings) {
            QVERIFY2(finding.message.endsWith(u'.'), qPrintable(finding.message));
            QVERIFY2(finding.hint.endsWith(u'.'), qPrintable(finding.hint));
            QVERIFY2(!finding.message.contains(u'%') && !finding.hint.contains(u'%'), qPrintable(finding.message));
        }
    }
};

QTEST_APPLESS_MAIN(LayoutReportTest)
#include "tst_layoutreport.moc"
