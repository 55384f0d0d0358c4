// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace unmoor {

/// What a heading says of its release beside the version. Each is the words that say it, empty where nothing does.
struct HeadingRemarks
{
    QString notYet; ///< that it is not released: "unreleased", "TBD", "2026-xx-xx"
    QString stage; ///< another stage than the version's own: "Release Candidate 1", "beta"
    QString withdrawn; ///< that it was taken back: "YANKED"

    bool operator==(const HeadingRemarks &) const = default;
};

/// A heading's text, read as the name of a release.
struct ReleaseHeading
{
    enum class Form {
        Complete, ///< nothing but the version, its date, a link: "[1.0.5](https://…) (2026-06-24)", "Version 0.2.7"
        GoesOn, ///< more after a separator: "1.0.5 – Driftwood"
        Named, ///< a name before the version: "minne 1.0.5", "`minne` - [1.0.5](https://…)", "minne@1.0.5"
    };

    Form form = Form::Complete;
    QString name; ///< of Named
    QString version; ///< without "v"; empty for Unreleased
    QDate date;
    bool unreleased = false;
    bool hasUrl = false;
    bool isSure = false; ///< of Named: it has a date, a link to a comparison or a tag, or is joined as tags are
    HeadingRemarks remarks;

    bool operator==(const ReleaseHeading &) const = default;
};

/// nullopt for a heading that names no version. A version has a dot at least: "3 things we learned" names none.
std::optional<ReleaseHeading> parseReleaseHeading(const QString &text);

/// What \a text, a heading or the first line below one, says of its release.
HeadingRemarks remarksIn(const QString &text);

/// Whether \a heading is one of the names that people give to what is not released yet: "Upcoming release", "Next",
/// "HEAD", "main", "master (unreleased)".
bool namesUnreleased(const QString &heading);

/// Whether \a a and \a b are one package's name: letters of any case, "-", "_", "." and blanks alike.
bool isSamePackage(const QString &a, const QString &b);

} // namespace unmoor
