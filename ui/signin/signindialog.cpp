// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/signindialog.h"

#include "theme/theme.h"
#include "widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace unmoor {

SignInDialog::SignInDialog(const QString &host, QWidget *parent)
    : QDialog(parent)
    , m_token(new QLineEdit(this))
    , m_problem(textLabel({}, theme::Type::Body, false, this))
    , m_signIn(accentButton(tr("&Sign in to %1").arg(host), this))
{
    setWindowTitle(tr("Sign in to %1").arg(host));
    setAttribute(Qt::WA_DeleteOnClose);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setAccessibleName(tr("Token"));
    m_token->setMinimumWidth(420);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_signIn->setDefault(true);
    m_signIn->setEnabled(false);
    auto *cancel = new QPushButton(tr("&Cancel"), this);

    auto *how =
        textLabel(tr("Paste a token that may write releases: a classic token with the scope repo, or a fine-grained "
                     "one with Contents: write. It is kept in your keychain and sent to %1 only.")
                      .arg(host),
                  theme::Type::Body, true, this);
    how->setWordWrap(true);
    auto *label = textLabel(tr("&Token"), theme::Type::BodyStrong, false, this);
    label->setBuddy(m_token);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_signIn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space::xl, theme::space::l, theme::space::xl, theme::space::l);
    layout->setSpacing(theme::space::m);
    layout->addWidget(how);
    layout->addWidget(label);
    layout->addWidget(m_token);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_token, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_signIn->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        m_signIn->setEnabled(false);
        Q_EMIT tokenEntered(m_token->text().trimmed().toUtf8());
    });
}

void SignInDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
    m_signIn->setEnabled(true);
    m_token->setFocus();
    m_token->selectAll();
}

} // namespace unmoor
