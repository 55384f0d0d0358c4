// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainframe/paletteitem.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace unmoor {

class PaletteModel;

/// Finds what there is and runs what the window can do: typing narrows the list, Return runs the chosen line. It goes
/// when something else becomes active.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(QList<PaletteItem> items, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void find(const QString &typed);
    void choose(const QModelIndex &index);
    void run();

    PaletteModel *m_model;
    QLineEdit *m_text;
    QListView *m_list;
    QLabel *m_nothing;
};

} // namespace unmoor
