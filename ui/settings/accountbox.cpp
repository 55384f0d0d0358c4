// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/accountbox.h"

#include "app/core/words.h"
#include "ui/settings/pagehead.h"
#include "ui/settings/settingsdesk.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/question.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace unmoor {

namespace {

using theme::State;

QString placeText(StoredToken::Place place)
{
    switch (place) {
    case StoredToken::Place::Keychain:
        return Words::tr("in the keychain");
    case StoredToken::Place::Session:
        return Words::tr("for this session only");
    case StoredToken::Place::Environment:
        return Words::tr("from the environment");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

AccountBox::AccountBox(SettingsDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new FactModel({tr("Account"), tr("Token"), tr("State")}, this))
    , m_table(new FactTable(m_model, {248, 226, 191}, 34))
    , m_forget(new QPushButton(tr("&Forget token…")))
    , m_signIn(new QPushButton(tr("&Sign in…")))
{
    m_table->setAccessibleName(tr("Accounts"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(pageHead(tr("Accounts"), tr("Tokens stay in the keychain"), {m_forget, m_signIn}));
    column->addWidget(m_table);
    connect(m_signIn, &QPushButton::clicked, this, &AccountBox::signInRequested);
    connect(m_forget, &QPushButton::clicked, this, &AccountBox::askToForget);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    showToken(std::nullopt);
}

void AccountBox::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void AccountBox::refresh()
{
    showToken(std::nullopt);
    m_desk.readToken().then(this, [this, question = ++m_question](const Result<StoredToken> &token) {
        if (question == m_question)
            showToken(token);
    });
}

void AccountBox::showToken(const std::optional<Result<StoredToken>> &token)
{
    const bool rehearsal = m_desk.isRehearsal();
    FactCell kept{.text = tr("none"), .isMuted = true};
    FactCell state{State::Planned, tr("not signed in"), {}};
    if (!token) {
        kept.text = tr("asking the keychain");
        state = {State::Running, tr("not known yet"), {}};
    } else if (*token) {
        kept.text = rehearsal ? tr("the rehearsal's own") : placeText((*token)->place);
        state = {State::Done, tr("signed in"), {}};
    } else if (token->error().kind != Error::Kind::NotFound) {
        kept.text = tr("the keychain does not answer");
        state = {State::Warning, token->error().message, {}};
    }
    const QString host = rehearsal ? tr("stand-in of the rehearsal") : m_desk.tokenHostName();
    m_model->setRows({{{.text = host, .type = theme::Type::BodyStrong}, kept, state}});
    m_signIn->setEnabled(!rehearsal);
    m_forget->setEnabled(!rehearsal && token && *token && (*token)->place != StoredToken::Place::Environment);
    const bool isFromEnvironment = token && *token && (*token)->place == StoredToken::Place::Environment;
    m_forget->setToolTip(
        toolTipText(isFromEnvironment ? tr("It comes from an environment variable: unset that.") : QString()));
}

void AccountBox::askToForget()
{
    const QString host = m_desk.tokenHostName();
    ask(this,
        {.title = tr("Forget the token"),
         .text = tr("Forget the token of %1?").arg(host),
         .detail = tr("It is deleted here. On %1 it stays valid until it ends or is revoked there.").arg(host),
         .yes = tr("&Forget it"),
         .no = tr("&Keep it")},
        [this] {
            m_desk.forgetToken().then(this, [this](const Result<void> &forgotten) {
                Q_EMIT ended(forgotten, tr("The token was not forgotten"));
                refresh();
            });
        });
}

} // namespace unmoor
