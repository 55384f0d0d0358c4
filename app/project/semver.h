// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/versionorder.h"

#include <QString>
#include <QStringList>
#include <compare>
#include <optional>

namespace unmoor {

/// A version after semver.org 2.0.0.
struct SemVer
{
    quint64 major = 0;
    quint64 minor = 0;
    quint64 patch = 0;
    QStringList preRelease; ///< dot-separated identifiers after "-"
    QString build; ///< after "+"; not part of the order

    /// Strict: "1.2.3", "1.2.3-rc.1+5"; no leading "v", no leading zeros.
    static std::optional<SemVer> parse(QStringView text);
    bool isPreRelease() const { return !preRelease.isEmpty(); }
    QString toString() const;

    /// Precedence of semver.org section 11.
    friend std::strong_ordering operator<=>(const SemVer &a, const SemVer &b);
    friend bool operator==(const SemVer &a, const SemVer &b) { return (a <=> b) == 0; }
};

/// Whether \a version is written as \a scheme wants it.
bool isVersion(const QString &version, VersionScheme scheme);

/// The scheme by which somebody most likely wrote \a version; nullopt: by none.
std::optional<VersionScheme> likelyScheme(const QString &version);

} // namespace unmoor
