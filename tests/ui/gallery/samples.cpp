// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/samples.h"

#include "tests/ui/archive/sampleinspection.h"
#include "tests/ui/settings/samplereport.h"

namespace unmoor::samples {

using namespace Qt::StringLiterals;
using Build = TargetState::Build;

namespace {

const auto linux_ = u"x86_64-unknown-linux-gnu"_s;
const auto mac = u"aarch64-apple-darwin"_s;
const auto windows = u"x86_64-pc-windows-msvc"_s;
const auto commit = u"de53020c1f0e7d487459e1ba3fd6e8ad8cef07b3"_s;

TargetState target(const QString &triple, const QString &system, const QString &where)
{
    TargetState state;
    state.target.triple = triple;
    state.target.system = system;
    state.where = where;
    return state;
}

QString drv(const QString &name)
{
    return u"/nix/store/05r01kd53kw1lq1g2h3j4k5l6m7n8p9q-%1.drv"_s.arg(name);
}

std::shared_ptr<const Inspection> inspection(int files, int errors = 0, int warnings = 0)
{
    auto made = std::make_shared<Inspection>();
    made->contents.sha256 = "9f2c41d7a0b3e1";
    made->contents.bytes = 64172851;
    made->contents.entries.resize(files);
    for (int i = 0; i < errors; ++i)
        made->report.findings << Finding{Severity::Error, u"missing-entry"_s};
    for (int i = 0; i < warnings; ++i)
        made->report.findings << Finding{Severity::Warning, u"unexpected-entry"_s};
    return made;
}

void setBuilt(TargetState &state, double seconds, int files)
{
    state.build = Build::Built;
    state.record.seconds = seconds;
    state.record.revision = commit;
    state.archive = TargetState::Archive::Read;
    state.inspection = inspection(files);
}

} // namespace

QList<TargetState> plannedTargets()
{
    TargetState onLinux = target(linux_, u"x86_64-linux"_s, u"this machine"_s);
    onLinux.build = Build::Planned;
    onLinux.forecast.state = BuildForecast::State::Warm;
    onLinux.forecast.willBuild = {drv(u"minne-1.0.5"_s), drv(u"minne-release-1.0.5"_s)};
    onLinux.estimateSeconds = 235;
    BuildOutlook outlook;
    outlook.steps.insert(drv(u"minne-1.0.5"_s), {.name = u"minne-1.0.5"_s, .usualSeconds = 224});
    outlook.steps.insert(drv(u"minne-release-1.0.5"_s), {.name = u"minne-release-1.0.5"_s, .usualSeconds = 11});
    onLinux.outlook = std::make_shared<const BuildOutlook>(outlook);
    TargetState onMac = target(mac, u"aarch64-darwin"_s, {});
    onMac.build = Build::Unbuildable;
    onMac.forecast.state = BuildForecast::State::Unbuildable;
    onMac.forecast.message =
        u"No machine here builds aarch64-darwin. Add a builder in Nix's settings, adopt a finished archive, or leave the target out."_s;
    TargetState onWindows = target(windows, u"x86_64-linux"_s, u"this machine"_s);
    onWindows.build = Build::Planned;
    onWindows.forecast.state = BuildForecast::State::Cached;
    onWindows.forecast.willFetch = {u"/nix/store/05r01kd53kw1lq1g2h3j4k5l6m7n8p9q-onnxruntime-1.22.0"_s};
    onWindows.forecast.fetchBytes = 18 << 20;
    TargetState dropped = target(u"x86_64-apple-darwin"_s, {}, {});
    dropped.build = Build::LeftOut;
    dropped.leftOutReason = u"Apple silicon only since 1.0.5."_s;
    TargetState byChoice = target(u"aarch64-unknown-linux-gnu"_s, u"aarch64-linux"_s, {});
    byChoice.build = Build::LeftOut;
    byChoice.leftOutByChoice = true;
    return {onLinux, onMac, onWindows, dropped, byChoice};
}

QList<TargetState> buildingTargets()
{
    QList<TargetState> targets = plannedTargets();
    setBuilt(targets[0], 252, 20);
    targets[1].where = u"mac-mini"_s;
    targets[1].build = Build::Running;
    targets[1].progress = 0.61;
    targets[1].current = u"minne-1.0.5"_s;
    targets[1].estimateSeconds = 480;
    targets[1].remainingSeconds = 183;
    targets[2].build = Build::Cached;
    targets[2].record.revision = commit;
    targets[2].record.startedAt = QDateTime::currentDateTimeUtc().addDays(-2);
    targets[2].archive = TargetState::Archive::Reading;
    targets[2].entriesRead = 1204;
    return targets;
}

QList<TargetState> readTargets()
{
    QList<TargetState> targets = publishedTargets();
    Inspection onLinux = sampleInspection();
    Finding &leftover = onLinux.report.findings.last();
    leftover.accepted = {leftover.severity, u"Users ask for it when they report a build."_s, u"for v1.0.5"_s};
    leftover.severity = Severity::Info;
    for (const char *mark : {"weak-hardening", "library-path-leaks"}) {
        onLinux.report.findings << Finding{Severity::Warning, QString::fromLatin1(mark),
                                           sampleTop + (mark[0] == 'w' ? u"/.server-bin"_s : u"/main"_s),
                                           u"LD_LIBRARY_PATH holds the archive's own libc.so.6."_s,
                                           u"Start the loader with --library-path instead."_s};
    }
    targets[0].inspection = std::make_shared<Inspection>(onLinux);
    targets[0].target.layout = u"unix"_s;
    Inspection onMac = sampleInspection();
    onMac.contents.fileName = u"main-aarch64-apple-darwin.tar.xz"_s;
    onMac.report = {};
    targets[1].inspection = std::make_shared<Inspection>(onMac);
    for (TargetState &state : targets)
        state.release.reset();
    return targets;
}

QList<TargetState> publishedTargets()
{
    QList<TargetState> targets = buildingTargets();
    setBuilt(targets[1], 451, 18);
    targets[2].archive = TargetState::Archive::Read;
    targets[2].inspection = inspection(20, 0, 1);
    for (TargetState &state : targets)
        state.release = FileVerdict::Verified;
    targets[2].release = FileVerdict::Missing;
    targets[2].bytesSent = 22 << 20;
    return targets;
}

QList<TargetState> troubledTargets()
{
    QList<TargetState> targets = buildingTargets();
    targets[0].inspection = inspection(20, 4, 1);
    targets[0].release = FileVerdict::Broken;
    targets[1].build = Build::Failed;
    targets[1].failure = BuildFailure{
        BuildFailure::Kind::HashMismatch, u"libmozjs"_s, {}, u"A download is not what the flake expects."_s};
    targets[2].build = Build::Canceled;
    targets[2].record.seconds = 123;
    targets[2].archive = TargetState::Archive::None;
    targets << plannedTargets()[1];
    return targets;
}

QList<Gate> gates()
{
    using Outcome = Gate::Outcome;
    return {
        {u"Clean checkout"_s, Outcome::Passed, u"Nothing is uncommitted, nothing untracked."_s, {}, 0.1},
        {u"Commit is on GitHub"_s, Outcome::Passed, u"de53020 is the head of origin/main."_s, {}, 0.4},
        {u"Tag is free"_s, Outcome::Passed, u"No tag, draft or release is named v1.0.5."_s, {}, 0.6},
        {u"Version"_s, Outcome::Passed, u"1.0.5 follows 1.0.4."_s, {}, 0.3},
        {u"Lock file"_s, Outcome::Passed, u"Complete; nothing would be updated."_s, {}, 0.2},
        {u"Flake checks"_s,
         Outcome::Passed,
         u"6 of 6 passed: fmt, clippy, tests, ort-version, module-eval, docs"_s,
         {},
         74},
        {u"ONNX Runtime pin"_s, Outcome::Failed, u"lib.ortVersion is 1.22.0, unmoor.toml:14 expects 1.23.2."_s,
         u"Archives would bundle ONNX Runtime 1.22.0. Set it to 1.23.2 in nix/versions.nix, or change the gate in unmoor.toml."_s,
         0.3},
        {u"Immutable releases"_s, Outcome::Skipped, u"Needs admin rights to read."_s, {}, 0},
    };
}

QList<ReleaseRecord> releases()
{
    const QStringList versions{u"1.0.5"_s, u"1.0.4"_s, u"1.0.3"_s,     u"1.0.2"_s,
                               u"1.0.1"_s, u"1.0.0"_s, u"1.0.0-rc1"_s, u"0.9.8"_s};
    const QStringList states{u"verified"_s, u"verified"_s, u"verified"_s, u"verified"_s,
                             u"draft"_s,    u"verified"_s, u"verified"_s, u"published"_s};
    const QStringList notes{u"finished after a broken upload, nothing rebuilt"_s,
                            u"cold: rust 1.91"_s,
                            {},
                            u"Linux and macOS cached"_s,
                            u"Windows failed and was left out: xwin cache"_s,
                            {},
                            u"pre-release; first Windows archive"_s,
                            u"made before Unmoor, read from GitHub"_s};
    QList<ReleaseRecord> list;
    for (int i = 0; i < versions.size(); ++i) {
        ReleaseRecord record;
        record.version = versions[i];
        record.tag = u'v' + versions[i];
        record.revision = commit;
        record.state = states[i];
        record.url = u"https://github.com/perstarkse/minne/releases/tag/"_s + record.tag;
        record.files = 6 - i % 3;
        record.bytes = (164LL - i) << 20;
        record.buildSeconds = 451 + i * 311;
        record.note = notes[i];
        record.updatedAt = QDateTime::currentDateTimeUtc().addDays(-i * i * 3);
        list << record;
    }
    return list;
}

QList<BuildRecord> builds()
{
    QList<BuildRecord> list;
    const QList<ReleaseRecord> made = releases();
    const QStringList triples{linux_, mac, windows};
    for (int i = 0; i < made.size(); ++i) {
        for (int t = 0; t < 3; ++t) {
            BuildRecord record;
            record.version = made[i].version;
            record.triple = triples[t];
            record.outcome = i == 3 && t < 2 ? u"cached"_s : i == 4 && t == 2 ? u"failed"_s : u"built"_s;
            record.seconds = i == 1 || i == 6 ? 3600 + t * 700 : 250 + t * 90 + i * 7;
            record.forecast = i == 1 || i == 6 ? u"cold"_s : u"warm"_s;
            record.host = t == 1 ? u"mac-mini"_s : QString();
            record.startedAt = made[i].updatedAt;
            if (!(t == 2 && i > 6))
                list << record;
        }
    }
    return list;
}

namespace {

constexpr double mib = 1 << 20;

ArchiveEntry entry(const QString &path, double size, const QByteArray &sha256, quint32 mode = 0755)
{
    return {.rawName = path.toUtf8(), .path = path, .mode = mode, .size = qint64(size), .sha256 = sha256};
}

ArchiveEntry elf(const QString &path, double size, const QByteArray &sha256, const QString &glibc,
                 const QStringList &needed = {}, qint64 symbols = 0)
{
    ElfFacts facts;
    facts.kind = path.contains(u".so"_s) ? ElfFacts::Kind::Library : ElfFacts::Kind::Program;
    facts.machine = u"x86-64"_s;
    facts.needed = needed;
    facts.neededVersions = {{u"libc.so.6"_s, u"GLIBC_"_s + glibc}};
    facts.symbolBytes = symbols;
    EntryContent content;
    content.binary = std::make_shared<BinaryFacts>(BinaryFacts{.format = facts});
    ArchiveEntry made = entry(path, size, sha256);
    made.content = std::make_shared<EntryContent>(content);
    return made;
}

ArchiveEntry launcher(const QString &path, const QByteArray &text)
{
    EntryContent content;
    content.text = text;
    ArchiveEntry made = entry(path, 412, text);
    made.content = std::make_shared<EntryContent>(content);
    return made;
}

QList<ArchiveEntry> unchanged(const QString &top)
{
    return {entry(top + u"lib/libc.so.6"_s, 2.2 * mib, "c6"),
            entry(top + u"lib/libm.so.6"_s, 0.9 * mib, "m6"),
            entry(top + u"lib/libssl.so.3"_s, 0.7 * mib, "s3"),
            entry(top + u"lib/libcrypto.so.3"_s, 5.4 * mib, "y3"),
            entry(top + u"lib/libstdc++.so.6"_s, 2.3 * mib, "p6"),
            entry(top + u"lib/ld-linux-x86-64.so.2"_s, 233 * 1024, "ld"),
            launcher(top + u"main"_s, "#!/bin/sh\nexec .main-bin\n"),
            launcher(top + u"server"_s, "#!/bin/sh\nexec .server-bin\n"),
            entry(top + u"README.md"_s, 6246, "r", 0644),
            entry(top + u"LICENSE"_s, 34523, "l", 0644),
            entry(top + u"share/models/tokenizer.json"_s, 3.1 * mib, "t", 0644),
            entry(top + u"share/models/vocab.txt"_s, 1.4 * mib, "v", 0644),
            entry(top + u"share/templates/index.html"_s, 21 * 1024, "i", 0644),
            entry(top + u"share/templates/mail.html"_s, 9 * 1024, "h", 0644)};
}

Inspection archiveBefore()
{
    const QString top = u"main-x86_64-unknown-linux-gnu/"_s;
    Inspection made;
    made.contents = {.fileName = u"main-x86_64-unknown-linux-gnu.tar.xz"_s,
                     .format = u"tar.xz"_s,
                     .bytes = qint64(58.9 * mib),
                     .entries = unchanged(top)};
    made.contents.entries << elf(top + u".main-bin"_s, 55.2 * mib, "m1", u"2.38"_s)
                          << elf(top + u".server-bin"_s, 41.5 * mib, "s1", u"2.34"_s)
                          << elf(top + u".worker-bin"_s, 40.8 * mib, "w1", u"2.34"_s)
                          << elf(top + u"lib/libonnxruntime.so.1.22.0"_s, 21.8 * mib, "o1", u"2.28"_s)
                          << launcher(top + u"worker"_s, "#!/bin/sh\nexec .worker-bin\n")
                          << entry(top + u"env-vars"_s, 9421, "e", 0644);
    return made;
}

Inspection archiveAfter()
{
    const QString top = u"main-x86_64-unknown-linux-gnu/"_s;
    Inspection made = archiveBefore();
    made.contents.bytes = qint64(61.2 * mib);
    made.contents.entries = unchanged(top);
    made.contents.entries << elf(top + u".main-bin"_s, 58.1 * mib, "m2", u"2.39"_s, {}, 4404019)
                          << elf(top + u".server-bin"_s, 41.7 * mib, "s2", u"2.34"_s, {}, 3145728)
                          << elf(top + u".worker-bin"_s, 39.9 * mib, "w2", u"2.34"_s)
                          << elf(top + u"lib/libonnxruntime.so.1.23.2"_s, 21.8 * mib, "o2", u"2.28"_s,
                                 {u"libgomp.so.1"_s})
                          << elf(top + u"lib/libgomp.so.1"_s, 318 * 1024, "g", u"2.28"_s)
                          << launcher(top + u"worker"_s, "#!/bin/sh\nexport LD_LIBRARY_PATH=lib\nexec .worker-bin\n");
    return made;
}

} // namespace

ArchiveComparison comparison()
{
    return {.diff = diffArchives(archiveBefore(), archiveAfter()),
            .title = u"Against v1.0.4, published 2 June"_s,
            .before = u"v1.0.4"_s,
            .after = u"v1.0.5"_s,
            .folder = u"main-x86_64-unknown-linux-gnu"_s,
            .targets = {{linux_, qint64(58.9 * mib), qint64(61.2 * mib)},
                        {mac, qint64(55.6 * mib), qint64(54.8 * mib)},
                        {windows, qint64(48.0 * mib), qint64(48.3 * mib)}}};
}

SizeBreakdown sizes()
{
    Inspection made = archiveAfter();
    const QString top = u"main-x86_64-unknown-linux-gnu/"_s;
    for (const QString &name : {u"libonnxruntime.so"_s, u"libonnxruntime.so.1"_s})
        made.contents.entries << elf(top + u"lib/"_s + name, 21.8 * mib, "o2", u"2.28"_s);
    for (int i = 0; i < 60; ++i)
        made.contents.entries << entry(top + u"share/locale/%1/minne.mo"_s.arg(i), (i * 37 % 61 + 1) * 8192.0,
                                       QByteArray::number(i), 0644);
    return breakDownSizes(made.contents);
}

QList<BuildHost> hosts()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {{.name = u"mac-mini"_s,
             .address = u"mac-mini.local"_s,
             .user = u"builder"_s,
             .systems = {u"aarch64-darwin"_s},
             .probedAt = now.addSecs(-80),
             .probeState = u"ready"_s,
             .probeMsec = 14},
            {.name = u"arm-box"_s,
             .address = u"10.0.4.20"_s,
             .user = u"nix"_s,
             .systems = {u"aarch64-linux"_s},
             .probedAt = now,
             .probeState = u"host-key"_s}};
}

