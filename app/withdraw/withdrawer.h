// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/activity.h"
#include "app/withdraw/withdrawal.h"

namespace unmoor {

/// Takes one release back, for who shows it: what each way would do, and doing it, one work at a time.
class Withdrawer : public QObject
{
    Q_OBJECT
public:
    enum class Work { None, Reading, Working };

    /// \a session outlives this.
    Withdrawer(Session &session, const QString &tag, QObject *parent = nullptr);
    ~Withdrawer() override; ///< stops what runs; what it did until then stays

    Work work() const { return m_work; }
    const Result<WithdrawFacts> &facts() const { return m_facts; }
    const WithdrawRequest &request() const { return m_request; }
    WithdrawPlan plan() const; ///< of the request; empty while nothing is read
    WithdrawPlan planFor(WithdrawWay way) const;
    const std::optional<WithdrawOutcome> &outcome() const
    {
        return m_outcome;
    } ///< of the last run, until the next choice

    void read();
    void choose(const WithdrawRequest &request); ///< nothing of it is done yet; its tag is not looked at
    void run(); ///< the plan, as it is now
    void cancel();

Q_SIGNALS:
    void changed();
    void finished(const unmoor::WithdrawResult &result); ///< a step
    void hostChanged(); ///< something was done there, or tried

private:
    void take(const Result<WithdrawFacts> &facts);

    Session &m_session;
    Activity m_activity;
    Work m_work = Work::None;
    WithdrawRequest m_request;
    Result<WithdrawFacts> m_facts = failure(Error::Kind::NotFound, QString());
    std::optional<WithdrawOutcome> m_outcome;
};

} // namespace unmoor
