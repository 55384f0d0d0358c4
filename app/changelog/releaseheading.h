// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace unmoor {

/// A heading's text, read as the name of a release.
struct ReleaseHeading
{
    enum class Form {
        Complete, ///< nothing but the version, its date, a link: "[1.0.5](https://…) (2026-06-24)", "Version 0.2.7"
        GoesOn, ///< more after a separator: "1.0.5 – Driftwood"
        Named, ///< one name before the version: "minne 1.0.5"
    };

    Form form = Form::Complete;
    QString name; ///< of Named
    QString version; ///< without "v"; empty for Unreleased
    QDate date;
    bool unreleased = false;
    bool hasUrl = false;

    bool operator==(const ReleaseHeading &) const = default;
};

/// nullopt for a heading that names no version. A version has a dot at least: "3 things we learned" names none.
std::optional<ReleaseHeading> parseReleaseHeading(const QString &text);

} // namespace unmoor
