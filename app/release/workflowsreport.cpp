// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/workflowsreport.h"

#include "app/changelog/changelog.h"
#include "app/core/plainfile.h"
#include "app/core/words.h"
#include "app/project/projectfiles.h"
#include "app/project/tagtemplate.h"
#include "app/release/notesbody.h"

#include <QDir>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostWorkflows = 100;
constexpr qint64 largestWorkflow = 1 << 20; // bytes

QString tagFor(const std::optional<ReleaseManifest> &manifest, const QString &version)
{
    if (version.isEmpty())
        return {};
    return manifest ? TagTemplate(*manifest).tagOf(version) : u'v' + version;
}

/// How a pre-release of \a version would be tagged; empty where the scheme has none.
QString preReleaseTagFor(const std::optional<ReleaseManifest> &manifest, const QString &version)
{
    const VersionScheme scheme = manifest ? manifest->scheme : VersionScheme::SemVer;
    const QString base = version.isEmpty() ? u"1.2.3"_s : version.section(u'-', 0, 0).section(u'+', 0, 0);
    switch (scheme) {
    case VersionScheme::SemVer:
    case VersionScheme::Dotted:
        return tagFor(manifest, base + u"-rc.1"_s);
    case VersionScheme::Pep440:
        return tagFor(manifest, base + u"rc1"_s);
    default:
        return {};
    }
}

void takeChangelog(WorkflowContext &context, const QString &directory, const std::optional<ReleaseManifest> &manifest)
{
    const QString name = manifest ? manifest->changelog : u"CHANGELOG.md"_s;
    const auto changelog =
        readChangelog(QDir(directory).filePath(name), manifest ? readingOf(*manifest) : ChangelogReading());
    if (!changelog)
        return;
    context.changelogName = name.section(u'/', -1);
    context.changelog = changelog->bytes();
    const bool hasOwn = !context.version.isEmpty() && !changelog->sectionsFor(context.version).isEmpty();
    const auto releases = changelog->releases();
    context.sectionVersion = hasOwn ? context.version : releases.isEmpty() ? QString() : releases.constFirst()->version;
    context.sectionTag = tagFor(manifest, context.sectionVersion);
}

QString rootAround(const QString &directory)
{
    const QString top = gitRoot(directory);
    return top.isEmpty() ? directory : top;
}

/// Sorted, and no more than anybody has.
QStringList workflowFiles(const QString &root)
{
    QStringList files =
        projectFiles(root, u".github/workflows/*.yml"_s) + projectFiles(root, u".github/workflows/*.yaml"_s);
    files.sort();
    return files.first(std::min(files.size(), mostWorkflows));
}

WorkflowReading readingOfFile(const QString &root, const QString &path, const WorkflowContext &context)
{
    const auto text = readProjectFile(root, path, largestWorkflow);
    if (text)
        return checkWorkflow(path, *text, context);
    const Finding unread{Severity::Error, u"workflow-invalid"_s, path, text.error().message,
                         Words::tr("A workflow is a file of at most %1 KiB.").arg(largestWorkflow >> 10)};
    return {.path = path, .name = {}, .findings = {{unread, 0, 0}}};
}

} // namespace

int WorkflowsReport::count(Severity severity) const
{
    int count = 0;
    for (const WorkflowReading &workflow : workflows)
        count += int(std::ranges::count_if(workflow.findings, [severity](const WorkflowFinding &finding) {
            return finding.finding.severity == severity;
        }));
    return count;
}

WorkflowsReport checkWorkflows(const QString &directory, const std::optional<ReleaseManifest> &manifest,
                               const QString &version)
{
    WorkflowContext context{.projectName = manifest ? manifest->name : QString(),
                            .version = version,
                            .tag = tagFor(manifest, version),
                            .preReleaseTag = preReleaseTagFor(manifest, version),
                            .changelogName = {},
                            .changelog = {},
                            .sectionVersion = {},
                            .sectionTag = {}};
    takeChangelog(context, directory, manifest);
    const QString root = rootAround(directory);
    WorkflowsReport report{version, context.tag, context.sectionTag, {}};
    for (const QString &file : workflowFiles(root))
        report.workflows.append(readingOfFile(root, file, context));
    return report;
}

QList<WorkflowFile> workflowFilesOf(const QString &directory)
{
    const QString root = rootAround(directory);
    QList<WorkflowFile> files;
    for (const QString &path : workflowFiles(root))
        if (const auto text = readProjectFile(root, path, largestWorkflow))
            files.append({path, *text});
    return files;
}

QStringList workflowsForTag(const QString &directory, const QString &tag)
{
    const QString root = rootAround(directory);
    QStringList started;
    for (const QString &file : workflowFiles(root)) {
        const auto text = readProjectFile(root, file, largestWorkflow);
        const auto document = text ? readYaml(*text) : std::unexpected(YamlProblem());
        QList<WorkflowMistake> mistakes;
        if (document && readWorkflow(file, **document, mistakes).runsForTag(tag) && mistakes.isEmpty())
            started += file;
    }
    return started;
}

QJsonObject workflowsToJson(const WorkflowsReport &report)
{
    QJsonArray files;
    QJsonArray findings;
    for (const WorkflowReading &workflow : report.workflows) {
        files.append(QJsonObject{{u"path"_s, workflow.path},
                                 {u"name"_s, workflow.name},
                                 {u"releases"_s, workflow.releases},
                                 {u"findings"_s, workflow.findings.size()}});
        for (const WorkflowFinding &found : workflow.findings) {
            QJsonObject finding = toJson(found.finding);
            if (found.line > 0)
                finding.insert(u"line"_s, found.line);
            if (found.column > 0)
                finding.insert(u"column"_s, found.column);
            findings.append(finding);
        }
    }
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"schema"_s, 1},
            {u"version"_s, orNull(report.version)},
            {u"tag"_s, orNull(report.tag)},
            {u"notes_tag"_s, orNull(report.notesTag)},
            {u"verdict"_s, report.passes() ? u"pass"_s : u"fail"_s},
            {u"files"_s, files},
            {u"findings"_s, findings},
            {u"counts"_s,
             QJsonObject{{u"files"_s, files.size()},
                         {u"errors"_s, report.count(Severity::Error)},
                         {u"warnings"_s, report.count(Severity::Warning)},
                         {u"infos"_s, report.count(Severity::Info)}}}};
}

} // namespace unmoor
