// SPDX-License-Identifier: GPL-3.0-or-later
// Since actions/upload-artifact@v4 a name is taken once in a run; the second job that uses it fails.
#include "app/core/words.h"
#include "app/workflows/findings.h"
#include "app/workflows/tagrun.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Where a name was used first.
struct ArtifactPlace
{
    QString job;
    const WorkflowStep *step = nullptr;
};

/// v1 to v3 put files of one name together.
bool isOnePerRun(const WorkflowStep &step)
{
    static const QRegularExpression old(u"\\Av?[123](\\.|\\z)"_s);
    return !step.actionRef().contains(old);
}

class NameChecks
{
public:
    explicit NameChecks(CheckedWorkflow &checked)
        : m_checked(checked)
    {
    }

    void check(const JobFacts &facts)
    {
        if (!facts.job->rows || !facts.job->condition.isEmpty())
            return;
        for (const ArtifactUpload &upload : facts.uploads) {
            // What is kept only sometimes may be kept once.
            if (!upload.step->condition.isEmpty() || upload.overwrites || !isOnePerRun(*upload.step))
                continue;
            QSet<QString> own;
            for (const MatrixRow &row : *facts.job->rows)
                take(facts, upload, row, own);
        }
    }

private:
    void take(const JobFacts &facts, const ArtifactUpload &upload, const MatrixRow &row, QSet<QString> &own)
    {
        const QString name = expandExpressions(upload.name.text, rowLookup(m_checked.workflow, *facts.job, row));
        if (isUnknownText(name) || m_told.contains(upload.step))
            return;
        if (own.contains(name)) {
            tell(upload,
                 Words::tr("Several jobs of the matrix of \"%1\" keep their files as \"%2\": the second one fails.")
                     .arg(facts.job->id, name),
                 Words::tr("Put a value of the matrix into the name."));
            return;
        }
        own.insert(name);
        const auto known = m_places.constFind(name);
        if (known != m_places.constEnd() && known->step != upload.step)
            tell(upload,
                 Words::tr("The jobs \"%1\" and \"%2\" both keep files as \"%3\": the second one fails.")
                     .arg(known->job, facts.job->id, name),
                 Words::tr("Give each a name of its own."));
        else
            m_places.insert(name, {facts.job->id, upload.step});
    }

    void tell(const ArtifactUpload &upload, const QString &message, const QString &hint)
    {
        m_told.insert(upload.step);
        const int line = upload.name.line > 0 ? upload.name.line : upload.step->line;
        m_checked.add(Severity::Error, u"artifact-name-collides"_s, line, message, hint);
    }

    CheckedWorkflow &m_checked;
    QHash<QString, ArtifactPlace> m_places;
    QSet<const WorkflowStep *> m_told;
};

} // namespace

void checkArtifacts(CheckedWorkflow &checked)
{
    NameChecks names(checked);
    for (const JobFacts &facts : QList(checked.jobs))
        names.check(facts);
}

} // namespace unmoor
