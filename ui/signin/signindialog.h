// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/devicecode.h"
#include "app/account/tokenreport.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace unmoor {

class CodePanel;
class ReportPanel;

/// Signs in at a host: with a token that is pasted, or with a code that is typed in a browser. What is typed leaves
/// this dialog only through its signals.
class SignInDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SignInDialog(const QString &host, QWidget *parent = nullptr);

    void showProblem(const QString &problem); ///< why nobody was signed in; the dialog stays
    void askForClientId(const QString &how); ///< the one that was used is no good
    /// Signing in with a code needs an OAuth app, which nobody set up: opens the page where a token is made, which
    /// takes its place. \a how: what to set up, for who wants to.
    void offerTokenPage(const QString &how);
    void showCode(const DeviceCode &code);
    void showReport(const TokenReport &report); ///< signed in, but there is something to know

    QString host() const;
    QLineEdit *hostField() const { return m_host; }
    QLineEdit *tokenField() const { return m_token; }
    QLineEdit *clientIdField() const { return m_clientId; }
    QPushButton *signInButton() const { return m_signIn; }
    QPushButton *browserButton() const { return m_browser; }
    QPushButton *ownAppButton() const { return m_ownApp; }
    QString problem() const; ///< empty: none is shown
    QString shownCode() const; ///< empty: none is shown

Q_SIGNALS:
    void tokenEntered(const QString &host, const QByteArray &token);
    void browserRequested(const QString &host, const QString &clientId);
    void browserCanceled();
    void openPageRequested(const QUrl &page);

private:
    QWidget *makeForm();
    void fitToHost();
    void growToText();
    void showClientId();
    void setBusy(bool busy);

    QStackedWidget *m_pages;
    QLineEdit *m_host;
    QLineEdit *m_token;
    QLineEdit *m_clientId;
    QLabel *m_how;
    QPushButton *m_ownApp; ///< reveals m_clientId
    QLabel *m_clientIdHow;
    QLabel *m_problem;
    QPushButton *m_create;
    QPushButton *m_browser;
    QPushButton *m_signIn;
    CodePanel *m_code;
    ReportPanel *m_report;
};

} // namespace unmoor
