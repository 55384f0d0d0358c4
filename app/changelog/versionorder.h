// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <compare>
#include <optional>

namespace unmoor {

/// How a project counts its versions.
enum class VersionScheme {
    SemVer, ///< semver.org: three numbers, "-" before what makes a pre-release
    CalVer, ///< calver.org: the year first, "2026.11", "26.11.1", "2026.11.20.2"
    Pep440, ///< Python's: "1.2.3rc1", "1.2.post1", "1.2.dev3"
    Dotted, ///< two numbers or more, "1.2", "1.2.3.4", "1.2.3rc1", "1.2-beta.1"
};

/// The name of each scheme in unmoor.toml.
QStringList versionSchemeNames();
std::optional<VersionScheme> versionSchemeOf(const QString &name);
QString versionSchemeName(VersionScheme scheme);

/// The order of versions as changelogs write them: numbers by value ("4.8" is 4.8.0), then a release above its
/// pre-releases. A build after "+" counts for nothing. Pre-releases go by semver's rules, and "2.0.0rc1" counts as
/// "2.0.0-rc1"; in the other schemes by what their words mean: dev, alpha, beta, rc, the release itself, post.
std::strong_ordering compareVersions(const QString &a, const QString &b, VersionScheme scheme = VersionScheme::SemVer);

/// Whether \a version comes before the release that it names. With semver, whatever follows the numbers says so; in the
/// other schemes "1.2.post1", "2026.11.20-2" and "4.1.0.Final" are releases.
bool isEarlyVersion(const QString &version, VersionScheme scheme = VersionScheme::SemVer);

/// Whether \a version is written as \a scheme wants it. Not for SemVer, which SemVer::parse() reads: false.
bool isWrittenAs(const QString &version, VersionScheme scheme);

} // namespace unmoor
