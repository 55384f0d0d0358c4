// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/hostprobe.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace unmoor {

/// Shows the key of a machine to a person, who compares it with what the machine itself says. A key that is new is
/// trusted by its button; one that differs from the known one only after a person said that both were compared.
class HostKeyDialog : public QDialog
{
    Q_OBJECT
public:
    HostKeyDialog(const BuildHost &host, const ProbeReport &report, QWidget *parent = nullptr);

    QPushButton *trustButton() const { return m_trust; }
    QCheckBox *comparedBox() const { return m_compared; } ///< null where the key is new

Q_SIGNALS:
    void trusted(const unmoor::HostKeys &keys);

private:
    void addKeys(const QString &title, const HostKeys &keys, bool isNew);
    QLayout *makeButtons();

    QPushButton *m_trust;
    QPushButton *m_notNow;
    QCheckBox *m_compared = nullptr;
};

} // namespace unmoor
