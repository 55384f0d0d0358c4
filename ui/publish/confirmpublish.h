// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/publishplan.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace unmoor {

/// Asks once more before anything is sent: what becomes public, what is lived with, and, each to be agreed to, what is
/// taken away on the host.
class ConfirmPublish : public QDialog
{
    Q_OBJECT
public:
    ConfirmPublish(const DesiredRelease &desired, const PublishPlan &plan, const QMap<QString, QString> &accepted,
                   QWidget *parent = nullptr);

    QPushButton *publishButton() const { return m_publish; }
    const QList<QCheckBox *> &agreements() const { return m_agreements; }

private:
    void addAgreements(const QList<PublishStep> &steps);
    QWidget *listOf(const QList<PublishStep> &steps);
    void refresh();

    QList<QCheckBox *> m_agreements;
    QPushButton *m_publish;
};

} // namespace unmoor
