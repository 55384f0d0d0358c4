// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflow.h"

#include "app/core/words.h"
#include "app/workflows/matrix.h"
#include "app/workflows/reffilter.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

WorkflowText textOfValue(const YamlValue *value)
{
    if (!value || !value->isScalar())
        return {};
    // Below "|" the text begins in the next line.
    return {value->isNull() ? QString() : value->text, value->isLiteral ? value->line + 1 : value->line,
            value->isLiteral};
}

QMap<QString, WorkflowText> textsOfMapping(const YamlValue *mapping)
{
    QMap<QString, WorkflowText> texts;
    if (mapping)
        for (const YamlValue::Entry &entry : mapping->entries)
            if (entry.value->isScalar())
                texts.insert(entry.key, textOfValue(entry.value.get()));
    return texts;
}

/// A scalar, or the scalars of a sequence.
QStringList listOf(const YamlValue *value)
{
    QStringList list;
    if (!value)
        return list;
    if (value->isScalar() && !value->isNull())
        list.append(value->text);
    for (const YamlPtr &item : value->items)
        if (item->isScalar())
            list.append(item->text);
    return list;
}

WorkflowPermissions permissionsOf(const YamlValue &owner)
{
    WorkflowPermissions permissions;
    const YamlValue::Entry *entry = owner.entry(u"permissions");
    if (!entry)
        return permissions;
    permissions.isGiven = true;
    permissions.line = entry->line;
    permissions.all = owner.textAt(u"permissions");
    for (const auto &[scope, right] : textsOfMapping(entry->value.get()).asKeyValueRange())
        permissions.scopes.insert(scope, right.text);
    return permissions;
}

WorkflowTrigger triggerOf(const QString &event, const YamlValue *settings)
{
    WorkflowTrigger trigger{.event = event, .tags = {}, .tagsIgnore = {}, .types = {}};
    if (!settings || !settings->isMapping())
        return trigger;
    if (settings->find(u"tags"))
        trigger.tags = listOf(settings->find(u"tags"));
    if (settings->find(u"tags-ignore"))
        trigger.tagsIgnore = listOf(settings->find(u"tags-ignore"));
    trigger.hasBranches = settings->find(u"branches") || settings->find(u"branches-ignore");
    trigger.types = listOf(settings->find(u"types"));
    return trigger;
}

void readTriggers(Workflow &workflow, const YamlValue &document, QList<WorkflowMistake> &mistakes)
{
    const YamlValue::Entry *on = document.entry(u"on");
    if (!on) {
        mistakes.append({Words::tr("There is no \"on\", which says when the workflow runs."), document.line});
        return;
    }
    workflow.triggersLine = on->line;
    for (const QString &event : listOf(on->value.get()))
        workflow.triggers.append(triggerOf(event, nullptr));
    for (const YamlValue::Entry &entry : on->value->entries)
        workflow.triggers.append(triggerOf(entry.key, entry.value.get()));
}

WorkflowStep stepOf(const YamlValue &value)
{
    WorkflowStep step{.id = value.textAt(u"id"),
                      .name = value.textAt(u"name"),
                      .uses = value.textAt(u"uses"),
                      .line = value.line,
                      .run = textOfValue(value.find(u"run")),
                      .shell = value.textAt(u"shell"),
                      .condition = value.textAt(u"if"),
                      .with = textsOfMapping(value.find(u"with")),
                      .env = textsOfMapping(value.find(u"env"))};
    if (const YamlValue::Entry *uses = value.entry(u"uses"))
        step.usesLine = uses->line;
    return step;
}

void readSteps(WorkflowJob &job, const YamlValue &value, QList<WorkflowMistake> &mistakes)
{
    const YamlValue::Entry *steps = value.entry(u"steps");
    if (!steps) {
        if (job.uses.isEmpty())
            mistakes.append({Words::tr("The job \"%1\" has no steps.").arg(job.id), job.line});
        return;
    }
    for (const YamlPtr &item : steps->value->items) {
        if (!item->isMapping()) {
            mistakes.append({Words::tr("A step is no mapping."), item->line});
            continue;
        }
        const WorkflowStep step = stepOf(*item);
        if (step.uses.isEmpty() == step.run.isEmpty() && item->find(u"uses") == item->find(u"run"))
            mistakes.append({Words::tr("A step needs \"uses\" or \"run\"."), item->line});
        job.steps.append(step);
    }
}

WorkflowText runnerOf(const YamlValue &job)
{
    const YamlValue *runner = job.find(u"runs-on");
    if (runner && runner->isMapping())
        runner = runner->find(u"labels");
    WorkflowText text = textOfValue(runner);
    if (runner && runner->isSequence())
        text = {listOf(runner).join(u' '), runner->line, false};
    return text;
}

