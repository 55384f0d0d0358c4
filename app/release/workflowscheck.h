// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/project.h"
#include "app/release/workflowsreport.h"

#include <QObject>
#include <QThreadPool>

namespace unmoor {

/// The project's workflow files, checked in another thread whenever the project is read. Nothing of it is run, so that
/// it needs no trust.
class WorkflowsCheck : public QObject
{
    Q_OBJECT
public:
    explicit WorkflowsCheck(QObject *parent = nullptr);

    void setProject(const ProjectPtr &project); ///< as it was read last
    const WorkflowsReport &report() const { return m_report; } ///< of the last one that was read through

Q_SIGNALS:
    void changed(); ///< report()

private:
    WorkflowsReport m_report;
    int m_question = 0; ///< counts the readings: an answer to an older one is dropped
    QThreadPool m_pool; ///< last: its destructor waits for what is still read
};

} // namespace unmoor
