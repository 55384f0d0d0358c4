// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/manifestedit.h"
#include "app/project/manifesttext.h"
#include "app/release/manifestproposal.h"

namespace unmoor {

/// A target that a person can take into a first unmoor.toml: an output of the flake, or what they wrote themselves.
struct DraftTarget
{
    QString triple;
    QString system;
    QString output;
    QString archive; ///< template of the file's name
    QString layout; ///< empty: none
    bool isIn = false; ///< is in the text
    QString why; ///< of one that was not proposed: the reason

    bool operator==(const DraftTarget &) const = default;
};

/// A first unmoor.toml on its way: what was found, and the text that a person makes of the proposal. The text is what
/// counts. Whatever else is shown is read out of it, and every change is a change of the text.
class ProposalDraft
{
public:
    /// Proposes anew, unless the text was edited: then only layouts that are new are put into it. Errors: InvalidInput
    /// (what was edited is no TOML, so that no layout could be put in).
    Result<void> setFacts(const ProposalFacts &facts);
    const ProposalFacts &facts() const { return m_facts; }

    const QString &text() const { return m_text; }
    void setText(const QString &text) { m_text = text; }
    bool isEdited() const { return m_text != m_proposed; } ///< differs from what was proposed
    std::optional<ManifestProblem> problem() const; ///< what the reader of unmoor.toml says of the text

    Result<ManifestForm> form() const { return formOfManifest(m_text); }
    QList<DraftTarget> targets() const; ///< in the text first; of a text that is no TOML those of the proposal

    // Each changes the text, or fails with InvalidInput and leaves it.
    Result<void> setProjectKey(const QString &key, const QString &value); ///< \a value: TOML; empty: takes the key out
    Result<void> setVersion(const VersionSource &source);
    Result<void> setArchive(const QString &triple, const QString &archive);
    /// Takes a target in or out. One that is taken in replaces another of its triple, and comes back as it was.
    Result<void> setIn(const DraftTarget &target, bool in);

private:
    Result<void> take(const Result<QString> &changed);
    Result<void> cut(const QString &triple);
    Result<void> addLayout(const QString &triple);

    ProposalFacts m_facts;
    QString m_proposed;
    QString m_text;
    QMap<QString, QString> m_cut; ///< "system.output" → [[target]] as it was when it was taken out
    QMap<QString, ExpectedLayout> m_added; ///< by name: layouts that were put into an edited text
};

} // namespace unmoor
