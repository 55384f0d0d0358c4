// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/yamltree.h"

#include <QList>
#include <QMap>
#include <QStringList>
#include <optional>

namespace unmoor {

/// A text of a workflow file and where it stands.
struct WorkflowText
{
    QString text; ///< may hold expressions
    int line = 0; ///< 1-based, of its first line; 0: it is not there
    bool isLiteral = false; ///< its lines are lines of the file

    bool isEmpty() const { return text.isEmpty(); }
    int lineAt(int index) const { return isLiteral ? line + index : line; } ///< of its line \a index, from 0

    bool operator==(const WorkflowText &) const = default;
};

/// `permissions:` of a workflow or a job.
struct WorkflowPermissions
{
    bool isGiven = false;
    QString all; ///< "read-all", "write-all"; empty where scopes are listed
    QMap<QString, QString> scopes; ///< "contents" → "write"
    int line = 0;

    bool mayWrite(const QString &scope) const
    {
        return all == QLatin1StringView("write-all") || scopes.value(scope) == QLatin1StringView("write");
    }
    bool operator==(const WorkflowPermissions &) const = default;
};

struct WorkflowStep
{
    QString id;
    QString name;
    QString uses; ///< "actions/checkout@v4"; empty: it runs a script
    int line = 0;
    int usesLine = 0;
    WorkflowText run;
    QString shell;
    QString condition; ///< of `if`
    QMap<QString, WorkflowText> with;
    QMap<QString, WorkflowText> env;

    QString action() const { return uses.section(u'@', 0, 0); } ///< "actions/checkout"
    QString actionRef() const { return uses.contains(u'@') ? uses.section(u'@', 1) : QString(); }
    bool isAction(QLatin1StringView wanted) const { return action().compare(wanted, Qt::CaseInsensitive) == 0; }
    WorkflowText input(const QString &key) const { return with.value(key); }
};

/// One combination of a matrix: "target" → "x86_64-linux"; of a mapping "platform.os" → "ubuntu-24.04".
using MatrixRow = QMap<QString, QString>;

struct WorkflowJob
{
    QString id;
    QString name; ///< may hold expressions; empty: the id
    int line = 0;
    QStringList needs;
    int needsLine = 0; ///< of `needs`, else of the job
    QString condition;
    WorkflowText runsOn; ///< of a list of labels: joined by spaces
    QString uses; ///< of a workflow that is called
    bool hasMatrix = false;
    QStringList matrixKeys; ///< of its lists, in their order; `include` and `exclude` are none
    std::optional<QList<MatrixRow>> rows; ///< one empty row without a matrix; nullopt: only the run knows
    WorkflowPermissions permissions;
    bool hasConcurrency = false;
    QString environment;
    QMap<QString, WorkflowText> env;
    QMap<QString, WorkflowText> outputs;
    QList<WorkflowStep> steps;
};

/// What starts a workflow.
struct WorkflowTrigger
{
    QString event; ///< "push", "release", "workflow_dispatch"
    std::optional<QStringList> tags; ///< filter; nullopt: none is given
    std::optional<QStringList> tagsIgnore;
    bool hasBranches = false; ///< a filter of branches, or of those to ignore
    QStringList types; ///< "published"; empty: the event's own choice
};

struct Workflow
{
    QString path; ///< ".github/workflows/release.yml"
    QString name; ///< empty: the path
    QList<WorkflowTrigger> triggers;
    int triggersLine = 0;
    WorkflowPermissions permissions;
    bool hasConcurrency = false;
    QMap<QString, WorkflowText> env;
    QList<WorkflowJob> jobs;

    const WorkflowJob *job(const QString &id) const;
    const WorkflowTrigger *trigger(QLatin1StringView event) const;
    /// Whether a push of the tag \a tag starts it.
    bool runsForTag(const QString &tag) const;
    /// Jobs that end before \a job begins, itself not among them.
    QStringList before(const WorkflowJob &job) const;
};

/// Something in a workflow file that GitHub would refuse.
struct WorkflowMistake
{
    QString message; ///< a sentence
    int line = 0;
};

/// Reads the workflow file of \a document; what is of another shape than GitHub takes is left out and told in \a
/// mistakes.
Workflow readWorkflow(const QString &path, const YamlValue &document, QList<WorkflowMistake> &mistakes);

} // namespace unmoor
