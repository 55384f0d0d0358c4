// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"

#include <QMenu>

namespace unmoor {

/// One row of an archive's tree, as its menu needs it.
struct EntryOffer
{
    QString path; ///< in the archive; empty: the row stands for several entries
    QString whyNoFile; ///< why it cannot be opened or saved; empty: it can
    QString whyNoLayout; ///< why the layout cannot show it; empty: it can
    QList<Finding> findings;
};

/// What can be done with one entry of an archive. What cannot be done now is grey, and says why.
class EntryMenu : public QMenu
{
    Q_OBJECT
public:
    explicit EntryMenu(const EntryOffer &offer, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void saveRequested();
    void layoutRequested();
    void acceptRequested(const unmoor::Finding &finding);
    void withdrawRequested(const unmoor::Finding &finding);

private:
    void addFindings(const QList<Finding> &findings);
};

} // namespace unmoor
