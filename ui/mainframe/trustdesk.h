// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

class QWidget;

namespace unmoor {

class Banner;

/// Asks above \a parent whether who made the checkout in \a directory is trusted. To put the box away says no.
void askForTrust(QWidget *parent, const QString &directory, std::function<void(Trust)> answered);

/// Says that the project that is shown is not trusted, and what is therefore not known, and takes a person's answer.
class TrustDesk : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    TrustDesk(Session &session, Banner *banner, QWidget *page);

    /// Asks, unless this folder was asked about before, or is trusted.
    void askOnce();
    void show(); ///< as the project was read last

Q_SIGNALS:
    void changed(); ///< the answer is another than the project was read with: it is to be read again
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

private:
    void ask();
    void take(Trust trust);
    void follow();

    Session &m_session;
    Banner *m_banner;
    QWidget *m_page;
    bool m_hasTold = false; ///< of the answer that holds now
};

} // namespace unmoor
