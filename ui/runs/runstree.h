// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTreeView>

namespace unmoor {

class RunsModel;

/// The tree of runs. What begins to run or fails is opened, once: who closes it again is left alone.
class RunsTree : public QTreeView
{
    Q_OBJECT
public:
    explicit RunsTree(RunsModel &model, QWidget *parent = nullptr);

    void openWhatIsOfInterest();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void open(const QModelIndex &parent, const QString &above);
    void layOutColumns();

    RunsModel &m_model;
    QSet<QString> m_opened; ///< by key and state: was opened then
};

} // namespace unmoor
