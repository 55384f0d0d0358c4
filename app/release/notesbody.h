// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/releasenotes.h"
#include "app/project/releasemanifest.h"

namespace unmoor {

/// What the body of a release may say of one target.
struct NotesTarget
{
    QString triple;
    QString label; ///< in people's words
    QString fileName; ///< of its archive; empty: there is none in this release
    qint64 bytes = 0;
    QByteArray sha256; ///< 64 hex digits
    QStringList codes; ///< of the findings in its archive, accepted ones too
    QStringList architectures; ///< of the Mach-O programs in it: "arm64", "x86_64"
    QString notice; ///< the manifest's
    QString leftOutReason;

    bool operator==(const NotesTarget &) const = default;
};

struct NotesFacts
{
    QString webUrl; ///< "https://github.com/owner/name"; empty: not known
    QString name;
    QString version;
    QString tag;
    QString previousTag; ///< empty: there is none
    QList<NotesTarget> targets;

    bool operator==(const NotesFacts &) const = default;
};

/// The body of a release: \a section, then the blocks of \a settings as far as the facts hold. A table has rows for the
/// files that are there; a notice stands only where its finding does.
QString notesBody(const QString &section, const NotesSettings &settings, const NotesFacts &facts);

/// The part of \a body that a person wrote: all above Unmoor's blocks.
QString writtenPart(const QString &body);

/// Claims that the archives contradict: that Intel Macs run Apple silicon programs (Rosetta 2 translates the other
/// way). Code claim-rosetta; looked for in \a section's lines, which begin in line \a firstLine of \a fileName, and in
/// the targets' own words in unmoor.toml.
QList<NotesProblem> claimProblems(const QString &section, int firstLine, const QString &fileName,
                                  const NotesFacts &facts);

/// Whether \a section, or what \a manifest says of its targets, makes such a claim at all; only then need the archives
/// be asked.
bool makesClaims(const QString &section, const ReleaseManifest &manifest);

/// What the notes of \a version are held against in the checkout at \a directory, whose git has \a tags.
NotesContext notesContextOf(const ReleaseManifest &manifest, const QString &directory, const QString &version,
                            const QStringList &tags, const QString &webUrl);

/// For whom the changelog of \a manifest is read.
ChangelogReading readingOf(const ReleaseManifest &manifest);

/// The address of \a repository ("owner/name") on the host of \a apiUrl; empty where there is none.
QString webUrlOf(const QUrl &apiUrl, const QString &repository);

/// The tags that the manifest's template makes: version → tag.
QMap<QString, QString> taggedVersions(const ReleaseManifest &manifest, const QStringList &tags);

/// The tag of the newest release before \a version; pre-releases count only before a pre-release. Empty: none.
QString tagBefore(const QMap<QString, QString> &tagged, const QString &version,
                  VersionScheme scheme = VersionScheme::SemVer);

} // namespace unmoor
