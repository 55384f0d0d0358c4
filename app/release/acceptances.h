// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/engine.h"
#include "app/release/targets.h"

namespace unmoor {

/// Findings that a person lives with in this release, each for a reason that the release record keeps.
class Acceptances
{
public:
    Acceptances(Engine &engine, Targets &targets);

    /// Reads what the ledger has for the release of \a project. Errors: those of the ledger.
    Result<void> load(const ProjectPtr &project);
    /// Lives with a finding of the target's archive in this release. Errors: InvalidInput (no reason; a finding that
    /// says the archive is not whole), Io.
    Result<void> accept(const QString &triple, const Finding &finding, const QString &reason);
    Result<void> withdraw(const QString &triple, const Finding &finding);
    /// Lives with every finding of a code while this session lasts. Errors: InvalidInput.
    Result<void> acceptAll(const QString &code, const QString &reason);

    /// What is accepted in the archives of this release, for people: "CODE, PATH of TRIPLE" → the reason.
    QMap<QString, QString> accepted() const;
    /// The project's settings of checks, and what was accepted.
    CheckSettings checkSettings() const;

private:
    void settle(); ///< judges the findings anew, after the settings changed

    Engine &m_engine;
    Targets &m_targets;
    ProjectPtr m_project;
    QList<Acceptance> m_recorded; ///< of this release, as the ledger has them
    QList<Acceptance> m_forThisRun;
};

} // namespace unmoor
