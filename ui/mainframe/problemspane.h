// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainframe/problemlist.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace unmoor {

/// The list of all problems, below whatever page is shown: what is wrong, where, and what mends it. F8 walks it.
class ProblemsPane : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemsPane(QWidget *parent = nullptr);

    void setProblems(const QList<Problem> &problems);
    void setCurrent(const Problem &problem); ///< the one that was gone to

    QTreeWidget *list() const { return m_list; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void problemActivated(const unmoor::Problem &problem);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showProblem(QTreeWidgetItem *item, const Problem &problem);

    QList<Problem> m_problems;
    QLabel *m_title;
    QTreeWidget *m_list;
};

} // namespace unmoor
