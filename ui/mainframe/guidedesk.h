// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/activity.h"
#include "app/release/proposalfacts.h"
#include "app/release/session.h"

namespace unmoor {

class GuidePage;

/// Sets up a project that has no unmoor.toml: looks its folder through, proposes, and writes what a person made of the
/// proposal, once they say so.
class GuideDesk : public QObject
{
    Q_OBJECT
public:
    /// \a engine outlives this, which goes with \a page. \a options: as for the session that opens the project then.
    GuideDesk(Engine &engine, const SessionOptions &options, GuidePage *page);
    ~GuideDesk() override;

    /// Asks whether the checkout is trusted, unless that was asked before, then looks it through.
    void begin();

Q_SIGNALS:
    void created(const QString &directory); ///< its unmoor.toml is written

private:
    void askForTrust();
    void survey();
    void takeFacts(ProposalFacts facts, Trust trust);
    void cancel();
    void chooseArchive(const QString &triple);
    void readArchive(const QString &triple, const QString &file);
    void readRelease();
    void read(const QString &what, const QFuture<Result<ProposalFacts>> &layouts, const std::stop_token &stop);
    void takeLayouts(const Result<ProposalFacts> &facts);
    void create();

    Engine &m_engine;
    GuidePage &m_page;
    Session m_session; ///< its client and login; no project is open in it
    Activity m_surveying;
    int m_round = 0; ///< of surveying: the answer of one that was overtaken is dropped
    Activity m_reading; ///< of layouts
    QString m_said; ///< by the reading, last
};

} // namespace unmoor
