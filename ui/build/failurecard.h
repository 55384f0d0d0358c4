// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "card/card.h"
#include "nix/buildfailure.h"

namespace unmoor {

/// Why a build failed: the cause, the evidence, and what to do about it.
class FailureCard : public Card
{
    Q_OBJECT
public:
    /// \a after: when it failed, "1 m 04 s" into the build; empty where not known.
    FailureCard(const BuildFailure &failure, const QString &after, QWidget *parent = nullptr);

private:
    QWidget *makeHead(const QString &after);
    QWidget *makeHashes();
    QWidget *makeDetail();
    QWidget *makeActions();
    QString asText() const;

    BuildFailure m_failure;
    QWidget *m_detail = nullptr;
};

/// The cause in a few words: "A download is not what the flake expects".
QString failureTitle(BuildFailure::Kind kind);

} // namespace unmoor
