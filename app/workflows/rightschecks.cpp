// SPDX-License-Identifier: GPL-3.0-or-later
// What a workflow may do, and whose code it runs.
#include "app/core/words.h"
#include "app/workflows/findings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What \a facts needs the workflow's token for: "contents", "packages".
QStringList scopesFor(const JobFacts &facts)
{
    QStringList scopes;
    if (facts.releases() && facts.releasesByToken)
        scopes.append(u"contents"_s);
    if (facts.pushesImage() && facts.pushesByToken)
        scopes.append(u"packages"_s);
    return scopes;
}

QString purposeOf(const QString &scope)
{
    return scope == "contents"_L1 ? Words::tr("makes a release") : Words::tr("pushes an image");
}

void checkScope(CheckedWorkflow &checked, const JobFacts &facts, const QString &scope)
{
    const WorkflowPermissions &own = facts.job->permissions;
    const WorkflowPermissions &permissions = own.isGiven ? own : checked.workflow.permissions;
    if (permissions.mayWrite(scope))
        return;
    const QString hint = Words::tr("Add `permissions:` with `%1: write` to the job.").arg(scope);
    const int line = scope == "contents"_L1 ? facts.releaseLine : facts.imageLine;
    if (permissions.isGiven)
        checked.add(Severity::Error, u"permission-missing"_s, line,
                    Words::tr("The job \"%1\" %2, but `permissions` in line %3 does not let it.")
                        .arg(facts.job->id, purposeOf(scope))
                        .arg(permissions.line),
                    hint);
    else if (!checked.workflow.trigger("workflow_call"_L1))
        checked.add(
            Severity::Warning, u"permissions-not-said"_s, line,
            Words::tr("The job \"%1\" %2 and names no `permissions`: whether it may depends on the repository's "
                      "settings, which are read-only for new repositories.")
                .arg(facts.job->id, purposeOf(scope)),
            hint);
}

/// Nothing keeps two runs of one tag, or a run and its repetition, from making the release at once.
void checkConcurrency(CheckedWorkflow &checked)
{
    const auto release = std::ranges::find_if(checked.jobs, &JobFacts::releases);
    if (release == checked.jobs.end() || checked.workflow.hasConcurrency
        || checked.workflow.trigger("workflow_call"_L1))
        return;
    const bool isGuarded = std::ranges::all_of(
        checked.jobs, [](const JobFacts &facts) { return !facts.releases() || facts.job->hasConcurrency; });
    if (!isGuarded)
        checked.add(Severity::Info, u"no-concurrency"_s, checked.workflow.triggersLine,
                    Words::tr("Nothing keeps two runs of this workflow from making the release at the same time."),
                    Words::tr("Add `concurrency: ${{ github.workflow }}-${{ github.ref }}`."));
}

/// A branch moves: what runs tomorrow is not what was read today.
void checkBranches(CheckedWorkflow &checked)
{
    static const QStringList branches{u"main"_s, u"master"_s, u"trunk"_s, u"develop"_s, u"dev"_s, u"HEAD"_s};
    QStringList told;
    const auto check = [&](const QString &uses, int line) {
        if (!branches.contains(uses.section(u'@', 1)) || uses.startsWith(u'.') || uses.startsWith("docker:"_L1)
            || told.contains(uses))
            return;
        told.append(uses);
        checked.add(Severity::Warning, u"action-by-branch"_s, line,
                    Words::tr("%1 runs whatever the branch \"%2\" holds at that time.")
                        .arg(uses.section(u'@', 0, 0), uses.section(u'@', 1)),
                    Words::tr("Name a version or, better, a commit: %1@<40 digits>.").arg(uses.section(u'@', 0, 0)));
    };
    for (const WorkflowJob &job : checked.workflow.jobs) {
        check(job.uses, job.line);
        for (const WorkflowStep &step : job.steps)
            check(step.uses, step.usesLine);
    }
}

} // namespace

void checkRights(CheckedWorkflow &checked)
{
    for (const JobFacts &facts : QList(checked.jobs))
        for (const QString &scope : scopesFor(facts))
            checkScope(checked, facts, scope);
    checkConcurrency(checked);
    checkBranches(checked);
}

} // namespace unmoor
