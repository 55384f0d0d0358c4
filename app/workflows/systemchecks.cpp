// SPDX-License-Identifier: GPL-3.0-or-later
// Nix is asked for a system that the runner is not: it fails, or waits for a builder that is not there.
#include "app/core/words.h"
#include "app/workflows/findings.h"
#include "app/workflows/tagrun.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Nix's name for what GitHub's own runner \a label is; empty: not known.
QString systemOfRunner(const QString &label)
{
    static const QRegularExpression linux(u"\\Aubuntu-(latest|slim|\\d\\d\\.\\d\\d)(-arm)?\\z"_s);
    static const QRegularExpression mac(u"\\Amacos-(latest|\\d\\d)(-intel|-large|-xlarge)?\\z"_s);
    if (const auto match = linux.match(label); match.hasMatch())
        return match.captured(2).isEmpty() ? u"x86_64-linux"_s : u"aarch64-linux"_s;
    const auto match = mac.match(label);
    if (!match.hasMatch())
        return {};
    const bool isOld = match.captured(1) != "latest"_L1 && match.captured(1).toInt() < 14;
    const bool isIntel = match.captured(2) == "-intel"_L1 || match.captured(2) == "-large"_L1
        || (isOld && match.captured(2) != "-xlarge"_L1);
    return isIntel ? u"x86_64-darwin"_s : u"aarch64-darwin"_s;
}

/// Whether a runner of \a system builds for \a wanted without help.
bool canBuild(const QString &system, const QString &wanted)
{
    return system == wanted || (system == "x86_64-linux"_L1 && wanted == "i686-linux"_L1)
        || (system == "aarch64-darwin"_L1 && wanted == "x86_64-darwin"_L1); // Rosetta
}

/// Emulation or other machines are set up somewhere in \a job.
bool hasHelp(const WorkflowJob &job)
{
    static const QRegularExpression help(
        u"qemu|binfmt|extra-platforms|extra_platforms|builders|nixbuild|remote-build|linux-builder|garnix"_s,
        QRegularExpression::CaseInsensitiveOption);
    return std::ranges::any_of(job.steps, [](const WorkflowStep &step) {
        return step.uses.contains(help) || step.run.text.contains(help)
            || std::ranges::any_of(step.with, [](const WorkflowText &text) { return text.text.contains(help); });
    });
}

/// The system that a line builds for.
QString systemInLine(const QString &line)
{
    static const QRegularExpression builds(u"\\bnix(\\s+(build|run|shell|develop|flake\\s+check)|-build)\\b"_s);
    static const QRegularExpression option(u"\\s--system[\\s=]+[\"']?([\\w-]+)"_s);
    static const QRegularExpression output(u"#[\"']?(?:packages|checks)\\.[\"']?([\\w]+-(?:linux|darwin))\\b"_s);
    if (!line.contains(builds) || line.contains("--no-build"_L1) || line.contains("--dry-run"_L1))
        return {};
    if (const auto match = option.match(line); match.hasMatch())
        return match.captured(1);
    return output.match(line).captured(1);
}

void checkLine(CheckedWorkflow &checked, const WorkflowJob &job, const ScriptLine &line)
{
    for (const MatrixRow &row : *job.rows) {
        const ExpressionLookup lookup = rowLookup(checked.workflow, job, row);
        const QString runner = expandExpressions(job.runsOn.text, lookup);
        const QString system = systemOfRunner(runner);
        const QString wanted = systemInLine(expandExpressions(line.text, lookup));
        if (system.isEmpty() || wanted.isEmpty() || canBuild(system, wanted))
            continue;
        checked.add(Severity::Error, u"foreign-system"_s, line.line,
                    Words::tr("The job \"%1\" runs on %2, which is %3, and asks Nix to build for %4.")
                        .arg(job.id, runner, system, wanted),
                    Words::tr("Run it on a runner of that system, or build a cross output of %1.").arg(system));
        return;
    }
}

} // namespace

void checkSystems(CheckedWorkflow &checked)
{
    for (const WorkflowJob &job : checked.workflow.jobs) {
        if (!job.rows || hasHelp(job))
            continue;
        for (const WorkflowStep &step : job.steps)
            if (step.condition.isEmpty()) // one with a condition may be for some rows alone
                for (const ScriptLine &line : scriptLines(step))
                    checkLine(checked, job, line);
    }
}

} // namespace unmoor
