// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/releasestory.h"
#include "app/release/session.h"

#include <QObject>

namespace unmoor {

class Banner;
class MatrixModel;
class PublishPage;

/// Joins a session's publishing to its page, to the matrix, which counts a pause down, and to the banner that says what
/// a release that stopped half-way lacks.
class PublishDesk : public QObject
{
    Q_OBJECT
public:
    /// Makes the page, as a child of \a parent. \a session, \a model and \a unfinished outlive this.
    PublishDesk(Session &session, MatrixModel *model, Banner *unfinished, QWidget *parent);

    PublishPage *page() const { return m_page; }

    void readHost();
    /// \a agreement: what a person agreed to.
    void publish(bool draftOnly, const PublishAgreement &agreement);
    /// Goes on with what stopped because the token had ended; false: nothing had.
    bool goOn();
    int wait() const { return m_wait; } ///< seconds of a pause; 0: none
    void show(); ///< what is on the host, and what will be
    void takeBack(const QString &tag); ///< opens what takes the release of \a tag back
    void setBannerWanted(bool wanted); ///< false: the page itself is in sight, or something worse is to be said

Q_SIGNALS:
    void changed(); ///< what the rail and the frame show
    void ended(); ///< a publishing, whatever its outcome
    void confirmationRequested(bool draftOnly);
    void signInRequested();
    void patchRequested(); ///< the fix of a release that was taken back is to be prepared
    void withdrawn(); ///< a release was taken back or put back, or somebody tried
    void pageRequested();
    void openLinkRequested(const QUrl &url);

private:
    QList<ExpectedArchive> expectedArchives() const;
    void showBanner();
    void waitFor(int seconds, const QString &why);

    Session &m_session;
    PublishPage *m_page;
    MatrixModel *m_model;
    Banner *m_unfinished;
    std::optional<ReleaseStory> m_story;
    std::optional<std::pair<bool, PublishAgreement>> m_stopped; ///< the publishing that a new token lets go on
    QString m_sendingFile; ///< of the step that runs
    int m_wait = 0;
    bool m_bannerWanted = true;
};

} // namespace unmoor
