// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/sizebreakdown.h"

#include <QWidget>

class QListView;

namespace unmoor {

class ElidedLabel;
class LargestModel;
class Treemap;

/// What fills an archive: a map of it, its largest files, and what could be saved. Map and list share one selection.
class SizeView : public QWidget
{
    Q_OBJECT
public:
    explicit SizeView(QWidget *parent = nullptr);

    void setBreakdown(const SizeBreakdown &breakdown);
    void choose(const QString &path); ///< in map and list; says nothing
    LargestModel *model() const { return m_largest; }

Q_SIGNALS:
    void pathChosen(const QString &path); ///< of a file or folder, by a person

private:
    QWidget *makeSums();
    QWidget *makeSide();
    void connectParts();

    Treemap *m_map;
    LargestModel *m_largest;
    QListView *m_list;
    ElidedLabel *m_whole;
    ElidedLabel *m_copies;
    ElidedLabel *m_symbols;
    bool m_isChoosing = false;
};

} // namespace unmoor
