// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/artifactproposal.h"

#include "app/core/glob.h"
#include "app/workflows/jobfacts.h"
#include "app/workflows/tagrun.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestJobName = 90; // characters; GitHub cuts names at 100

/// Whether each run of \a workflow has a tag for its ref.
bool runsForTagsAlone(const Workflow &workflow)
{
    return !workflow.triggers.isEmpty() && std::ranges::all_of(workflow.triggers, [](const WorkflowTrigger &trigger) {
        return trigger.event == "release"_L1 || (trigger.event == "push"_L1 && trigger.tags && !trigger.hasBranches);
    });
}

/// A step that keeps files, in one job of the matrix.
struct KeptFiles
{
    const Workflow *workflow = nullptr;
    const WorkflowJob *job = nullptr;
    const WorkflowStep *step = nullptr;
    MatrixRow row;
    QString name; ///< of the artifact
    QStringList files; ///< last parts of the paths that it keeps; globs

    bool isCertain() const
    {
        return job->condition.isEmpty() && step->condition.isEmpty() && !isUnknownText(name)
            && Glob::isPlain(QString(name).remove(u"{tag}"_s));
    }
};

/// Whether \a text, without the ends of it, is in the values of \a row.
bool hasValue(const MatrixRow &row, const QString &text)
{
    return std::ranges::contains(row.values(), text);
}

/// The values of the matrix that GitHub writes behind the name of a job; nullopt: how it writes them is not known.
std::optional<QStringList> shownValues(const WorkflowJob &job, const MatrixRow &row)
{
    QStringList shown;
    for (const auto &[key, value] : row.asKeyValueRange()) {
        if (key.contains(u'.'))
            return {};
        if (job.matrixKeys.isEmpty() || job.matrixKeys.contains(key))
            shown += value;
    }
    return shown;
}

/// A part of "(…, …)" that no other job of the matrix has: the one of \a preferred that is such a part, else the first.
QString distinctValue(const WorkflowJob &job, const MatrixRow &row, const QStringList &preferred)
{
    const auto isDistinct = [&](const QString &value) {
        return Glob::isPlain(value) && std::ranges::none_of(*job.rows, [&](const MatrixRow &other) {
                   return other != row && shownValues(job, other).value_or(QStringList()).join(u", "_s).contains(value);
               });
    };
    const QStringList shown = shownValues(job, row).value_or(QStringList());
    for (const QString &value : preferred + shown)
        if (!value.isEmpty() && shown.contains(value) && isDistinct(value))
            return value;
    return {};
}

/// A glob for the name that GitHub gives the job; empty: not known.
QString jobNameOf(const KeptFiles &kept, const QStringList &preferred)
{
    const WorkflowJob &job = *kept.job;
    const QString given = expandExpressions(job.name, rowLookup(*kept.workflow, job, kept.row));
    if (isUnknownText(given) || !Glob::isPlain(given) || given.size() > longestJobName)
        return {};
    const bool namesItself = !job.name.isEmpty() && job.name.contains("matrix."_L1);
    const QString base = given.isEmpty() ? job.id : given;
    if (!job.hasMatrix || namesItself)
        return base;
    const auto shown = shownValues(job, kept.row);
    if (!shown || base.size() + shown->join(u", "_s).size() > longestJobName)
        return {};
    const QString value = distinctValue(job, kept.row, preferred);
    if (value.isEmpty())
        return {};
    return kept.row.size() == 1 ? u"%1 (%2)"_s.arg(base, value) : u"%1 (*%2*)"_s.arg(base, value);
}

