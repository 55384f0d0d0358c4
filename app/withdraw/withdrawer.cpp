// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/withdraw/withdrawer.h"

#include "app/publish/retry.h"

#include <QPointer>

namespace unmoor {

Withdrawer::Withdrawer(Session &session, const QString &tag, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_request{.tag = tag}
{
}

Withdrawer::~Withdrawer()
{
    cancel();
}

void Withdrawer::cancel()
{
    m_activity.cancel();
}

WithdrawPlan Withdrawer::planFor(WithdrawWay way) const
{
    WithdrawRequest request = m_request;
    request.way = way;
    return m_facts ? planWithdraw(*m_facts, request) : WithdrawPlan();
}

WithdrawPlan Withdrawer::plan() const
{
    return planFor(m_request.way);
}

void Withdrawer::read()
{
    if (m_work != Work::None)
        return;
    m_work = Work::Reading;
    const auto stop = m_activity.begin();
    Q_EMIT changed();
    const auto read = [this, stop] { return gatherWithdrawFacts(m_session, m_request.tag, stop); };
    readPatiently<WithdrawFacts>(read, this, stop).then(this, [this](const Result<WithdrawFacts> &facts) {
        m_activity.end();
        take(facts);
    });
}

void Withdrawer::take(const Result<WithdrawFacts> &facts)
{
    m_work = Work::None;
    m_facts = facts;
    Q_EMIT changed();
}

void Withdrawer::choose(const WithdrawRequest &request)
{
    if (m_work != Work::None)
        return;
    m_request.way = request.way;
    m_request.reason = request.reason;
    m_outcome.reset();
    Q_EMIT changed();
}

void Withdrawer::run()
{
    const WithdrawPlan agreed = plan();
    if (m_work != Work::None || agreed.blocker || agreed.steps.isEmpty())
        return;
    m_work = Work::Working;
    m_outcome.reset();
    const auto stop = m_activity.begin();
    Q_EMIT changed();
    const auto said = [self = QPointer(this)](const WithdrawResult &result) {
        if (self)
            Q_EMIT self->finished(result);
    };
    withdrawRelease(m_session, m_request, agreed.keys(), said, stop).then(this, [this](const WithdrawOutcome &outcome) {
        m_activity.end();
        m_work = Work::None;
        m_outcome = outcome;
        Q_EMIT hostChanged();
        read();
    });
}

} // namespace unmoor
