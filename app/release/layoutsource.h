// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspectionprocess.h"
#include "app/core/result.h"
#include "app/github/client.h"
#include "app/release/manifestproposal.h"

namespace unmoor {

/// The target triple in a file's name ("main-x86_64-unknown-linux-gnu.tar.xz"); empty: none.
QString tripleInName(const QString &fileName);
/// The version in a file's name ("minne-1.0.4-linux.zip"); empty: none.
QString versionInName(const QString &fileName);

/// What reads the archives of a proposal, and what ends it.
struct LayoutReading
{
    InspectionProcess inspector;
    std::stop_token stop = {};
};

/// \a facts with the layouts of archives of this machine, each "FILE" or "TRIPLE=FILE". Errors: InvalidInput (no triple
/// to be seen), Corrupt (a damaged archive proposes nothing), and those of inspectApart().
QFuture<Result<ProposalFacts>> withLayoutsOfFiles(ProposalFacts facts, QStringList files, const LayoutReading &reading);

/// \a facts with the layouts of the newest release's archives, downloaded below \a stateDir, for the targets that have
/// none yet; \a said gets a line about each. Errors: those of fetchAsset() and inspectApart(), and Corrupt.
QFuture<Result<ProposalFacts>> withLayoutsOfRelease(const ProposalFacts &facts, github::Client &client,
                                                    const QString &stateDir, const LayoutReading &reading,
                                                    const std::function<void(const QString &)> &said);

} // namespace unmoor
