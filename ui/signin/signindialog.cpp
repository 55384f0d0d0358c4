// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signindialog.h"

#include "ui/signin/codepanel.h"
#include "ui/signin/reportpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace unmoor {

namespace {

QLabel *wrapped(theme::Type type, bool secondary, QWidget *parent)
{
    auto *label = textLabel({}, type, secondary, parent);
    label->setWordWrap(true);
    return label;
}

QVBoxLayout *field(const QString &name, QLineEdit *edit, QWidget *parent)
{
    auto *label = textLabel(name, theme::Type::BodyStrong, false, parent);
    label->setBuddy(edit);
    auto *column = new QVBoxLayout;
    column->setSpacing(theme::space::xs);
    column->addWidget(label);
    column->addWidget(edit);
    return column;
}

} // namespace

SignInDialog::SignInDialog(const QString &host, QWidget *parent)
    : QDialog(parent)
    , m_pages(new QStackedWidget(this))
    , m_host(new QLineEdit(host, this))
    , m_token(new QLineEdit(this))
    , m_clientId(new QLineEdit(this))
    , m_how(wrapped(theme::Type::Secondary, true, this))
    , m_ownApp(linkButton(tr("Use an OAuth app of my own…"), this))
    , m_clientIdHow(wrapped(theme::Type::Secondary, true, this))
    , m_problem(wrapped(theme::Type::Body, false, this))
    , m_create(linkButton(tr("Create a token in the browser"), this))
    , m_browser(new QPushButton(tr("Sign in with the &browser…"), this))
    , m_signIn(accentButton({}, this))
    , m_code(new CodePanel(this))
    , m_report(new ReportPanel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_host->setAccessibleName(tr("Host"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setAccessibleName(tr("Token"));
    m_token->setMinimumWidth(460);
    m_clientId->setAccessibleName(tr("Client ID of the OAuth app"));
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    m_clientIdHow->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_clientIdHow->hide();
    m_clientId->hide();
    m_ownApp->hide();
    m_signIn->setDefault(true);
    m_browser->setAutoDefault(false);

    m_pages->addWidget(makeForm());
    m_pages->addWidget(m_code);
    m_pages->addWidget(m_report);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space::xl, theme::space::l, theme::space::xl, theme::space::l);
    layout->addWidget(m_pages);

    connect(m_host, &QLineEdit::textChanged, this, &SignInDialog::fitToHost);
    connect(m_token, &QLineEdit::textChanged, this, &SignInDialog::fitToHost);
    connect(m_create, &QPushButton::clicked, this,
            [this] { Q_EMIT openPageRequested(newTokenPage(apiUrlOfHost(this->host()))); });
    connect(m_ownApp, &QPushButton::clicked, this, &SignInDialog::showClientId);
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        setBusy(true);
        Q_EMIT tokenEntered(this->host(), m_token->text().trimmed().toUtf8());
    });
    connect(m_browser, &QPushButton::clicked, this, [this] {
        setBusy(true);
        Q_EMIT browserRequested(this->host(), m_clientId->text().trimmed());
    });
    connect(m_code, &CodePanel::openRequested, this, &SignInDialog::openPageRequested);
    connect(m_code, &CodePanel::canceled, this, [this] {
        Q_EMIT browserCanceled();
        m_pages->setCurrentIndex(0);
        setBusy(false);
    });
    connect(m_report, &ReportPanel::openRequested, this, &SignInDialog::openPageRequested);
    connect(m_report, &ReportPanel::closed, this, &QDialog::accept);
    connect(m_report, &ReportPanel::anotherRequested, this, [this] {
        m_token->clear();
        m_pages->setCurrentIndex(0);
        setBusy(false);
        m_token->setFocus();
    });
    connect(this, &QDialog::rejected, this, &SignInDialog::browserCanceled);
    m_token->setFocus();
    fitToHost();
}

QWidget *SignInDialog::makeForm()
{
    auto *form = new QWidget(this);
    auto *cancel = new QPushButton(tr("&Cancel"), form);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *create = new QHBoxLayout;
    create->addWidget(m_create);
    create->addWidget(m_ownApp);
    create->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_browser);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_signIn);

    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(theme::space::m);
    layout->addLayout(field(tr("&Host"), m_host, form));
    layout->addLayout(field(tr("&Token"), m_token, form));
    layout->addWidget(m_how);
    layout->addLayout(create);
    layout->addWidget(m_clientIdHow);
    layout->addWidget(m_clientId);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addLayout(buttons);
    return form;
}

QString SignInDialog::host() const
{
    return m_host->text().trimmed().toLower();
}

QString SignInDialog::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

QString SignInDialog::shownCode() const
{
    return m_pages->currentWidget() == m_code ? m_code->code() : QString();
}

void SignInDialog::fitToHost()
{
    const bool isHost = apiUrlOfHost(host()).isValid();
    setWindowTitle(tr("Sign in to %1").arg(host()));
    m_signIn->setText(tr("&Sign in to %1").arg(host()));
    m_how->setText(tr("Paste a token that may write releases: a classic token with the scope repo (and workflow, where "
                      "workflow files change), or a fine-grained one with Contents: write. It is kept in your keychain "
                      "and sent to %1 only.")
                       .arg(host()));
    m_create->setEnabled(isHost);
    m_browser->setEnabled(isHost);
    m_signIn->setEnabled(isHost && !m_token->text().trimmed().isEmpty());
}

void SignInDialog::setBusy(bool busy)
{
    if (busy)
        m_problem->hide();
    for (QWidget *one : std::initializer_list<QWidget *>{m_host, m_token, m_clientId, m_create, m_browser, m_signIn})
        one->setEnabled(!busy);
    if (!busy)
        fitToHost();
}

void SignInDialog::showProblem(const QString &problem)
{
    m_pages->setCurrentIndex(0);
    setBusy(false);
    m_problem->setText(problem);
    m_problem->show();
    growToText();
    m_token->setFocus();
    m_token->selectAll();
}

/// A wrapped text takes more height than a dialog gives it by itself, which would squeeze the fields.
void SignInDialog::growToText()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void SignInDialog::askForClientId(const QString &how)
{
    m_pages->setCurrentIndex(0);
    setBusy(false);
    m_clientIdHow->setText(how);
    showClientId();
}

void SignInDialog::showClientId()
{
    m_ownApp->hide();
    m_clientIdHow->show();
    m_clientId->setPlaceholderText(tr("Client ID of the OAuth app at %1").arg(host()));
    m_clientId->show();
    growToText();
    m_clientId->setFocus();
}

void SignInDialog::offerTokenPage(const QString &how)
{
    m_pages->setCurrentIndex(0);
    setBusy(false);
    m_clientIdHow->setText(how);
    m_how->setText(tr("The page for a new token was opened in the browser, with the scopes filled in that publishing "
                      "needs. Choose when it ends, create it, and paste it here. It is kept in your keychain and sent "
                      "to %1 only.")
                       .arg(host()));
    m_ownApp->show();
    growToText();
    m_token->setFocus();
    Q_EMIT openPageRequested(newTokenPage(apiUrlOfHost(host())));
}

void SignInDialog::showCode(const DeviceCode &code)
{
    m_code->setCode(code);
    m_pages->setCurrentWidget(m_code);
}

void SignInDialog::showReport(const TokenReport &report)
{
    m_report->setReport(report);
    m_pages->setCurrentWidget(m_report);
}

} // namespace unmoor
