// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QObject>

namespace unmoor {

class Banner;

/// Says above the pages what went wrong last and belongs to none of them.
class NoticeDesk : public QObject
{
    Q_OBJECT
public:
    /// \a banner outlives this.
    NoticeDesk(Banner *banner, QObject *parent);

    bool isShown() const;
    /// What the work that \a what names a failure of came to: good news takes an older failure away.
    void say(const Result<void> &result, const QString &what);
    /// Stays until a person has put it away: what it tells of stops nothing and would be overlooked.
    void warn(const QString &message);

Q_SIGNALS:
    void changed();

private:
    Banner *m_banner;
    QString m_warning; ///< that nobody has put away
};

} // namespace unmoor
