// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/releasedetails.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Kind = FileChange::Kind;

namespace {

QDateTime at(int minute)
{
    return QDateTime({2026, 6, 24}, {12, minute}, QTimeZone::utc());
}

UploadRecord file(const QString &name, qint64 bytes, char digest)
{
    return {.fileName = name, .bytes = bytes, .sha256 = QByteArray(64, digest), .uploadedAt = at(30)};
}

ReleaseDetails release(const QString &version, const QList<UploadRecord> &files)
{
    return {.release = {.version = version, .tag = u'v' + version}, .files = files};
}

} // namespace

class ReleaseDetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappenedIsToldNewestFirst()
    {
        ReleaseDetails details = release(u"1.0.5"_s, {file(u"a.zip"_s, 7, 'a')});
        details.builds = {
            {.triple = u"linux"_s, .outcome = u"failed"_s, .failureMessage = u"No space."_s, .startedAt = at(2)},
            {.triple = u"linux"_s, .outcome = u"built"_s, .seconds = 72, .startedAt = at(5)}};
        details.accepted = {{.triple = u"linux"_s,
                             .code = u"setuid"_s,
                             .path = u"bin/x"_s,
                             .reason = u"It must."_s,
                             .acceptedAt = at(7)}};
        details.attempts = {
            {.outcome = u"stopped"_s, .steps = 5, .stepsDone = 2, .message = u"HTTP 500."_s, .endedAt = at(40)},
            {.outcome = u"complete"_s, .steps = 3, .stepsDone = 3, .endedAt = at(50)}};
        QStringList told;
        for (const ReleaseEvent &event : eventsOf(details))
            told.append(event.what + u"; "_s + event.detail);
        QCOMPARE(
            told,
            QStringList({u"Published and verified; 3 of 3 steps done"_s,
                         u"Publishing stopped; 2 of 5 steps done. HTTP 500."_s,
                         u"a.zip is on the host, verified; 7 B"_s, u"Accepted setuid in bin/x of linux; It must."_s,
                         u"linux built; took 1 m 12 s"_s, u"Build of linux failed; No space."_s}));
    }

    void filesAreOfOneNameWhereOnlyTheVersionDiffers()
    {
        const auto before = release(
            u"1.0.4"_s,
            {file(u"x-1.0.4-linux.tar.xz"_s, 10, 'a'), file(u"same.txt"_s, 3, 's'), file(u"gone.zip"_s, 1, 'g')});
        const auto after = release(
            u"1.0.5"_s,
            {file(u"x-1.0.5-linux.tar.xz"_s, 12, 'b'), file(u"same.txt"_s, 3, 's'), file(u"new.zip"_s, 1, 'n')});
        const QList<FileChange> files = compareReleases(before, after).files;
        QCOMPARE(files.size(), 4);
        QCOMPARE(files[0].kind, Kind::Changed);
        QCOMPARE(files[0].before->bytes, 10);
        QCOMPARE(files[0].after->bytes, 12);
        QCOMPARE(files[1].kind, Kind::Added);
        QCOMPARE(files[1].after->fileName, u"new.zip"_s);
        QCOMPARE(files[2].kind, Kind::Removed);
        QCOMPARE(files[3].kind, Kind::Same);
    }

    void equalSizeWithAnotherDigestIsAChange()
    {
        const auto change =
            compareReleases(release(u"1"_s, {file(u"a"_s, 3, 'x')}), release(u"2"_s, {file(u"a"_s, 3, 'y')}));
        QCOMPARE(change.files.first().kind, Kind::Changed);
    }

    void notesAreComparedByLines()
    {
        auto before = release(u"1"_s, {});
        auto after = release(u"2"_s, {});
        before.notes = u"same\nold\n"_s;
        after.notes = u"same\nnew\n"_s;
        const auto change = compareReleases(before, after);
        QCOMPARE(change.notes.size(), 3);
        QCOMPARE(change.notes.last().text, u"new"_s);
        QVERIFY(compareReleases(before, before).notes.isEmpty());
    }

    void archivesArePairedWhereBothAreHere()
    {
        auto before = release(u"1"_s, {});
        auto after = release(u"2"_s, {});
        before.builds = {{.triple = u"linux"_s, .archivePath = u"/old/linux"_s},
                         {.triple = u"mac"_s, .archivePath = u"/old/mac"_s}};
        after.builds = {{.triple = u"linux"_s, .archivePath = u"/gone/linux"_s},
                        {.triple = u"linux"_s, .archivePath = u"/new/linux"_s},
                        {.triple = u"mac"_s, .archivePath = u"/gone/mac"_s}};
        before.archivesHere = {u"/old/linux"_s, u"/old/mac"_s};
        after.archivesHere = {u"/new/linux"_s};
        const auto archives = compareReleases(before, after).archives;
        QCOMPARE(archives.size(), 1);
        QCOMPARE(archives.first().after.archivePath, u"/new/linux"_s);
    }
};

QTEST_GUILESS_MAIN(ReleaseDetailsTest)
#include "tst_releasedetails.moc"