/// What every job of \a workflow keeps.
QList<KeptFiles> keptIn(const Workflow &workflow)
{
    const bool hasTag = runsForTagsAlone(workflow);
    const ExpressionLookup tag = [hasTag](const QString &name) {
        return hasTag && name == "github.ref_name"_L1 ? std::optional(u"{tag}"_s) : std::nullopt;
    };
    QList<KeptFiles> all;
    for (const WorkflowJob &job : workflow.jobs) {
        if (!job.rows)
            continue;
        const JobFacts facts = factsOf(workflow, job);
        for (const ArtifactUpload &upload : facts.uploads)
            for (const MatrixRow &row : *job.rows) {
                const ExpressionLookup lookup = rowLookup(workflow, job, row, tag);
                KeptFiles kept{&workflow, &job, upload.step, row, expandExpressions(upload.name.text, lookup), {}};
                for (const QString &line : upload.step->input(u"path"_s).text.split(u'\n', Qt::SkipEmptyParts))
                    if (!line.trimmed().startsWith(u'!'))
                        kept.files += expandExpressions(line.trimmed(), lookup).section(u'/', -1);
                all.append(kept);
            }
    }
    return all;
}

/// Whether the archive of \a target is among the files of \a kept, as far as their names say.
bool keepsArchive(const KeptFiles &kept, const ArtifactTarget &target)
{
    // A file name as the target's may be, for those that have wildcards.
    QString sample = target.archive;
    sample.replace(u"{triple}"_s, target.triple).replace(u"{version}"_s, u"1.2.3"_s).replace(u"{tag}"_s, u"v1.2.3"_s);
    QString pattern = target.archive;
    pattern.replace(u"{triple}"_s, target.triple).replace(u"{version}"_s, u"*"_s).replace(u"{tag}"_s, u"*"_s);
    return std::ranges::any_of(kept.files, [&](const QString &file) {
        const QString glob = QString(file).replace(unknownPart, u'*').replace(u"{tag}"_s, u"*"_s);
        return Glob(glob).matches(sample) || (Glob::isPlain(file) && Glob(pattern).matches(file));
    });
}

/// Whether \a kept is of \a target and of no other.
bool isOf(const KeptFiles &kept, const ArtifactTarget &target, const QList<ArtifactTarget> &targets)
{
    const auto saysTriple = [&kept](const QString &triple) {
        return hasValue(kept.row, triple) || kept.name.contains(triple)
            || std::ranges::any_of(kept.files, [&triple](const QString &file) { return file.contains(triple); });
    };
    if (saysTriple(target.triple))
        return std::ranges::count_if(targets, [&](const ArtifactTarget &one) { return saysTriple(one.triple); }) == 1;
    const bool isOnlyOne = std::ranges::count(targets, target.system, &ArtifactTarget::system) == 1;
    return isOnlyOne && hasValue(kept.row, target.system)
        && std::ranges::none_of(targets, [&](const ArtifactTarget &one) { return saysTriple(one.triple); });
}

} // namespace

QMap<QString, ArtifactProposal> proposeArtifacts(const QList<WorkflowFile> &files, const QList<ArtifactTarget> &targets)
{
    QList<std::shared_ptr<Workflow>> workflows;
    QList<KeptFiles> kept;
    for (const WorkflowFile &file : files) {
        const auto document = readYaml(file.text);
        QList<WorkflowMistake> mistakes;
        if (!document)
            continue;
        workflows.append(std::make_shared<Workflow>(readWorkflow(file.path, **document, mistakes)));
        if (mistakes.isEmpty())
            kept += keptIn(*workflows.last());
    }
    QMap<QString, ArtifactProposal> proposals;
    for (const ArtifactTarget &target : targets) {
        QList<KeptFiles> own;
        for (const KeptFiles &one : std::as_const(kept))
            if (!target.archive.isEmpty() && isOf(one, target, targets) && keepsArchive(one, target))
                own.append(one);
        if (own.size() != 1 || !own.first().isCertain())
            continue;
        const KeptFiles &one = own.first();
        // Several jobs that keep files under one name: which of them it is, only the run knows.
        const auto shares = [&one](const KeptFiles &other) {
            return other.workflow == one.workflow && other.name == one.name;
        };
        if (std::ranges::count_if(kept, shares) > 1)
            continue;
        const QString job = jobNameOf(one, {target.triple, target.system});
        if (job.isEmpty())
            continue;
        const auto templated = [&target](QString text) { return text.replace(target.triple, u"{triple}"_s); };
        proposals.insert(
            target.triple,
            {.workflow = one.workflow->path.section(u'/', -1), .job = templated(job), .artifact = templated(one.name)});
    }
    return proposals;
}

} // namespace unmoor