QList<PlaceChoice> places()
{
    const Result<NixInfo> here = NixInfo{.version = u"2.26.3"_s, .systems = {u"x86_64-linux"_s}};
    return placeChoices(plannedTargets()[1], {.hosts = hosts()}, here);
}

ProbeReport changedKey()
{
    ProbeReport report = changedKeyReport();
    report.steps[1].detail = u"port 22, 31 ms"_s;
    return report;
}

ProbeReport unknownKey()
{
    return unknownKeyReport();
}

ProbeReport ready()
{
    ProbeReport report = readyReport();
    const QStringList found{u"mac-mini.local is 192.168.1.20"_s,
                            u"port 22, 3 ms"_s,
                            u"ED25519 SHA256:pQ7v1xkD3m0aRr8i2cZk4"_s,
                            u"builder@mac-mini.local"_s,
                            u"Nix 2.26.3"_s,
                            u"trusts us"_s,
                            u"aarch64-darwin"_s,
                            u"212.4 GiB free"_s};
    for (int i = 0; i < found.size(); ++i)
        report.steps[i].detail = found[i];
    report.systems = {u"aarch64-darwin"_s};
    return report;
}

StorageUse storage()
{
    return {.ledger = 2 << 20,
            .logs = 418 << 20,
            .logFiles = 214,
            .adopted = 61 << 20,
            .earlier = 340 << 20,
            .rehearsal = 12 << 20,
            .other = 18 << 10,
            .roots = 9};
}

