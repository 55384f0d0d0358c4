// SPDX-License-Identifier: GPL-3.0-or-later
// A build that runs, and what earlier ones keep on the disk.
#include "tests/ui/gallery/samples.h"

#include "app/nix/nixevent.h"

namespace unmoor::samples {

using namespace Qt::StringLiterals;

namespace {

QString drv(const QString &name)
{
    return u"/nix/store/05r01kd53kw1lq1g2h3j4k5l6m7n8p9q-%1.drv"_s.arg(name);
}

void feed(BuildMonitor &run, qint64 msec, const QByteArray &json)
{
    run.apply(parseNixLine("@nix " + json), msec);
}

void feedPlan(BuildMonitor &run, const QByteArray &heading, const QStringList &paths)
{
    feed(run, 0, R"({"action":"msg","level":3,"msg":")" + heading + R"("})");
    for (const QString &path : paths)
        feed(run, 0, R"({"action":"msg","level":3,"msg":"  )" + path.toUtf8() + R"("})");
}

void feedBuild(BuildMonitor &run, int id, const QString &name, qint64 from, qint64 to = -1)
{
    const QByteArray number = QByteArray::number(id);
    feed(run, from,
         R"({"action":"start","id":)" + number + R"(,"level":3,"type":105,"parent":0,"text":"","fields":[")"
             + drv(name).toUtf8() + R"(","",1,1]})");
    feed(run, from, R"({"action":"result","id":)" + number + R"(,"type":104,"fields":["buildPhase"]})");
    if (to >= 0)
        feed(run, to, R"({"action":"stop","id":)" + number + '}');
}

QString fetchPath()
{
    return u"/nix/store/05r01kd53kw1lq1g2h3j4k5l6m7n8p9q-onnxruntime-1.23.2.tgz"_s;
}

BuildMonitor makeRun()
{
    BuildMonitor run;
    feedPlan(run, "these 5 derivations will be built:",
             {drv(u"minne-deps-1.0.5"_s), drv(u"minne-1.0.5"_s), drv(u"minne-docs"_s), drv(u"minne-release-1.0.5"_s),
              drv(u"release-archive.tar.xz"_s)});
    feedPlan(run, "this path will be fetched (18.2 MiB download, 60.1 MiB unpacked):", {fetchPath()});
    feedBuild(run, 1, u"minne-deps-1.0.5"_s, 500, 121'000);
    feedBuild(run, 2, u"minne-docs"_s, 500);
    feedBuild(run, 3, u"minne-1.0.5"_s, 121'000);
    feed(run, 122'000, R"({"action":"result","id":3,"type":101,"fields":["   Compiling minne v1.0.5"]})");
    feed(run, 290'000,
         R"({"action":"start","id":8,"level":4,"type":108,"parent":0,"text":"","fields":[")" + fetchPath().toUtf8()
             + R"(","https://cache"]})");
    feed(run, 290'000,
         R"({"action":"start","id":9,"level":4,"type":100,"parent":8,"text":"","fields":[")" + fetchPath().toUtf8()
             + R"(","https://cache","local"]})");
    feed(run, 290'100,
         R"({"action":"start","id":10,"level":4,"type":101,"parent":9,"text":"","fields":["https://cache/nar"]})");
    for (int i = 0; i <= 20; ++i)
        feed(run, 290'200 + i * 500,
             R"({"action":"result","id":10,"type":105,"fields":[)" + QByteArray::number(i * 600'000)
                 + ",19084083,0,0]}");
    return run;
}

} // namespace

const BuildMonitor &buildRun()
{
    static const BuildMonitor run = makeRun();
    return run;
}

TargetState runningTarget()
{
    TargetState state = buildingTargets()[1];
    BuildOutlook outlook{.jobs = 2};
    const auto add = [&](const QString &name, double seconds, const QStringList &needs) {
        OutlookStep step{.name = name, .usualSeconds = seconds};
        for (const QString &need : needs)
            step.needs += drv(need);
        outlook.steps.insert(drv(name), step);
    };
    add(u"minne-deps-1.0.5"_s, 118, {});
    add(u"minne-docs"_s, 180, {});
    add(u"minne-1.0.5"_s, 300, {u"minne-deps-1.0.5"_s});
    add(u"minne-release-1.0.5"_s, 100, {u"minne-1.0.5"_s, u"minne-docs"_s});
    add(u"release-archive.tar.xz"_s, 12, {u"minne-release-1.0.5"_s});
    state.outlook = std::make_shared<const BuildOutlook>(outlook);
    state.startedAt = QDateTime::currentDateTimeUtc().addSecs(-302);
    return state;
}

RootsOverview roots()
{
    RootsOverview overview;
    const QStringList versions{u"1.0.5"_s, u"1.0.4"_s, u"1.0.3"_s};
    for (int i = 0; i < versions.size(); ++i) {
        for (const QString &triple : {u"x86_64-unknown-linux-gnu"_s, u"x86_64-pc-windows-msvc"_s}) {
            const QString path = u"/nix/store/%1-%2"_s.arg(versions[i], triple);
            overview.roots.append({.link = path,
                                   .storePath = path,
                                   .revision = QString(40, u'd'),
                                   .triple = triple,
                                   .version = versions[i],
                                   .builtAt = QDateTime::currentDateTimeUtc().addDays(-i * 20),
                                   .state = i == 0 ? GcRoot::State::Open
                                       : i == 1    ? GcRoot::State::Published
                                                   : GcRoot::State::Replaced});
            overview.closure.insert(path, {.narSize = (64LL + i * 3) << 20, .references = {u"/nix/store/glibc"_s}});
        }
    }
    overview.closure.insert(u"/nix/store/glibc"_s, {.narSize = 41 << 20});
    return overview;
}

} // namespace unmoor::samples
