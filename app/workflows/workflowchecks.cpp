// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowchecks.h"

#include "app/core/words.h"
#include "app/workflows/findings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

bool CheckedWorkflow::releases() const
{
    return std::ranges::any_of(jobs, &JobFacts::releases);
}

bool CheckedWorkflow::isForTags() const
{
    if (workflow.trigger("release"_L1))
        return true;
    const QStringList tags{context.tag, context.sectionTag, context.preReleaseTag, u"v1.2.3"_s, u"1.2.3"_s};
    return std::ranges::any_of(tags, [this](const QString &tag) { return !tag.isEmpty() && workflow.runsForTag(tag); });
}

WorkflowReading checkWorkflow(const QString &path, const QByteArray &text, const WorkflowContext &context)
{
    WorkflowReading reading{.path = path, .name = {}, .findings = {}};
    const auto refuse = [&](const QString &why, int line, int column) {
        reading.findings.append({Finding{Severity::Error, u"workflow-invalid"_s, path,
                                         Words::tr("GitHub cannot use this file: %1").arg(why),
                                         Words::tr("Mend it; until then it starts no run.")},
                                 line, column});
    };
    const auto document = readYaml(text);
    if (!document) {
        refuse(document.error().message, document.error().line, document.error().column);
        return reading;
    }
    QList<WorkflowMistake> mistakes;
    const Workflow workflow = readWorkflow(path, **document, mistakes);
    for (const WorkflowMistake &mistake : std::as_const(mistakes))
        refuse(mistake.message, mistake.line, 0);
    CheckedWorkflow checked{workflow, context, {}, {}};
    for (const WorkflowJob &job : workflow.jobs)
        checked.jobs.append(factsOf(workflow, job));
    for (const auto check : {checkOrder, checkArtifacts, checkRights, checkSystems, checkVersions, checkNotes})
        check(checked);
    reading.name = workflow.name;
    reading.releases = checked.releases();
    reading.findings += checked.findings;
    std::ranges::stable_sort(reading.findings, {}, &WorkflowFinding::line);
    return reading;
}

} // namespace unmoor