namespace {

const NixHash specified{u"sha256"_s,
                        QByteArray::fromHex("df1a8d2b4a7db2264bd15e70f91eb366d95c5aeef1935347a641ee14b7d1a81a")};
const NixHash got{u"sha256"_s, QByteArray::fromHex("f1f297e0f0fa9b0c1a12d19c53b3c41fe6e27730daa39fd48d8be0b15a069d34")};

} // namespace

BuildFailure hashFailure()
{
    return {.kind = BuildFailure::Kind::HashMismatch,
            .derivation = u"libmozjs-x86_64-unknown-linux-gnu.tar.gz"_s,
            .detail = u"error: hash mismatch in fixed-output derivation"_s,
            .tail = u"trying https://github.com/servo/mozjs/releases/download/mozjs-sys-v140.10.1-0/libmozjs.tar.gz"_s,
            .notRun = {u"minne-1.0.5"_s, u"minne-release-1.0.5"_s, u"release-archive.tar.xz"_s},
            .specified = sriText(specified),
            .got = sriText(got)};
}

RepairContext hashContext()
{
    const QByteArray before = QByteArray(29, '\n') + "mozjsHashes = {\n  \"x86_64-linux\" = \""
        + sriText(specified).toLatin1() + "\";\n  \"aarch64-darwin\" = \"sha256-Qm4vB8n0sKx2\";\n";
    const HashPlace place = hashPlacesIn(before, specified, u"nix/versions.nix"_s).value(0);
    return {.tag = u"v1.0.5"_s,
            .oldHash = {place},
            .edit = FileEdit{place.file, before, withHash(before, place, specified, got)}};
}

