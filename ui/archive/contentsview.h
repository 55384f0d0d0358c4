// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"
#include "app/archive/expectedlayout.h"

#include <QWidget>

#include <optional>

class QAction;
class QLineEdit;
class QMenu;
class QModelIndex;
class QPushButton;

namespace unmoor {

class ArchiveModel;
class ArchiveTree;
class EntryInspector;
class SegmentedControl;

/// The entries of an archive as a tree, with what is known of the chosen one beside it.
class ContentsView : public QWidget
{
    Q_OBJECT
public:
    /// \a model outlives this.
    explicit ContentsView(ArchiveModel *model, QWidget *parent = nullptr);

    /// Once the archive is read, problems are known, and names can be looked through.
    void setRead(bool isRead);
    /// By which the archive is judged; nullopt: by none.
    void setLayoutRules(const std::optional<ExpectedLayout> &layout) { m_layout = layout; }
    void beginReading(); ///< of another archive
    void forgetWanted(); ///< what was to be chosen belongs to an archive that is gone
    void takeEntries(); ///< the model got more while it is read
    void goToProblem(bool forward);
    void goToEntry(const QString &path); ///< whatever hides it
    void chooseFirst(); ///< problem, else entry
    void find(); ///< goes to the field for names

    /// The chosen entry, where it is a file whose bytes can be had; null else.
    const ArchiveEntry *chosenFile() const;
    QMenu *entryMenu(); ///< what can be done with the chosen entry; the caller's

Q_SIGNALS:
    void acceptRequested(const unmoor::Finding &finding);
    void withdrawRequested(const unmoor::Finding &finding);
    void openRequested(); ///< the chosen file
    void saveRequested();
    void layoutRequested(const QString &path); ///< to be shown where the layout speaks of it

private:
    QWidget *makeToolStrip();
    QWidget *makeOrderButton();
    void layOut();
    void showArranged();
    void updateCounts();
    void updateRules();
    void applyRules(const QString &wanted);
    void updateInspector(const QModelIndex &current);
    QString whyNoFile(const QModelIndex &index) const;
    QString whyNoLayout(const QString &path) const;

    ArchiveModel *m_model;
    SegmentedControl *m_scope;
    QAction *m_byFolder;
    QAction *m_inOrder;
    QLineEdit *m_name;
    QPushButton *m_next;
    ArchiveTree *m_tree;
    EntryInspector *m_inspector;
    std::optional<ExpectedLayout> m_layout;
    QString m_wanted; ///< path of the entry to choose once rows are arranged
    std::optional<bool> m_wantedProblem; ///< the way to go to one, once rows are arranged
};

} // namespace unmoor
