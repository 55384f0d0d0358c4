// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/project/releasemanifest.h"
#include "app/project/semver.h"

namespace unmoor {

/// How a project's tags are made of its versions: "v{version}".
class TagTemplate
{
public:
    /// \a text: the template; \a name: the project's.
    TagTemplate(const QString &text, const QString &name);
    explicit TagTemplate(const ReleaseManifest &manifest);

    QString tagOf(const QString &version) const;
    /// The version in \a tag as it is written there: "1.2.3", also "2026-11" or whatever stands in its place. nullopt
    /// where the tag is not made by this template.
    std::optional<QString> versionIn(const QString &tag) const;
    /// The same, where it is a version after semver.org; nullopt where it is none.
    std::optional<SemVer> semVerIn(const QString &tag) const;

private:
    QStringList m_pieces; ///< what stands around the versions; one piece where there is no {version}
};

/// What keeps git from having a tag \a tag (git-check-ref-format(1); git tag also refuses "-…" and "HEAD"), as the end
/// of a sentence: "it holds \"..\"". Empty where nothing does.
QString tagProblem(const QString &tag);
/// Errors: InvalidInput (git would refuse the tag that \a manifest makes of \a version).
Result<void> checkTag(const ReleaseManifest &manifest, const QString &version);

/// Whether \a version is the newest stable one among \a tags of \a manifest: a backport does not take "latest".
bool isNewestStable(const ReleaseManifest &manifest, const QString &version, const QStringList &tags);

} // namespace unmoor
