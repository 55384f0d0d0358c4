// SPDX-License-Identifier: GPL-3.0-or-later
// inspect, which needs neither Nix nor network unless it compares with a release.
#include "cli/commands.h"

#include "archive/entrypath.h"
#include "cli/comparison.h"
#include "core/format.h"
#include "project/targettriple.h"
#include "release/documents.h"

#include <QDir>
#include <QRegularExpression>

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
        const bool fits =
            QRegularExpression::fromWildcard(name, Qt::CaseSensitive).match(QFileInfo(archive).fileName()).hasMatch();
        if (triple.isEmpty() ? fits : target.triple == triple)
            return &target;
    }
    return nullptr;
}

struct RulesChoice
{
    QString triple;
    InspectionRules rules;
};

/// A project without unmoor.toml has nothing to judge by; a broken one is an error.
Result<RulesChoice> chooseRules(const Invocation &invocation, const QString &triple)
{
    if (!QFile::exists(QDir(invocation.project).filePath(u"unmoor.toml"_s))) {
        if (!invocation.projectGiven && !triple.isEmpty() && !TargetTriple::parse(triple))
            return failure(
                Error::Kind::InvalidInput,
                Session::tr("\"%1\" is not a target triple such as \"x86_64-unknown-linux-gnu\".").arg(triple));
        if (!invocation.projectGiven)
            return RulesChoice{triple, {.target = portabilityTarget({.triple = triple})}};
    }
    const auto manifest = readManifest(invocation.project);
    if (!manifest)
        return std::unexpected(manifest.error());
    const ManifestTarget *target = targetOf(*manifest, triple, invocation.archive);
    if (!target && !triple.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       Session::tr("unmoor.toml has no target %1 that is built.").arg(triple));
    const QString found = target ? target->triple : QString();
    return RulesChoice{found, inspectionRules(*manifest, target, {.name = manifest->name, .triple = found})};
}

void printInspection(const Inspection &inspection, const Console &console)
{
    const ArchiveContents &contents = inspection.contents;
    for (const ArchiveEntry &entry : contents.entries)
        console.print(u"%1 %2 %3%4\n"_s.arg(modeText(entry.mode))
                          .arg(formatBytes(entry.size), 10)
                          .arg(printable(entry.rawName),
                               entry.link.isEmpty() ? QString() : u" -> "_s + printable(entry.link.toUtf8())));
    console.print(u"\n"_s);
    for (const Finding &finding : inspection.report.findings) {
        console.print(u"%1: %2 [%3] %4\n    %5\n"_s.arg(severityName(finding.severity),
                                                        printable(finding.path.toUtf8()), finding.code, finding.message,
                                                        finding.hint));
        if (finding.accepted)
            console.print(
                Session::tr("    accepted, %1: %2\n").arg(finding.accepted->source, finding.accepted->reason));
    }
    console.print(Session::tr("%1: %2, %3 entries, sha256 %4\n")
                      .arg(inspection.passes() ? u"pass"_s : u"fail"_s, formatBytes(contents.bytes))
                      .arg(contents.entries.size())
                      .arg(QString::fromLatin1(contents.sha256)));
}

} // namespace

QFuture<int> runInspect(const Invocation &invocation, Session &session, const Console &console)
{
    const auto choice = chooseRules(invocation, invocation.targets.value(0));
    if (!choice)
        return exitWith(console.fail(choice.error()));
    const QString path = invocation.archive;
    // Nothing else runs in this process: no thread is needed.
    const auto inspection = inspectArchive(path, choice->rules);
    if (!inspection)
        return exitWith(console.fail(inspection.error()));
    return readOther(invocation, session, choice->triple, choice->rules.limits, console)
        .then(&session, [=](const Result<std::optional<OtherArchive>> &other) {
            if (!other)
                return console.fail(other.error());
            QJsonObject document = inspectionToJson(*inspection, path, choice->triple);
            printInspection(*inspection, console);
            if (*other)
                document.insert(u"against"_s, reportComparison(**other, *inspection, console));
            console.print(document);
            return inspection->passes() ? 0 : 1;
        });
}

} // namespace unmoor
