// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/entrystyle.h"

namespace unmoor {

struct Commit
{
    QString id; ///< 40 hex digits
    QString subject;
    QString body;
    QString author;
    bool isMerge = false;

    bool operator==(const Commit &) const = default;
};

/// Entries for a section, to be edited by a person.
struct CommitDraft
{
    QString text; ///< Markdown, "\n" line ends; empty where no commit says anything to users
    int entries = 0;
    int leftOut = 0; ///< commits that became none: merges, version bumps, chores, tests, what was reverted

    bool operator==(const CommitDraft &) const = default;
};

/// How grave what changed is for users; the graver, the larger.
enum class ChangeWeight { Nothing, Fix, Feature, Breaking };

/// The gravest of \a commits; those that draftFrom() leaves out weigh nothing.
ChangeWeight weightOf(const QList<Commit> &commits);

/// The gravest of the entries of a section: by the groups of Keep a Changelog, and by words such as "Breaking:".
ChangeWeight weightOfNotes(const QString &body);

/// Sorts \a commits by what they bring: conventional commits by their type ("feat(api)!: …"), others by their first
/// word. Breaking changes come first and say so. With \a authors each entry names its own.
CommitDraft draftFrom(const QList<Commit> &commits, const EntryStyle &style, bool authors);

/// What GitHub generated, as the body of a section of \a sectionLevel: its headings one level deeper than the
/// section's, without its comments.
QString draftFromGenerated(const QString &body, int sectionLevel);

} // namespace unmoor
