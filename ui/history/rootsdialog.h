// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/rootsmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace unmoor {

/// Which results to let go of, and how much space that gives. Nothing is deleted before Nix collects its garbage.
class RootsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RootsDialog(const QString &project, QWidget *parent = nullptr);

    void setOverview(const RootsOverview &overview);
    /// In place of what is chosen: what was done, or why it failed.
    void showNote(const QString &note);
    void setCollecting(bool collecting);

    RootsModel *model() const { return m_model; }
    QPushButton *freeButton() const { return m_free; }
    QPushButton *collectButton() const { return m_collect; }
    QString note() const;

Q_SIGNALS:
    void freeRequested(const QStringList &links);
    void collectRequested(); ///< run `nix store gc`

private:
    void makeTable();
    void showChoice();

    RootsModel *m_model;
    QTableView *m_table;
    QLabel *m_note;
    QPushButton *m_free;
    QPushButton *m_collect;
};

} // namespace unmoor