BuildFailure stepFailure()
{
    return {.kind = BuildFailure::Kind::BuilderFailed,
            .derivation = u"minne-1.0.5"_s,
            .derivationPath = u"/nix/store/05r01kd53kw1vz1yvl0bq3q0b9f6g5ps-minne-1.0.5.drv"_s,
            .message = u"The step minne-1.0.5 failed with exit code 101."_s,
            .hint = u"Read the end of its log."_s,
            .detail = u"error: builder for '/nix/store/…-minne-1.0.5.drv' failed with exit code 101"_s,
            .tail = u"   Compiling main v1.0.5\nerror: linking with `cc` failed: exit status: 1\n"
                    "  = note: undefined symbol: OrtGetApiBase\nerror: could not compile `main`"_s,
            .notRun = {u"minne-release-1.0.5"_s}};
}

BuildFailure hostFailure()
{
    return {.kind = BuildFailure::Kind::HostUnreachable,
            .message = u"mac-mini cannot be reached."_s,
            .hint = u"Check that the machine runs and that its name and port are right, then run again."_s,
            .detail = u"ssh: connect to host mac-mini port 22: Connection refused"_s};
}

DesiredRelease desired()
{
    DesiredRelease made{.repository = u"perstarkse/minne"_s,
                        .tag = u"v1.0.5"_s,
                        .commit = commit,
                        .title = u"minne v1.0.5"_s,
                        .body = u"Notes"_s};
    const auto add = [&made](const QString &triple, const QString &ending, double size, char letter) {
        const QString name = u"main-%1.%2"_s.arg(triple, ending);
        made.files += DesiredFile{
            name, triple, {}, qint64(size * mib), QByteArray("9f2c41d7").repeated(7) + QByteArray(8, letter)};
        made.files += DesiredFile{
            name + u".sha256"_s, triple, {}, 104, QByteArray("4be0a912").repeated(7) + QByteArray(8, letter)};
    };
    add(linux_, u"tar.xz"_s, 61.2, 'a');
    add(mac, u"tar.xz"_s, 54.8, 'b');
    add(windows, u"zip"_s, 48.3, 'c');
    return made;
}

