// SPDX-License-Identifier: GPL-3.0-or-later
// inspect, which needs neither Nix nor network unless it compares with a release.
#include "app/cli/command.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"

#include "app/archive/assetchecks.h"
#include "app/archive/entrypath.h"
#include "app/cli/comparison.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/glob.h"
#include "app/project/nametarget.h"
#include "app/release/documents.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The manifest's target that an archive belongs to: the one named, else the one whose archive template fits the name.
const ManifestTarget *targetOf(const ReleaseManifest &manifest, const QString &triple, const QString &archive)
{
    for (const ManifestTarget &target : manifest.targets) {
        if (target.isDropped())
            continue;
        const QString name = expandTemplate(
            target.archive, {.name = manifest.name, .version = u"*"_s, .tag = u"*"_s, .triple = target.triple});
        if (triple.isEmpty() ? Glob(name).matches(QFileInfo(archive).fileName()) : target.triple == triple)
            return &target;
    }
    return nullptr;
}

/// By what an archive is judged, and who said so.
struct RulesChoice
{
    QString triple; ///< empty: not known
    QString from; ///< "option", "manifest", "name"; empty: not known
    InspectionRules rules;

    bool tellsNoProcessor() const
    {
        return from == "name"_L1 && rules.target && rules.target->machine.isEmpty() && !rules.target->isUniversal;
    }
};

/// What the name of \a archive tells, with what \a manifest asks of that target. The layout is asked of the archives
/// that unmoor.toml names alone.
RulesChoice rulesByName(const ReleaseManifest &manifest, const QString &archive)
{
    RulesChoice choice{.triple = {}, .from = {}, .rules = inspectionRules(manifest, nullptr, {})};
    const auto named = targetInName(QFileInfo(archive).fileName());
    if (!named)
        return choice;
    choice.triple = named->toString();
    choice.from = u"name"_s;
    const auto known = std::ranges::find(manifest.targets, choice.triple, &ManifestTarget::triple);
    choice.rules.target = known != manifest.targets.end() ? portabilityTarget(*known) : portabilityTarget(*named);
    return choice;
}

/// A project without unmoor.toml has nothing to judge by but the target; a broken one is an error.
Result<RulesChoice> chooseRules(const Invocation &invocation, const QString &triple)
{
    if (!QFile::exists(QDir(invocation.project).filePath(u"unmoor.toml"_s))) {
        if (!invocation.projectGiven && !triple.isEmpty() && !TargetTriple::parse(triple))
            return failure(
                Error::Kind::InvalidInput,
                Words::tr("\"%1\" is not a target triple such as \"x86_64-unknown-linux-gnu\".").arg(triple));
        if (!invocation.projectGiven && triple.isEmpty())
            return rulesByName({}, invocation.archive);
        if (!invocation.projectGiven)
            return RulesChoice{triple, u"option"_s, {.target = portabilityTarget(ManifestTarget{.triple = triple})}};
    }
    const auto manifest = readManifest(invocation.project);
    if (!manifest)
        return std::unexpected(manifest.error());
    const ManifestTarget *target = targetOf(*manifest, triple, invocation.archive);
    if (!target && !triple.isEmpty())
        return failure(Error::Kind::InvalidInput, Words::tr("unmoor.toml has no target %1 that is built.").arg(triple));
    if (!target)
        return rulesByName(*manifest, invocation.archive);
    return RulesChoice{target->triple, triple.isEmpty() ? u"manifest"_s : u"option"_s,
                       inspectionRules(*manifest, target, {.name = manifest->name, .triple = target->triple})};
}

/// Where the target comes from, for people; empty where none is known, of which a finding tells.
QString targetText(const RulesChoice &choice)
{
    if (choice.from == "name"_L1)
        return choice.rules.target
            ? Words::tr("judged as made for %1, which its name tells\n").arg(choice.triple)
            : Words::tr("its name tells %1, a system for which programs are not judged\n").arg(choice.triple);
    return choice.from == "manifest"_L1 ? Words::tr("judged as made for %1, as unmoor.toml says\n").arg(choice.triple)
                                        : QString();
}

