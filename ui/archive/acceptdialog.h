// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"

#include <QDialog>

class QLineEdit;

namespace unmoor {

/// Asks why a person lives with a finding. Deletes itself when it is closed.
class AcceptDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AcceptDialog(const Finding &finding, QWidget *parent = nullptr);

Q_SIGNALS:
    void reasonGiven(const QString &reason);

private:
    QLineEdit *m_reason;
};

} // namespace unmoor