WorkflowJob jobOf(const YamlValue::Entry &entry, QList<WorkflowMistake> &mistakes)
{
    const YamlValue &value = *entry.value;
    WorkflowJob job{.id = entry.key,
                    .name = value.textAt(u"name"),
                    .line = entry.line,
                    .needs = listOf(value.find(u"needs")),
                    .needsLine = entry.line,
                    .condition = value.textAt(u"if"),
                    .runsOn = runnerOf(value),
                    .uses = value.textAt(u"uses"),
                    .rows = matrixRows(value.find(u"strategy")),
                    .permissions = permissionsOf(value),
                    .hasConcurrency = value.find(u"concurrency") != nullptr,
                    .environment = {},
                    .env = textsOfMapping(value.find(u"env")),
                    .outputs = textsOfMapping(value.find(u"outputs")),
                    .steps = {}};
    if (const YamlValue::Entry *needs = value.entry(u"needs"))
        job.needsLine = needs->line;
    const YamlValue *strategy = value.find(u"strategy");
    const YamlValue *matrix = strategy ? strategy->find(u"matrix") : nullptr;
    job.hasMatrix = matrix;
    if (matrix)
        for (const YamlValue::Entry &axis : matrix->entries)
            if (axis.key != "include"_L1 && axis.key != "exclude"_L1)
                job.matrixKeys += axis.key;
    const YamlValue *environment = value.find(u"environment");
    job.environment =
        environment && environment->isMapping() ? environment->textAt(u"name") : value.textAt(u"environment");
    readSteps(job, value, mistakes);
    return job;
}

void checkNeeds(const Workflow &workflow, QList<WorkflowMistake> &mistakes)
{
    for (const WorkflowJob &job : workflow.jobs) {
        for (const QString &need : job.needs)
            if (!workflow.job(need))
                mistakes.append(
                    {Words::tr("The job \"%1\" needs \"%2\", which is no job of this file.").arg(job.id, need),
                     job.needsLine});
        if (workflow.before(job).contains(job.id))
            mistakes.append({Words::tr("The job \"%1\" waits for itself.").arg(job.id), job.needsLine});
    }
}

} // namespace

const WorkflowJob *Workflow::job(const QString &id) const
{
    const auto found = std::ranges::find(jobs, id, &WorkflowJob::id);
    return found == jobs.end() ? nullptr : &*found;
}

const WorkflowTrigger *Workflow::trigger(QLatin1StringView event) const
{
    const auto found = std::ranges::find(triggers, event, &WorkflowTrigger::event);
    return found == triggers.end() ? nullptr : &*found;
}

bool Workflow::runsForTag(const QString &tag) const
{
    const WorkflowTrigger *push = trigger("push"_L1);
    if (!push)
        return false;
    if (push->tags)
        return matchesRefFilter(tag, *push->tags);
    if (push->tagsIgnore)
        return !matchesRefFilter(tag, *push->tagsIgnore);
    return !push->hasBranches; // a filter of branches alone keeps tags out
}

QStringList Workflow::before(const WorkflowJob &last) const
{
    QSet<QString> seen;
    QStringList found;
    QStringList waiting = last.needs;
    while (!waiting.isEmpty()) {
        const QString id = waiting.takeFirst();
        const WorkflowJob *needed = job(id);
        if (!needed || seen.contains(id))
            continue;
        seen.insert(id);
        found.append(id);
        waiting += needed->needs;
    }
    return found;
}

Workflow readWorkflow(const QString &path, const YamlValue &document, QList<WorkflowMistake> &mistakes)
{
    Workflow workflow{.path = path, .name = {}, .triggers = {}, .permissions = {}, .env = {}, .jobs = {}};
    if (!document.isMapping()) {
        mistakes.append({Words::tr("The file is no mapping."), document.line});
        return workflow;
    }
    workflow.name = document.textAt(u"name");
    workflow.permissions = permissionsOf(document);
    workflow.hasConcurrency = document.find(u"concurrency") != nullptr;
    workflow.env = textsOfMapping(document.find(u"env"));
    readTriggers(workflow, document, mistakes);
    const YamlValue *jobs = document.find(u"jobs");
    if (!jobs || !jobs->isMapping()) {
        mistakes.append({Words::tr("There are no jobs."), document.line});
        return workflow;
    }
    for (const YamlValue::Entry &entry : jobs->entries) {
        if (entry.value->isMapping())
            workflow.jobs.append(jobOf(entry, mistakes));
        else
            mistakes.append({Words::tr("The job \"%1\" is no mapping.").arg(entry.key), entry.line});
    }
    checkNeeds(workflow, mistakes);
    return workflow;
}

} // namespace unmoor
