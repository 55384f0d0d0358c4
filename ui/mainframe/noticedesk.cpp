// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/noticedesk.h"

#include "ui/widgets/banner.h"

#include <QPushButton>

namespace unmoor {

NoticeDesk::NoticeDesk(Banner *banner, QObject *parent)
    : QObject(parent)
    , m_banner(banner)
{
    m_banner->clear();
}

bool NoticeDesk::isShown() const
{
    return !m_banner->isHidden();
}

void NoticeDesk::say(const Result<void> &result, const QString &what)
{
    m_banner->clear();
    if (!result && result.error().kind != Error::Kind::Canceled)
        m_banner->showMessage(theme::State::Error, what, result.error().message);
    else if (!m_warning.isEmpty())
        warn(m_warning);
    Q_EMIT changed();
}

void NoticeDesk::warn(const QString &message)
{
    m_warning = message;
    if (m_banner->isHidden())
        connect(m_banner->addAction(tr("&Put away")), &QPushButton::clicked, this, [this] {
            m_warning.clear();
            m_banner->clear();
            Q_EMIT changed();
        });
    m_banner->showMessage(theme::State::Warning, tr("Not everything was written down"), message);
    Q_EMIT changed();
}

} // namespace unmoor
