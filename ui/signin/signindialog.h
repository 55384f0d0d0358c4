// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace unmoor {

/// Asks for a host's token. What is typed leaves this dialog only through tokenEntered().
class SignInDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SignInDialog(const QString &host, QWidget *parent = nullptr);

    void showProblem(const QString &problem); ///< why the token was not taken; the dialog stays

    QLineEdit *tokenField() const { return m_token; }
    QPushButton *signInButton() const { return m_signIn; }

Q_SIGNALS:
    void tokenEntered(const QByteArray &token);

private:
    QLineEdit *m_token;
    QLabel *m_problem;
    QPushButton *m_signIn;
};

} // namespace unmoor
