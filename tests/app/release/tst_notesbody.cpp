// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/bodymerge.h"
#include "app/release/notesbody.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QByteArray digest(64, 'a');

NotesFacts facts()
{
    return {
        .webUrl = u"https://github.com/owner/minne"_s,
        .name = u"minne"_s,
        .version = u"1.0.5"_s,
        .tag = u"v1.0.5"_s,
        .previousTag = u"v1.0.4"_s,
        .targets = {
            {.triple = u"x86_64-unknown-linux-gnu"_s,
             .label = u"Linux x86-64"_s,
             .fileName = u"main-linux.tar.xz"_s,
             .bytes = 64'172'851,
             .sha256 = digest},
            {.triple = u"aarch64-apple-darwin"_s,
             .label = u"macOS Apple silicon"_s,
             .fileName = u"main-mac.tar.xz"_s,
             .bytes = 1024,
             .sha256 = digest,
             .codes = {u"macho-adhoc"_s},
             .architectures = {u"arm64"_s}},
            {.triple = u"x86_64-pc-windows-msvc"_s, .label = u"Windows x86-64"_s, .notice = u"Unzip it."_s},
            {.triple = u"x86_64-apple-darwin"_s, .label = u"macOS Intel"_s, .leftOutReason = u"No longer built."_s}}};
}

QString bodyWith(const QString &block, const NotesFacts &of = facts())
{
    return notesBody(u"- a"_s, {.blocks = {block}, .install = u"Fetch {tag}:\n\n    curl …/{name}-{version}\n"_s}, of);
}

} // namespace

class NotesBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutBlocksTheBodyIsTheSection()
    {
        QCOMPARE(notesBody(u"- a"_s, {}, facts()), u"- a"_s);
        QCOMPARE(bodyWith(u"downloads"_s, {}), u"- a"_s);
    }

    void downloadsAreTheFilesThatAreThere()
    {
        const QString body = bodyWith(u"downloads"_s);
        QVERIFY(body.startsWith(u"- a\n\n<!-- "));
        QVERIFY(body.contains(u"| Linux x86-64 | [main-linux.tar.xz](https://github.com/owner/minne/releases/download/"
                              "v1.0.5/main-linux.tar.xz) | 61.2 MiB | `%1` |"_s.arg(QString::fromLatin1(digest))));
        QVERIFY(body.contains(u"macOS Apple silicon"));
        QVERIFY(!body.contains(u"Windows") && !body.contains(u"Intel"));
    }

    void noticesFollowFindingsAndFiles()
    {
        const QString body = bodyWith(u"notices"_s);
        QVERIFY(body.contains(u"**macOS Apple silicon**: the programs are not signed"));
        QVERIFY(body.contains(u"xattr -dr com.apple.quarantine"));
        QVERIFY(body.contains(u"**macOS Intel**: no archive: No longer built."));
        QVERIFY2(!body.contains(u"Unzip it."), "its file is not there");

        NotesFacts quiet = facts();
        quiet.targets[1].codes.clear();
        quiet.targets[3].leftOutReason.clear();
        QCOMPARE(bodyWith(u"notices"_s, quiet), u"- a"_s);
        quiet.targets[2].fileName = u"main.zip"_s;
        QVERIFY(bodyWith(u"notices"_s, quiet).contains(u"- **Windows x86-64**: Unzip it."));
    }

    void installIsTheManifestsText()
    {
        QVERIFY(bodyWith(u"install"_s).endsWith(u"## Install\n\nFetch v1.0.5:\n\n    curl …/minne-1.0.5"));
    }

    void compareNamesBothTags()
    {
        QVERIFY(bodyWith(u"compare"_s).endsWith(u"(https://github.com/owner/minne/compare/v1.0.4...v1.0.5)"));
        NotesFacts first = facts();
        first.previousTag.clear();
        QCOMPARE(bodyWith(u"compare"_s, first), u"- a"_s);
    }

    void whatAPersonWroteIsFoundAgain()
    {
        const QString body = notesBody(u"- a\n\n- b"_s, {.blocks = {u"downloads"_s, u"compare"_s}}, facts());
        QCOMPARE(writtenPart(body), u"- a\n\n- b"_s);
        QCOMPARE(writtenPart(QString(body).replace(u"\n"_s, u"\r\n"_s)), u"- a\n\n- b"_s);
        QCOMPARE(writtenPart(u"\n- a\n"_s), u"- a"_s);
    }

    void rosettaForIntelIsAWrongClaim_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isClaim");
        QTest::newRow("picture") << u"Intel Macs run the Apple silicon archive under Rosetta 2."_s << true;
        QTest::newRow("the reference's words") << u"aarch64-only macOS binary (Rosetta 2 for Intel Macs)"_s << true;
        QTest::newRow("reason") << u"Intel Macs run the Apple silicon build under Rosetta 2"_s << true;
        QTest::newRow("right") << u"Apple silicon runs Intel programs under Rosetta 2."_s << false;
        QTest::newRow("denied") << u"Intel Macs cannot run the Apple silicon build."_s << false;
        QTest::newRow("other") << u"Fixed on Intel Macs."_s << false;
    }
    void rosettaForIntelIsAWrongClaim()
    {
        QFETCH(QString, text);
        QFETCH(bool, isClaim);
        const auto problems = claimProblems(u"- a\n- "_s + text, 7, u"CHANGELOG.md"_s, facts());
        QCOMPARE(problems.size(), isClaim ? 1 : 0);
        if (isClaim)
            QCOMPARE(problems.first().line, 8);

        NotesFacts told = facts();
        told.targets[3].leftOutReason = text;
        const auto ofTarget = claimProblems({}, 0, u"CHANGELOG.md"_s, told);
        QCOMPARE(ofTarget.size(), isClaim ? 1 : 0);
        if (isClaim)
            QVERIFY(ofTarget.first().finding.message.contains(u"x86_64-apple-darwin"));
    }

    void theClaimHoldsWhereAnArchiveBearsItOut()
    {
        const QString claim = u"Intel Macs run it under Rosetta 2."_s;
        NotesFacts fat = facts();
        fat.targets[1].architectures = {u"arm64"_s, u"x86_64"_s};
        QVERIFY(claimProblems(claim, 1, {}, fat).isEmpty());
        NotesFacts withoutMac = facts();
        withoutMac.targets[1].fileName.clear();
        QVERIFY(claimProblems(claim, 1, {}, withoutMac).isEmpty());
    }

    void onlyAClaimAsksTheArchives()
    {
        ReleaseManifest manifest;
        manifest.targets = {{.triple = u"x86_64-apple-darwin"_s, .dropped = u"Apple silicon only since 1.0.5."_s}};
        QVERIFY(!makesClaims(u"- a\n- Fixed on Intel Macs."_s, manifest));
        QVERIFY(makesClaims(u"- a\n- Intel Macs run it under Rosetta 2."_s, manifest));
        manifest.targets[0].dropped = u"Intel Macs run the Apple silicon build under Rosetta 2."_s;
        QVERIFY(makesClaims(u"- a"_s, manifest));
    }

    void tagsAreReadBackThroughTheTemplate()
    {
        ReleaseManifest manifest;
        manifest.tag = u"v{version}"_s;
        const auto tagged = taggedVersions(
            manifest, {u"v1.0.4"_s, u"v1.0.5-rc.1"_s, u"v1.0.10"_s, u"nightly"_s, u"vendor"_s, u"1.0.3"_s});
        QCOMPARE(tagged.keys(), (QStringList{u"1.0.10"_s, u"1.0.4"_s, u"1.0.5-rc.1"_s}));
        QCOMPARE(tagBefore(tagged, u"1.0.5"_s), u"v1.0.4"_s);
        QCOMPARE(tagBefore(tagged, u"1.0.5-rc.2"_s), u"v1.0.5-rc.1"_s);
        QCOMPARE(tagBefore(tagged, u"1.0.4"_s), QString());
        manifest.tag = u"release-{version}-final"_s;
        QCOMPARE(taggedVersions(manifest, {u"release-2.0-final"_s, u"release-2.1"_s}).keys(), QStringList{u"2.0"_s});
    }

    void addressOfTheHost()
    {
        QCOMPARE(webUrlOf(QUrl(u"https://api.github.com"_s), u"o/n"_s), u"https://github.com/o/n"_s);
        QCOMPARE(webUrlOf(QUrl(u"https://git.example.org/api/v3"_s), u"o/n"_s), u"https://git.example.org/o/n"_s);
        QCOMPARE(webUrlOf(QUrl(u"http://127.0.0.1:8080/api/v3"_s), u"o/n"_s), u"http://127.0.0.1:8080/o/n"_s);
        QCOMPARE(webUrlOf(QUrl(u"https://api.github.com"_s), {}), QString());
    }

    void linesOfOneTextAlone()
    {
        QCOMPARE(linesOnlyIn(u"a\nb\nc"_s, u"a\nc"_s), QList<int>{1});
        QCOMPARE(linesOnlyIn(u"a\nc"_s, u"a\nb\nc"_s), QList<int>());
        QCOMPARE(linesOnlyIn(u"x\na\ny"_s, u"a\nb"_s), (QList<int>{0, 2}));
        QCOMPARE(linesOnlyIn(u"b\na"_s, u"a\nb"_s).size(), 1);

        // A body of the host's 125,000 characters: no table of all its lines is made on the way.
        const QString before = u"a\n"_s.repeated(60'000);
        QCOMPARE(linesOnlyIn(u"new\n"_s + before + u"end"_s, before + u"end"_s), QList<int>{0});
        const QString other = u"b\n"_s.repeated(60'000);
        QCOMPARE(linesOnlyIn(before + u"end"_s, other + u"end"_s).size(), 60'000);
    }

    void bodiesAreComparedInThree_data()
    {
        using Who = BodyMerge::Who;
        QTest::addColumn<std::optional<QString>>("base");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<std::optional<Who>>("who");
        const auto row = [](const char *name, std::optional<QString> base, const QString &ours, const QString &theirs,
                            std::optional<Who> who) { QTest::newRow(name) << base << ours << theirs << who; };
        row("the same", u"a"_s, u"b"_s, u"b\r\n"_s, std::nullopt);
        row("file changed", u"a"_s, u"b"_s, u"a\r\n"_s, Who::Ours);
        row("edited on the web", u"a"_s, u"a"_s, u"b"_s, Who::Theirs);
        row("both", u"a"_s, u"b"_s, u"c"_s, Who::Both);
        row("not known what was sent", std::nullopt, u"b"_s, u"c"_s, Who::Both);
    }
    void bodiesAreComparedInThree()
    {
        QFETCH(std::optional<QString>, base);
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        QFETCH(std::optional<BodyMerge::Who>, who);
        const auto merge = mergeBody(base, ours, theirs);
        QCOMPARE(merge ? std::optional(merge->changed) : std::nullopt, who);
    }
};

QTEST_GUILESS_MAIN(NotesBodyTest)
#include "tst_notesbody.moc"
