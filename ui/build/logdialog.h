// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logfollower.h"
#include "app/ledger/ledger.h"

#include <QDialog>

namespace unmoor {

class LogPanel;

/// The log of a build that ended, beside the window. Deletes itself when it is closed.
class LogDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a indexBytes: see LogStore.
    LogDialog(const BuildRecord &build, qint64 indexBytes, QWidget *parent = nullptr);

    LogPanel *panel() const { return m_panel; }

Q_SIGNALS:
    void linkActivated(const QUrl &link); ///< in the log, as it stands there

private:
    void refresh();

    LogFollower m_log;
    LogPanel *m_panel;
};

} // namespace unmoor
