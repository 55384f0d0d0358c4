// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/publishplan.h"

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QPushButton;

namespace unmoor {

/// What somebody must know before a release becomes public.
struct PublishFacts
{
    QString host; ///< "github.com"; empty: the rehearsal's, on this machine
    QString account; ///< whose token is used; empty: not known
    bool takesLatest = false; ///< it becomes what the host shows as the latest release
    QStringList leftOut; ///< targets and why: "aarch64-apple-darwin: comes later"
    int warnings = 0; ///< that stand, of the archives and the notes
};

/// Asks once more before anything is sent: what becomes public, what is lived with, and, each to be agreed to, what is
/// taken away on the host.
class ConfirmPublish : public QDialog
{
    Q_OBJECT
public:
    ConfirmPublish(const DesiredRelease &desired, const PublishPlan &plan, const QMap<QString, QString> &accepted,
                   const PublishFacts &facts, QWidget *parent = nullptr);

    QPushButton *publishButton() const { return m_publish; }
    const QList<QCheckBox *> &agreements() const { return m_agreements; }

private:
    void addFacts(const DesiredRelease &desired, const PublishFacts &facts);
    void addAgreements(const QList<PublishStep> &steps);
    QWidget *listOf(const QList<PublishStep> &steps);
    void refresh();

    QList<QCheckBox *> m_agreements;
    QPushButton *m_publish;
};

} // namespace unmoor
