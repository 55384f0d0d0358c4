// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"

namespace unmoor {

/// What a new section is to be called.
struct NewSection
{
    QString version;
    QDate date;
    QString body; ///< what it says; promoting takes Unreleased's own words instead
};

/// The file with the entries of Unreleased under a heading for the version, in the style of the file's other headings,
/// and a fresh, empty Unreleased above it; links that compare versions follow, definitions and those in headings. A
/// section that is there but says in its heading that it is not released gets the date. Every entry stays byte for
/// byte. Errors: NotFound (there is no Unreleased), InvalidInput (it says nothing), Conflict (the version has a
/// section).
Result<QByteArray> promoteUnreleased(const Changelog &changelog, const NewSection &section);

/// The file with a section for the version, where its version belongs; below Unreleased in a file that begins with the
/// newest. Conflict: the version has a section.
Result<QByteArray> insertSection(const Changelog &changelog, const NewSection &section);

/// The file with an empty section for what is not released yet, as its other headings are written, where the newest
/// stands; with a link that compares, where the newest release has one. Errors: Conflict (there is one), InvalidInput
/// (a section written so would not be understood).
Result<QByteArray> withUnreleased(const Changelog &changelog);

/// A changelog's first bytes: its title and that one section.
Result<QByteArray> newChangelog(const NewSection &section);

} // namespace unmoor
