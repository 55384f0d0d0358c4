// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QDialog>
#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace unmoor {

/// Asks how a machine is called and reached. Stays open, with the reason, while it cannot be kept.
class HostDialog : public QDialog
{
    Q_OBJECT
public:
    using Keep = std::function<Result<void>(const BuildHost &)>;

    /// \a host: what stands there at first; without a name it is a new one. \a keep takes what was entered.
    HostDialog(const BuildHost &host, Keep keep, QWidget *parent = nullptr);

    BuildHost entered() const;

    QLineEdit *nameField() const { return m_name; }
    QLineEdit *addressField() const { return m_address; }
    QLineEdit *userField() const { return m_user; }
    QSpinBox *portField() const { return m_port; }
    QLineEdit *keyField() const { return m_key; }
    QLineEdit *programField() const { return m_program; }
    QLineEdit *systemsField() const { return m_systems; }
    QSpinBox *jobsField() const { return m_jobs; }
    QPushButton *keepButton() const { return m_keepButton; }
    QString problem() const; ///< as shown; empty: none is

private:
    void makeFields();
    QWidget *makeKeyRow();
    QLayout *makeButtons();
    void splitAddress();
    void chooseKey();
    void keep();

    BuildHost m_host; ///< as it was
    Keep m_keep;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_user;
    QSpinBox *m_port;
    QLineEdit *m_key;
    QLineEdit *m_program;
    QLineEdit *m_systems;
    QSpinBox *m_jobs;
    QLabel *m_problem;
    QPushButton *m_keepButton;
};

/// "ssh-ng://builder@mac-mini.local:2222", as people paste it, into user, address and port; the rest of \a host stays.
BuildHost withAddress(BuildHost host, const QString &typed);

/// The systems in \a typed, which blanks and commas part. InvalidInput names the word that is none.
Result<QStringList> systemsOf(const QString &typed);

} // namespace unmoor
