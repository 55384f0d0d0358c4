// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/jobfacts.h"

#include "app/core/glob.h"
#include "app/workflows/expression.h"
#include "app/workflows/tagrun.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Whether \a text is the token of the workflow itself, not one that a person made.
bool isOwnToken(const QString &text)
{
    return text.contains("github.token"_L1) || text.contains("secrets.GITHUB_TOKEN"_L1);
}

QString environmentOf(const Workflow &workflow, const WorkflowJob &job, const WorkflowStep &step, const QString &name)
{
    for (const auto *env : {&step.env, &job.env, &workflow.env})
        if (env->contains(name))
            return env->value(name).text;
    return {};
}

/// Whether a condition tells stable releases from others, as far as its words say.
bool tellsStable(const QString &condition)
{
    static const QRegularExpression words(u"pre|alpha|beta|\\brc|-rc|stable|latest|'-'|\"-\"|\\*-|-\\*|draft"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return condition.contains(words);
}

class FactsReader
{
public:
    FactsReader(const Workflow &workflow, const WorkflowJob &job)
        : m_workflow(workflow)
        , m_job(job)
    {
        m_facts.job = &job;
    }

    JobFacts read()
    {
        for (const WorkflowStep &step : m_job.steps) {
            if (step.uses.isEmpty())
                readRun(step);
            else
                readAction(step);
        }
        m_facts.isLatestGuarded = m_facts.isLatestGuarded || tellsStable(m_job.condition);
        return m_facts;
    }

private:
    void readAction(const WorkflowStep &step)
    {
        static constexpr std::array releasing{"softprops/action-gh-release"_L1, "ncipollo/release-action"_L1,
                                              "actions/create-release"_L1, "svenstaro/upload-release-action"_L1,
                                              "actions/upload-release-asset"_L1};
        if (step.isAction("actions/upload-artifact"_L1)) {
            const WorkflowText name =
                step.with.contains(u"name"_s) ? step.input(u"name"_s) : WorkflowText{u"artifact"_s, step.line, false};
            m_facts.uploads.append({&step, name, step.input(u"overwrite"_s).text == "true"_L1});
        } else if (step.isAction("actions/download-artifact"_L1)) {
            if (step.input(u"run-id"_s).isEmpty())
                m_facts.downloads.append({step.input(u"name"_s).text, step.input(u"pattern"_s).text});
        } else if (std::ranges::any_of(releasing, [&step](QLatin1StringView name) { return step.isAction(name); })) {
            readRelease(step);
        } else if (step.isAction("docker/build-push-action"_L1)) {
            const QString push = step.input(u"push"_s).text;
            if (!push.isEmpty() && push != "false"_L1)
                notePush(step.line, step.condition);
            noteLatestTags(step, step.input(u"tags"_s));
        } else if (step.isAction("docker/login-action"_L1)) {
            m_facts.pushesByToken = m_facts.pushesByToken || isOwnToken(step.input(u"password"_s).text);
        } else if (step.isAction("docker/metadata-action"_L1)) {
            readImageNames(step);
        }
    }

    void readRelease(const WorkflowStep &step)
    {
        m_facts.releaseLine = m_facts.releaseLine > 0 ? m_facts.releaseLine : step.line;
        QString token;
        for (const QString &input : {u"token"_s, u"repo_token"_s, u"github_token"_s})
            if (step.with.contains(input))
                token = step.input(input).text;
        if (token.isEmpty())
            token = environmentOf(m_workflow, m_job, step, u"GITHUB_TOKEN"_s);
        m_facts.releasesByToken = m_facts.releasesByToken || token.isEmpty() || isOwnToken(token);
        for (const QString &input : {u"make_latest"_s, u"makeLatest"_s})
            if (const WorkflowText text = step.input(input); text.text == "true"_L1)
                noteLatest(m_facts.latestReleaseLine, text.line, step.condition);
    }

    void notePush(int line, const QString &condition)
    {
        // What runs for branches or pull requests alone publishes no release's image.
        if (m_facts.imageLine == 0 && !condition.contains("pull_request"_L1))
            m_facts.imageLine = line;
    }

    void noteLatest(int &where, int line, const QString &condition, bool isBranch = false)
    {
        if (where == 0)
            where = line;
        m_facts.isLatestGuarded = m_facts.isLatestGuarded || isBranch || tellsStable(condition);
    }

    void noteLatestTags(const WorkflowStep &step, const WorkflowText &tags)
    {
        int index = 0;
        for (const QString &line : tags.text.split(u'\n')) {
            for (const QString &tag : line.split(u','))
                if (tag.trimmed().endsWith(":latest"_L1))
                    noteLatest(m_facts.latestLine, tags.lineAt(index), step.condition);
            ++index;
        }
    }

    void readImageNames(const WorkflowStep &step)
    {
        const WorkflowText tags = step.input(u"tags"_s);
        int index = 0;
        for (const QString &line : tags.text.split(u'\n')) {
            const bool isLatest = line.contains("type=raw"_L1) && line.contains("value=latest"_L1);
            if (isLatest)
                noteLatest(m_facts.latestLine, tags.lineAt(index), step.condition, line.contains("enable="_L1));
            ++index;
        }
        const WorkflowText flavor = step.input(u"flavor"_s);
        index = 0;
        for (const QString &line : flavor.text.split(u'\n')) {
            if (line.simplified().remove(u' ') == "latest=true"_L1)
                noteLatest(m_facts.latestLine, flavor.lineAt(index), step.condition);
            ++index;
        }
    }

    void readRun(const WorkflowStep &step)
    {
        static const QRegularExpression release(u"\\b(gh|hub)\\s+release\\s+(create|upload|edit)\\b"_s);
        static const QRegularExpression push(
            u"\\b(docker|podman|buildah)\\s+(image\\s+|manifest\\s+)?push\\b|\\bskopeo\\s+copy\\b.*\\sdocker:[^ "
            u"]*\\s*$|"
            "\\bdocker\\s+buildx\\b.*\\s--push\\b|\\bcrane\\s+(push|copy|append|tag)\\b"_s);
        static const QRegularExpression latest(
            u"\\b(docker|podman|buildah|skopeo|crane)\\b.*(:latest\\b|\\btag\\s.*\\slatest\\b)"_s);
        static const QRegularExpression branch(u"^\\s*(if|case|while)\\b|^\\s*\\[|&&|\\|\\|"_s);
        bool isBranch = false;
        for (const ScriptLine &line : scriptLines(step)) {
            isBranch = isBranch || line.text.contains(branch);
            if (line.text.contains(release)) {
                m_facts.releaseLine = m_facts.releaseLine > 0 ? m_facts.releaseLine : line.line;
                QString token = environmentOf(m_workflow, m_job, step, u"GH_TOKEN"_s);
                if (token.isEmpty())
                    token = environmentOf(m_workflow, m_job, step, u"GITHUB_TOKEN"_s);
                m_facts.releasesByToken = m_facts.releasesByToken || isOwnToken(token);
                if (line.text.contains(QRegularExpression(u"\\s--latest(\\s|$|=true)"_s)))
                    noteLatest(m_facts.latestReleaseLine, line.line, step.condition, isBranch);
            }
            if (line.text.contains(push))
                notePush(line.line, step.condition);
            if (line.text.contains(latest))
                noteLatest(m_facts.latestLine, line.line, step.condition, isBranch);
        }
    }

    const Workflow &m_workflow;
    const WorkflowJob &m_job;
    JobFacts m_facts;
};

} // namespace

JobFacts factsOf(const Workflow &workflow, const WorkflowJob &job)
{
    return FactsReader(workflow, job).read();
}

bool takes(const ArtifactDownload &download, const ArtifactUpload &upload)
{
    if (download.name.isEmpty() && download.pattern.isEmpty())
        return true;
    const auto shape = [](const QString &text) {
        return expandExpressions(text, [](const QString &) { return std::optional<QString>(); });
    };
    // An expression may be any part of a name.
    const auto glob = [&shape](const QString &text) { return Glob(shape(text).replace(unknownPart, u'*')); };
    const QString kept = shape(upload.name.text);
    if (!download.name.isEmpty())
        return glob(download.name).matches(kept) || glob(upload.name.text).matches(shape(download.name));
    return glob(download.pattern).matches(QString(kept).replace(unknownPart, u'x'));
}

} // namespace unmoor
