// SPDX-License-Identifier: GPL-3.0-or-later
// A version that stands in a workflow is right for one release.
#include "app/core/words.h"
#include "app/workflows/findings.h"
#include "app/workflows/tagrun.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

class VersionChecks
{
public:
    explicit VersionChecks(CheckedWorkflow &checked)
        : m_checked(checked)
    {
        const WorkflowContext &context = checked.context;
        if (!context.projectName.isEmpty())
            m_named = QRegularExpression(u"(?<![\\w./-])%1[:_-]v?(\\d+\\.\\d+\\.\\d+)(?![\\w]|\\.\\d)"_s.arg(
                QRegularExpression::escape(context.projectName)));
        QStringList own;
        for (const QString &text : {context.version, context.tag})
            if (text.contains(u'.'))
                own.append(QRegularExpression::escape(text));
        if (!own.isEmpty())
            m_own = QRegularExpression(u"(?<![\\w.@/:-])(%1)(?![\\w-]|\\.\\w)"_s.arg(own.join(u'|')));
    }

    void check(const WorkflowJob &job)
    {
        for (const WorkflowStep &step : job.steps) {
            for (const ScriptLine &line : scriptLines(step)) {
                // An address, and what sets up a tool, has versions of other programs.
                if (!line.text.contains("://"_L1) && !setsUpTool(line.text))
                    checkText(line.text, line.line);
            }
            for (const WorkflowText &text : step.with)
                if (!step.action().contains("setup"_L1) && !step.action().contains("install"_L1))
                    checkNamed(text.text, text.line);
        }
    }

    /// `env: VERSION: 1.0.5`.
    void check(const QMap<QString, WorkflowText> &env)
    {
        static const QStringList names{u"VERSION"_s, u"TAG"_s, u"RELEASE_VERSION"_s, u"RELEASE_TAG"_s,
                                       u"APP_VERSION"_s};
        for (const auto &[name, text] : env.asKeyValueRange()) {
            const QString ofProject = m_checked.context.projectName.toUpper().replace(u'-', u'_') + u"_VERSION"_s;
            if ((names.contains(name) || name == ofProject) && !text.isEmpty()
                && (text.text == m_checked.context.version || text.text == m_checked.context.tag))
                tell(text.text, text.line);
        }
    }

private:
    static bool setsUpTool(const QString &line)
    {
        static const QRegularExpression tool(u"\\b(install|add|curl|wget|uses|pip|npm|cargo|brew|apt)\\b"_s);
        return line.contains(tool);
    }

    void checkText(const QString &text, int line)
    {
        if (checkNamed(text, line) || m_own.pattern().isEmpty())
            return;
        if (const auto match = m_own.match(text); match.hasMatch())
            tell(match.captured(1), line);
    }

    bool checkNamed(const QString &text, int line)
    {
        const auto match = m_named.pattern().isEmpty() ? QRegularExpressionMatch() : m_named.match(text);
        if (match.hasMatch())
            tell(match.captured(0), line);
        return match.hasMatch();
    }

    void tell(const QString &text, int line)
    {
        m_checked.add(Severity::Error, u"hard-coded-version"_s, line,
                      Words::tr("\"%1\" is written out: the next release would still say it.").arg(text),
                      Words::tr("Take it from the tag: ${{ github.ref_name }}."));
    }

    CheckedWorkflow &m_checked;
    QRegularExpression m_named; ///< the project's name with any version
    QRegularExpression m_own; ///< the release's own version
};

} // namespace

void checkVersions(CheckedWorkflow &checked)
{
    const bool publishes = std::ranges::any_of(
        checked.jobs, [](const JobFacts &facts) { return facts.releases() || facts.pushesImage(); });
    if (!publishes)
        return;
    VersionChecks versions(checked);
    versions.check(checked.workflow.env);
    for (const WorkflowJob &job : checked.workflow.jobs) {
        versions.check(job.env);
        for (const WorkflowStep &step : job.steps)
            versions.check(step.env);
        versions.check(job);
    }
}

} // namespace unmoor
