// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <QDialog>

namespace unmoor {

class CompareView;

/// Two archives of a target, entry by entry, beside the window. Deletes itself when it is closed.
class CompareDialog : public QDialog
{
    Q_OBJECT
public:
    /// Reads both archives of \a pair. \a before and \a after: what they are called. \a session outlives this.
    CompareDialog(Session &session, const ArchivePair &pair, const QString &before, const QString &after,
                  QWidget *parent = nullptr);
    ~CompareDialog() override;

    CompareView *view() const { return m_view; }

private:
    void read();
    void showBoth(const Inspection &before, const Inspection &after);

    Session &m_session;
    ArchivePair m_pair;
    QString m_before;
    QString m_after;
    CompareView *m_view;
    bool m_isReading = false;
};

} // namespace unmoor
