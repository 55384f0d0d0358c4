// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/releasestory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QList<ExpectedArchive> archives{{u"x86_64-unknown-linux-gnu"_s, u"linux.tar.xz"_s},
                                      {u"aarch64-apple-darwin"_s, u"mac.tar.xz"_s},
                                      {u"x86_64-pc-windows-msvc"_s, u"windows.zip"_s}};

DesiredRelease desired()
{
    DesiredRelease made{
        .repository = u"o/n"_s, .tag = u"v1.0.5"_s, .commit = QString(40, u'a'), .title = u"n v1.0.5"_s};
    for (const ExpectedArchive &archive : archives)
        made.files += DesiredFile{archive.name, archive.target, {}, 100, QByteArray(64, 'b')};
    return made;
}

/// On GitHub: every archive, verified, in a draft.
RemoteRelease remote()
{
    RemoteRelease made{.repository = u"o/n"_s, .tag = u"v1.0.5"_s};
    made.release = github::Release{
        .id = 4, .tagName = u"v1.0.5"_s, .targetCommitish = QString(40, u'a'), .name = u"n v1.0.5"_s, .draft = true};
    for (const ExpectedArchive &archive : archives)
        made.assets += github::Asset{.id = made.assets.size() + 1,
                                     .name = archive.name,
                                     .state = u"uploaded"_s,
                                     .size = 100,
                                     .digest = QByteArray(64, 'b')};
    return made;
}

QString title(const RemoteRelease &remote, const DesiredRelease &wanted = desired())
{
    const auto story = tellRelease(wanted, remote, planPublish(wanted, remote), archives);
    return story ? story->title : QString();
}

} // namespace

class ReleaseStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenUploadOfADraftIsNamed()
    {
        RemoteRelease there = remote();
        there.assets[2].state = u"starter"_s;
        there.assets[2].size = 0;
        QCOMPARE(title(there),
                 u"v1.0.5 is a draft on GitHub: 2 of 3 archives are verified, x86_64-pc-windows-msvc broke off."_s);
    }

    void missingArchivesAreListed()
    {
        RemoteRelease there = remote();
        there.assets.resize(1);
        QCOMPARE(title(there),
                 u"v1.0.5 is a draft on GitHub: 1 of 3 archives is verified, aarch64-apple-darwin and "
                 "x86_64-pc-windows-msvc are missing."_s);
    }

    void wholeDraftOnlyWaitsForPublishing()
    {
        QCOMPARE(title(remote()), u"v1.0.5 is a draft on GitHub: all 3 archives are verified."_s);
        const auto story = tellRelease(desired(), remote(), planPublish(desired(), remote()), archives);
        QVERIFY(story->text.startsWith(u"Users cannot see it yet."_s));
        QCOMPARE(story->action, u"&Finish v1.0.5…"_s);
    }

    void publishedReleaseThatLacksAFileSaysWhatUsersSee()
    {
        RemoteRelease there = remote();
        there.release->draft = false;
        there.tagCommit = desired().commit;
        there.assets.removeLast();
        const auto story = tellRelease(desired(), there, planPublish(desired(), there), archives);
        QCOMPARE(story->title,
                 u"v1.0.5 is published, but not complete: 2 of 3 archives are verified, x86_64-pc-windows-msvc is "
                 "missing."_s);
        QVERIFY(story->text.startsWith(u"Users can see it as it is."_s));
    }

    void publishedAndWholeButForItsNotes()
    {
        RemoteRelease there = remote();
        there.release->draft = false;
        there.release->body = u"other"_s;
        there.tagCommit = desired().commit;
        QCOMPARE(title(there), u"v1.0.5 is published: all 3 archives are verified, but it is not complete."_s);
    }

    void otherBytesAreNotCalledVerified()
    {
        RemoteRelease there = remote();
        there.assets[0].digest = QByteArray(64, 'c');
        QVERIFY(title(there).contains(u"x86_64-unknown-linux-gnu is not what was built here"_s));
        there.assets[0].digest.clear();
        QVERIFY(title(there).contains(u"x86_64-unknown-linux-gnu is there, not compared yet"_s));
    }

    void archivesThatThisMachineLacksAreNotCompared()
    {
        DesiredRelease wanted = desired();
        wanted.files.clear();
        QCOMPARE(title(remote(), wanted),
                 u"v1.0.5 is a draft on GitHub: no archive is verified, x86_64-unknown-linux-gnu, aarch64-apple-darwin "
                 "and x86_64-pc-windows-msvc are there, not compared yet."_s);
    }

    void blockerIsTold()
    {
        RemoteRelease there = remote();
        there.tagCommit = QString(40, u'c');
        const auto story = tellRelease(desired(), there, planPublish(desired(), there), archives);
        QVERIFY(story->text.contains(u"The tag v1.0.5 points at"_s));
    }

    void nothingIsToldOfWhatIsNotThereOrComplete()
    {
        QVERIFY(title({.repository = u"o/n"_s, .tag = u"v1.0.5"_s}).isEmpty());
        RemoteRelease there = remote();
        there.release->draft = false;
        there.tagCommit = desired().commit;
        QCOMPARE(title(there), QString());
    }
};

QTEST_GUILESS_MAIN(ReleaseStoryTest)
#include "tst_releasestory.moc"