RemoteRelease nothingRemote()
{
    return {.repository = u"perstarkse/minne"_s, .tag = u"v1.0.5"_s};
}

RemoteRelease brokenDraft()
{
    RemoteRelease made = nothingRemote();
    const DesiredRelease wanted = desired();
    made.release = github::Release{.id = 254193077,
                                   .tagName = wanted.tag,
                                   .targetCommitish = wanted.commit,
                                   .name = wanted.title,
                                   .body = wanted.body,
                                   .draft = true,
                                   .htmlUrl = QUrl(u"https://github.com/perstarkse/minne/releases/tag/untagged-1"_s)};
    for (const DesiredFile &file : wanted.files)
        made.assets += github::Asset{.id = made.assets.size() + 1,
                                     .name = file.name,
                                     .state = u"uploaded"_s,
                                     .size = file.bytes,
                                     .digest = file.sha256};
    made.assets.removeLast();
    made.assets.last().state = u"starter"_s;
    made.assets.last().size = 0;
    made.assets[1].digest = QByteArray(64, '0');
    return made;
}

TokenReport weakToken()
{
    return {
        .host = u"github.com"_s,
        .login = u"perstarkse"_s,
        .kind = TokenReport::Kind::Classic,
        .accepted = true,
        .scopes = {u"gist"_s},
        .expires = QDateTime::currentDateTimeUtc().addDays(6),
        .publish = TokenReport::Right::No,
        .message = u"This token has the scopes gist; releases need repo."_s,
        .hint =
            u"Create a classic token with the scopes repo and workflow at https://github.com/settings/tokens/new?description=Unmoor&scopes=repo,workflow, or a fine-grained one with Contents: write for perstarkse/minne at https://github.com/settings/personal-access-tokens/new."_s,
        .page = QUrl(u"https://github.com/settings/tokens/new"_s)};
}

} // namespace unmoor::samples
