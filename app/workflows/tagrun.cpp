// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/tagrun.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

class TagRun
{
public:
    TagRun(const Workflow &workflow, const QString &tag)
        : m_workflow(workflow)
        , m_tag(tag)
    {
    }

    QList<TagScript> read()
    {
        // Each after those that it needs; a circle, which GitHub refuses, ends in no progress.
        QList<const WorkflowJob *> waiting;
        for (const WorkflowJob &job : m_workflow.jobs)
            waiting.append(&job);
        qsizetype before = waiting.size() + 1;
        while (!waiting.isEmpty() && waiting.size() < before) {
            before = waiting.size();
            for (const WorkflowJob *job : QList(waiting)) {
                if (std::ranges::any_of(job->needs, [&](const QString &need) {
                        return std::ranges::any_of(waiting,
                                                   [&](const WorkflowJob *other) { return other->id == need; });
                    }))
                    continue;
                waiting.removeOne(job);
                readJob(*job);
            }
        }
        return m_scripts;
    }

private:
    std::optional<QString> value(const QString &name) const
    {
        if (name == "github.ref_name"_L1 || name == "github.event.release.tag_name"_L1)
            return m_tag;
        if (name == "github.ref"_L1)
            return u"refs/tags/"_s + m_tag;
        if (name == "github.ref_type"_L1)
            return u"tag"_s;
        const auto known = m_values.constFind(name);
        return known == m_values.constEnd() || isUnknownText(*known) ? std::nullopt : std::optional(*known);
    }

    ExpressionLookup lookup() const
    {
        return [this](const QString &name) { return value(name); };
    }

    void enter(const QMap<QString, WorkflowText> &env)
    {
        for (const auto &[name, text] : env.asKeyValueRange()) {
            const QString expanded = expandExpressions(text.text, lookup());
            m_variables.insert(name, expanded);
            m_values.insert(u"env."_s + name, expanded);
        }
    }

    void readJob(const WorkflowJob &job)
    {
        m_variables = {{u"GITHUB_REF_NAME"_s, m_tag},
                       {u"GITHUB_REF"_s, u"refs/tags/"_s + m_tag},
                       {u"GITHUB_REF_TYPE"_s, u"tag"_s}};
        m_values.removeIf(
            [](const auto &entry) { return entry.key().startsWith("steps."_L1) || entry.key().startsWith("env."_L1); });
        enter(m_workflow.env);
        enter(job.env);
        for (const WorkflowStep &step : job.steps)
            if (!step.run.isEmpty()
                && (step.shell.isEmpty() || step.shell.startsWith("bash"_L1) || step.shell == "sh"_L1))
                readStep(job, step);
        for (const auto &[name, text] : job.outputs.asKeyValueRange())
            m_values.insert(u"needs.%1.outputs.%2"_s.arg(job.id, name), expandExpressions(text.text, lookup()));
    }

    void readStep(const WorkflowJob &job, const WorkflowStep &step)
    {
        const QHash<QString, QString> outside = m_variables;
        enter(step.env);
        const ScriptReading reading = readRunScript(expandExpressions(step.run.text, lookup()), m_variables);
        m_variables = outside;
        for (const auto &[name, text] : step.env.asKeyValueRange())
            m_values.remove(u"env."_s + name);
        for (const auto &[name, text] : reading.outputs.asKeyValueRange())
            if (!step.id.isEmpty())
                m_values.insert(u"steps.%1.outputs.%2"_s.arg(step.id, name), text);
        for (const auto &[name, text] : reading.exports.asKeyValueRange()) {
            m_variables.insert(name, text);
            m_values.insert(u"env."_s + name, text);
        }
        m_scripts.append({&job, &step, reading});
    }

    const Workflow &m_workflow;
    QString m_tag;
    QHash<QString, QString> m_values; ///< by the name in expressions
    QHash<QString, QString> m_variables; ///< of the environment
    QList<TagScript> m_scripts;
};

} // namespace

QList<TagScript> readTagScripts(const Workflow &workflow, const QString &tag)
{
    return TagRun(workflow, tag).read();
}

ExpressionLookup rowLookup(const Workflow &workflow, const WorkflowJob &job, const MatrixRow &row,
                           const ExpressionLookup &others)
{
    return [&workflow, &job, row, others](const QString &name) -> std::optional<QString> {
        if (name.startsWith("matrix."_L1)) {
            const auto found = row.constFind(name.sliced(7));
            return found == row.constEnd() ? std::nullopt : std::optional(*found);
        }
        if (name.startsWith("env."_L1)) {
            const QString key = name.sliced(4);
            const WorkflowText text = job.env.contains(key) ? job.env.value(key) : workflow.env.value(key);
            if (!text.isEmpty() && !hasExpression(text.text))
                return text.text;
        }
        return others ? others(name) : std::nullopt;
    };
}

QList<ScriptLine> scriptLines(const WorkflowStep &step)
{
    QList<ScriptLine> lines;
    bool isJoined = false;
    int index = 0;
    for (const QStringView part : QStringView(step.run.text).split(u'\n')) {
        const int line = step.run.lineAt(index++);
        const QString text = part.trimmed().toString();
        const bool isContinued = text.endsWith(u'\\');
        const QString own = isContinued ? text.chopped(1) : text;
        if (isJoined)
            lines.last().text += u' ' + own;
        else if (!text.startsWith(u'#'))
            lines.append({own, line, part.startsWith(u' ') || part.startsWith(u'\t')});
        isJoined = isContinued && (isJoined || !text.startsWith(u'#'));
    }
    return lines;
}

} // namespace unmoor
