// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivediff.h"
#include "ui/archive/sizebars.h"

#include <QWidget>

class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace unmoor {

class CompareFilter;
class CompareModel;
class CompareTree;
class ElidedLabel;
class EmptyState;
class SegmentedControl;

/// An archive beside the one of an earlier release.
struct ArchiveComparison
{
    ArchiveDiff diff;
    QString title; ///< "Against v1.0.4, published 2 June"
    QString before; ///< what the old one is called in columns and legend: "v1.0.4"
    QString after;
    QString folder; ///< top folder, for the head of the paths; may be empty
    QList<PackedSizes> targets; ///< of every target, packed; empty: only these two archives
};

/// What differs between two archives of a target: in sum, and file by file.
class CompareView : public QWidget
{
    Q_OBJECT
public:
    explicit CompareView(QWidget *parent = nullptr);

    void setComparison(const ArchiveComparison &comparison);
    /// Instead of a comparison: one sentence (it is being downloaded, there is no earlier release, why it failed), and
    /// one action or none.
    void setMessage(const QString &sentence, const QString &action = {});

    void find(); ///< lets a name be typed
    void goToChange(bool forward = true); ///< the next file that is not the same, going on at the other end
    CompareModel *model() const { return m_model; }

Q_SIGNALS:
    void actionRequested(); ///< of setMessage()
    void entryChosen(int newEntry); ///< index in the new archive's entries; -1: gone from it

private:
    QWidget *makeSummary();
    QWidget *makeToolStrip();
    void connectParts();
    void setNotes(const ArchiveDiff &diff);
    void updateCounts();
    void foldSections();
    QModelIndex nextChange(const QModelIndex &from, bool forward) const;
    void choose(const QModelIndex &index);

    CompareModel *m_model;
    CompareFilter *m_filter;
    QStackedWidget *m_stack;
    EmptyState *m_message;
    ElidedLabel *m_title;
    QVBoxLayout *m_notes;
    SizeBars *m_bars;
    SegmentedControl *m_scope;
    QLineEdit *m_name;
    QPushButton *m_next;
    CompareTree *m_tree;
};

} // namespace unmoor
