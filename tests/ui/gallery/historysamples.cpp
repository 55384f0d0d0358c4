// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/samples.h"

using namespace Qt::StringLiterals;

namespace unmoor::samples {

namespace {

QList<UploadRecord> filesOf(const QString &version, qint64 growth, char letter)
{
    const QDateTime sent = QDateTime::currentDateTimeUtc().addDays(-2);
    QList<UploadRecord> files;
    for (const DesiredFile &file : desired().files) {
        const bool isArchive = !file.name.endsWith(u".sha256"_s);
        const QByteArray digest = isArchive ? file.sha256.chopped(1) + letter : file.sha256;
        files.append({.tag = u'v' + version,
                      .fileName = QString(file.name).replace(u"main-"_s, u"main-%1-"_s.arg(version)),
                      .bytes = file.bytes + (isArchive ? growth : 0),
                      .sha256 = digest,
                      .digest = digest,
                      .uploadedAt = sent});
    }
    return files;
}

const QString notesText = uR"(### Added

- Ingestion of PDF files with images
- A dark theme for the graph

### Fixed

- Scratchpad entries no longer lose their last line (#214)
)"_s;

} // namespace

ReleaseDetails details()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ReleaseDetails made{.release = releases().first(), .notes = notesText, .files = filesOf(u"1.0.5"_s, 0, 'a')};
    const QString linux_ = u"x86_64-unknown-linux-gnu"_s;
    const QString mac = u"aarch64-apple-darwin"_s;
    const auto built = [&](const QString &triple, const QString &outcome, double seconds, int minutesAgo) {
        BuildRecord record{.triple = triple, .outcome = outcome, .archivePath = u"/nix/store/9wq…-main/main.tar.xz"_s};
        record.seconds = seconds;
        record.startedAt = now.addSecs(-60LL * minutesAgo);
        return record;
    };
    BuildRecord failed = built(u"x86_64-pc-windows-msvc"_s, u"failed"_s, 91, 190);
    failed.archivePath.clear();
    failed.failureMessage = u"A download is not what the flake expects: xwin-manifest.json."_s;
    failed.logFile = u"/tmp/gone.log"_s;
    BuildRecord onMac = built(mac, u"built"_s, 402, 160);
    onMac.host = u"mac-mini"_s;
    made.builds = {built(u"x86_64-pc-windows-msvc"_s, u"built"_s, 511, 120), onMac, built(linux_, u"built"_s, 251, 170),
                   failed};
    made.accepted = {{.triple = u"x86_64-pc-windows-msvc"_s,
                      .code = u"unexpected-entry"_s,
                      .path = u"dbghelp.dll"_s,
                      .reason = u"dbghelp.dll is part of Windows"_s,
                      .acceptedAt = now.addSecs(-6000)}};
    made.attempts = {{.outcome = u"complete"_s, .steps = 4, .stepsDone = 4, .endedAt = now.addSecs(-1500)},
                     {.outcome = u"stopped"_s,
                      .steps = 9,
                      .stepsDone = 5,
                      .message = u"Could not upload main-x86_64-pc-windows-msvc.zip: the connection was reset."_s,
                      .endedAt = now.addSecs(-3000)}};
    return made;
}

ReleaseChange change()
{
    ReleaseDetails before{
        .release = releases().at(1), .notes = notesText, .files = filesOf(u"1.0.4"_s, -1'430'000, 'z')};
    before.notes.replace(u"dark theme for the graph"_s, u"light theme for the graph"_s);
    before.files.removeLast();
    ReleaseDetails after = details();
    before.builds = after.builds;
    for (BuildRecord &build : before.builds)
        build.bytes = 62'700'000;
    for (BuildRecord &build : after.builds)
        build.bytes = 64'100'000;
    before.archivesHere = after.archivesHere = {after.builds.first().archivePath};
    return compareReleases(before, after);
}

QList<TargetState> manyTargets()
{
    const QStringList processors{u"x86_64"_s, u"aarch64"_s, u"armv7"_s, u"riscv64gc"_s, u"powerpc64le"_s, u"i686"_s};
    const QStringList systems{u"unknown-linux-gnu"_s, u"unknown-linux-musl"_s, u"unknown-freebsd"_s,
                              u"pc-windows-gnu"_s};
    const QList<TargetState> of = buildingTargets() + troubledTargets() + readTargets();
    QList<TargetState> many;
    for (const QString &system : systems)
        for (const QString &processor : processors) {
            many.append(of.at(many.size() % of.size()));
            many.last().target.triple = processor + u'-' + system;
            many.last().assetName.clear();
        }
    return many;
}

} // namespace unmoor::samples
