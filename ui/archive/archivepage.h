// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/targetstate.h"

#include <QWidget>

class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedWidget;

namespace unmoor {

class ArchiveFilter;
class ArchiveModel;
class ArchiveTree;
class Banner;
class EmptyState;
class EntryInspector;
class PageHeader;
class SegmentedControl;

/// What is inside an archive against what should be.
class ArchivePage : public QWidget
{
    Q_OBJECT
public:
    explicit ArchivePage(QWidget *parent = nullptr);

    /// Shows the archive of \a target, or why there is none yet.
    void setTarget(const TargetState &target);
    /// Empties the page for an archive that is about to be read.
    void beginReading(const QString &fileName);
    void appendEntries(const QList<ArchiveEntry> &batch);
    void setInspection(const Inspection &inspection);
    /// Reading failed: \a message says why and what to do.
    void setProblem(const QString &message);

    void goToProblem(bool forward = true);
    ArchiveModel *model() const { return m_model; }

Q_SIGNALS:
    void inspectAgainRequested();
    void cancelRequested();
    void openFileRequested(const QString &path);
    void buildRequested();

private:
    enum class Phase { Empty, Reading, Read, Unreadable };

    QWidget *makeContent();
    QWidget *makeToolStrip();
    void connectParts();
    void addShortcuts();
    void setPhase(Phase phase);
    void showEmpty(const TargetState &target);
    void updateHeader();
    void updateCounts();
    void updateBanner();
    void updateInspector(const QModelIndex &current);
    void expandForReading();
    void chooseFirst();
    void choose(const QModelIndex &source);
    void askForFile();

    ArchiveModel *m_model;
    ArchiveFilter *m_filter;
    PageHeader *m_header;
    QPushButton *m_open;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Banner *m_banner;
    SegmentedControl *m_scope;
    QLineEdit *m_name;
    QPushButton *m_next;
    ArchiveTree *m_tree;
    EntryInspector *m_inspector;

    Phase m_phase = Phase::Empty;
    QString m_triple;
    QString m_fileName;
    QString m_summary;
    QString m_problem;
    LayoutReport m_report;
    std::shared_ptr<const Inspection> m_shown; ///< so that the same inspection is not laid out twice
};

} // namespace unmoor
