// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/releasedetails.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace unmoor {

class EmptyState;
class RecordTable;
class SegmentedControl;

/// What is kept of one release: what happened, its notes, its files, its builds with their logs, what was accepted.
class ReleasePane : public QWidget
{
    Q_OBJECT
public:
    enum Part { Events, Notes, Files, Builds, Accepted };

    explicit ReleasePane(QWidget *parent = nullptr);

    void setDetails(const ReleaseDetails &details);
    void setMessage(const QString &sentence); ///< instead of a release: it is being read, or why it cannot be
    const ReleaseDetails &details() const { return m_details; }
    void setPart(unmoor::ReleasePane::Part part);
    RecordTable *table(Part part) const; ///< null: that part is no table
    QPlainTextEdit *notes() const { return m_notes; }
    QPushButton *logButton() const { return m_log; }

Q_SIGNALS:
    void logRequested(const unmoor::BuildRecord &build);

private:
    void layOut();
    void showPart();
    void showRows();
    void updateLog();
    const BuildRecord *chosenBuild() const;

    ReleaseDetails m_details;
    SegmentedControl *m_parts;
    QPushButton *m_log;
    QStackedWidget *m_stack;
    QStackedWidget *m_whole; ///< the message, or the release
    EmptyState *m_message;
    QPlainTextEdit *m_notes;
    RecordTable *m_events;
    RecordTable *m_files;
    RecordTable *m_builds;
    RecordTable *m_accepted;
};

} // namespace unmoor