void printInspection(const Inspection &inspection, const RulesChoice &choice, const Console &console)
{
    const ArchiveContents &contents = inspection.contents;
    for (const ArchiveEntry &entry : contents.entries)
        console.print(u"%1 %2 %3%4\n"_s.arg(modeText(entry.mode))
                          .arg(formatBytes(entry.size), 10)
                          .arg(printable(entry.rawName),
                               entry.link.isEmpty() ? QString() : u" -> "_s + printable(entry.link.toUtf8())));
    console.print(u"\n"_s);
    for (const Finding &finding : inspection.report.findings) {
        console.print(u"%1: %2 [%3] %4\n    %5\n"_s.arg(spokenWord(severityName(finding.severity)),
                                                        printable(finding.path.toUtf8()), finding.code, finding.message,
                                                        finding.hint));
        if (finding.accepted)
            console.print(Words::tr("    accepted, %1: %2\n").arg(finding.accepted->source, finding.accepted->reason));
    }
    console.print(targetText(choice));
    console.print(Words::tr("%1: %2, %3 entries, sha256 %4\n")
                      .arg(inspection.passes() ? Words::tr("pass") : Words::tr("fail"), formatBytes(contents.bytes))
                      .arg(contents.entries.size())
                      .arg(QString::fromLatin1(contents.sha256)));
}

QFuture<int> runInspect(const Invocation &invocation, Session &session, const Console &console)
{
    const auto choice = chooseRules(invocation, invocation.targets.value(0));
    if (!choice)
        return exitWith(console.fail(choice.error()));
    const QString path = invocation.archive;
    auto shown = andThen(
        inspectApart(session.engine().inspector(), path, choice->rules, console.stop()), &session,
        [=, &session](Inspection inspection) {
            if (choice->triple.isEmpty())
                inspection.report.findings.append(noTargetFinding(inspection.contents));
            else if (choice->tellsNoProcessor())
                inspection.report.findings.append(noProcessorFinding(inspection.contents, choice->triple));
            const auto against = readOther(invocation, session, choice->triple, choice->rules.limits, console);
            return andThen(against, &session, [=](const std::optional<OtherArchive> &other) {
                QJsonObject document = inspectionToJson(inspection, path, choice->triple);
                document.insert(u"target_from"_s, choice->from.isEmpty() ? QJsonValue() : QJsonValue(choice->from));
                printInspection(inspection, *choice, console);
                if (other)
                    document.insert(u"against"_s, reportComparison(*other, inspection, console));
                console.print(document);
                return finished<int>(inspection.passes() ? 0 : 1);
            });
        });
    return shown.then(&session,
                      [console](const Result<int> &code) { return code ? *code : console.fail(code.error()); });
}

Result<void> takeInspect(Invocation &invocation, const QCommandLineParser &given, const QStringList &words)
{
    invocation.archive = words.first();
    invocation.targets = given.values(u"target"_s);
    invocation.against = given.value(u"against"_s);
    invocation.againstRelease = given.value(u"against-release"_s);
    if (given.isSet(u"against"_s) && given.isSet(u"against-release"_s))
        return wrongUsage(
            Words::tr("--against and --against-release name two things to compare with. Give one of them."));
    for (const QString &option : {u"against"_s, u"against-release"_s})
        if (given.isSet(option) && given.value(option).isEmpty())
            return wrongUsage(Words::tr("--%1 is empty. Name what to compare with.").arg(option));
    return {};
}

} // namespace

CliCommand inspectCommand()
{
    return {.id = Invocation::Command::Inspect,
            .name = u"inspect"_s,
            .usage = u"ARCHIVE [--target TRIPLE] [--against ARCHIVE | --against-release TAG|previous]"_s,
            .summary = Words::tr("judge an archive against its layout, and compare it with another"),
            .options = {targetOption(),
                        {u"against"_s, Words::tr("Another archive to compare with."), u"ARCHIVE"_s},
                        {u"against-release"_s,
                         Words::tr("A release whose archive of the same target to compare with; \"previous\" is the "
                                   "newest before this version."),
                         u"TAG"_s}},
            .minWords = 1,
            .maxWords = 1,
            .take = takeInspect,
            .run = runInspect};
}

} // namespace unmoor
