// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/workflowsreport.h"
#include "ui/plan/openingrow.h"

namespace unmoor {

/// "release.yml:12": the file's name, with the line where there is one.
QString placeText(const WorkflowFinding &found);

/// One finding about a workflow file.
class WorkflowRow : public OpeningRow
{
    Q_OBJECT
public:
    explicit WorkflowRow(const WorkflowFinding &found, QWidget *parent = nullptr);

    const WorkflowFinding &found() const { return m_found; }

private:
    WorkflowFinding m_found;
};

} // namespace unmoor
