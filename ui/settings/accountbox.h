// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/keychain/tokenstore.h"
#include "ui/settings/facttable.h"

#include <QWidget>

class QPushButton;

namespace unmoor {

class SettingsDesk;

/// Who publishes: the account of each host, and where its token is kept.
class AccountBox : public QWidget
{
    Q_OBJECT
public:
    explicit AccountBox(SettingsDesk &desk, QWidget *parent = nullptr);

    void refresh(); ///< asks the keychain anew
    FactTable *table() const { return m_table; }
    QPushButton *signInButton() const { return m_signIn; }
    QPushButton *forgetButton() const { return m_forget; }

Q_SIGNALS:
    void signInRequested();
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showToken(const std::optional<Result<StoredToken>> &token); ///< nullopt: not answered yet
    void askToForget();

    SettingsDesk &m_desk;
    FactModel *m_model;
    FactTable *m_table;
    QPushButton *m_forget;
    QPushButton *m_signIn;
    int m_question = 0; ///< counts: an answer to an older question is dropped
};

} // namespace unmoor
