// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/workflowscheck.h"

#include "app/core/pool.h"

namespace unmoor {

WorkflowsCheck::WorkflowsCheck(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

void WorkflowsCheck::setProject(const ProjectPtr &project)
{
    const int question = ++m_question;
    m_pool.clear();
    runInPool(m_pool, [project] {
        return checkWorkflows(project->directory, project->manifest, project->versionText());
    }).then(this, [this, question](const WorkflowsReport &report) {
        if (question != m_question || report == m_report)
            return;
        m_report = report;
        Q_EMIT changed();
    });
}

} // namespace unmoor
