// SPDX-License-Identifier: GPL-3.0-or-later
// unmoor workflows: what in .github/workflows would break a release. Needs no network, and Nix only where the version
// comes out of the flake.
#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"
#include "app/release/workflowsreport.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

void printReport(const WorkflowsReport &report, const Console &console)
{
    for (const WorkflowReading &workflow : report.workflows) {
        for (const WorkflowFinding &found : workflow.findings) {
            const QString place = found.line > 0 ? u"%1:%2"_s.arg(workflow.path).arg(found.line) : workflow.path;
            console.print(u"%1: %2 [%3] %4\n    %5\n"_s.arg(spokenWord(severityName(found.finding.severity)), place,
                                                            found.finding.code, found.finding.message,
                                                            found.finding.hint));
        }
    }
    if (report.workflows.isEmpty())
        console.print(Words::tr("There are no workflows in .github/workflows.\n"));
    else
        console.print(u"%1: %2, %3\n"_s.arg(
            counted(report.workflows.size(), Words::tr("1 workflow"), Words::tr("%1 workflows")),
            counted(report.count(Severity::Error), Words::tr("1 error"), Words::tr("%1 errors")),
            counted(report.count(Severity::Warning), Words::tr("1 warning"), Words::tr("%1 warnings"))));
}

int reportWorkflows(const QString &directory, const std::optional<ReleaseManifest> &manifest, const QString &version,
                    const Console &console)
{
    const WorkflowsReport report = checkWorkflows(directory, manifest, version);
    console.print(workflowsToJson(report));
    printReport(report, console);
    return report.passes() ? 0 : 1;
}

QFuture<int> runWorkflows(const Invocation &invocation, Session &session, const Console &console)
{
    const QString directory = QDir(invocation.project).absolutePath();
    if (!QFileInfo(directory).isDir())
        return exitWith(console.fail({Error::Kind::NotFound, Words::tr("There is no folder %1.").arg(directory)}));
    const auto manifest = readManifest(directory);
    if (!manifest && manifest.error().kind != Error::Kind::NotFound)
        return exitWith(console.fail(manifest.error()));
    if (!manifest || !invocation.version.isEmpty())
        return exitWith(reportWorkflows(directory, manifest ? std::optional(*manifest) : std::nullopt,
                                        invocation.version, console));
    const FlakeSource flake = flakeInFolder(directory, flakePlaceOf(*manifest));
    return resolveVersion(*manifest, flake, session.trustIn(invocation.project), console.stop())
        .then(&session, [directory, manifest = *manifest, console](const Result<QString> &version) {
            if (!version)
                console.log(Words::tr("The version is not known, so nothing is compared with it: %1")
                                .arg(version.error().message));
            return reportWorkflows(directory, manifest, version.value_or(QString()), console);
        });
}

Result<void> takeWorkflows(Invocation &invocation, const QCommandLineParser &given, const QStringList &)
{
    invocation.version = given.value(u"version"_s);
    return {};
}

} // namespace

CliCommand workflowsCommand()
{
    return {.id = Invocation::Command::Workflows,
            .name = u"workflows"_s,
            .usage = u"[--version V]"_s,
            .summary = Words::tr("check the workflow files of GitHub Actions for what breaks a release"),
            .options = {{u"version"_s, Words::tr("The version whose section is meant."), u"V"_s}},
            .take = takeWorkflows,
            .run = runWorkflows};
}

} // namespace unmoor
