// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/releaseheading.h"
#include "app/changelog/versionorder.h"
#include "app/core/finding.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QDate>

namespace unmoor {

/// One release's part of a changelog.
struct ChangelogSection
{
    QString heading; ///< the heading's text without "#", underline or trailing "#": "1.0.5 (2026-06-24)"
    static constexpr int noHeading = 7;

    int level =
        2; ///< 1 to 6; setext "=" is 1, "-" is 2; noHeading: a line that stands for one, "**1.0.5 / 2026-06-24**"
    QString version; ///< "1.0.5", without a leading "v"; empty for Unreleased
    QString package; ///< "minne" of "minne 1.0.5"; empty where the heading names none
    QDate date; ///< invalid where the heading names none
    HeadingRemarks remarks;
    bool unreleased = false;
    bool isOthers = false; ///< of another package than the project, in a file that tells of several
    int headingLine = 0; ///< 1-based
    int lastLine = 0; ///< last line that belongs to the section, blank ones included
    qsizetype begin = 0; ///< byte offset of the first line that goes with the heading: anchors and markers above it
    qsizetype headingBegin = 0; ///< of the heading's first line
    qsizetype bodyBegin = 0; ///< byte offsets in the file of what lies below the heading's line(s)
    qsizetype bodyEnd = 0;
    QString body; ///< that text, without leading and trailing blank lines, "\n" line ends

    bool operator==(const ChangelogSection &) const = default;
};

/// Whose releases a changelog is read for.
struct ChangelogReading
{
    QString package; ///< the project's name, which picks its sections out of a file of several; empty: not known
    VersionScheme scheme = VersionScheme::SemVer;

    bool operator==(const ChangelogReading &) const = default;
};

/// A CHANGELOG.md, byte for byte, with its release sections found.
class Changelog
{
public:
    /// Never fails: a file without release headings has no sections. Headings inside code fences and HTML comments do
    /// not count. A release heading names a version (or Unreleased) in one of the forms people use: "## 1.0.5
    /// (2026-06-24)", "## [1.0.5] - 2026-06-24", "## v1.0.5", "## Version 0.2.7 (2025-12-04)", "# 1.0.5", setext; also
    /// with a package's name or a date before the version. Headings of every package end a section.
    static Changelog parse(const QByteArray &bytes, const ChangelogReading &reading = {});
    Changelog with(const QByteArray &bytes) const { return parse(bytes, m_reading); } ///< read for the same project

    const QByteArray &bytes() const { return m_bytes; }
    const ChangelogReading &reading() const { return m_reading; }
    const QList<ChangelogSection> &sections() const { return m_sections; }
    QList<const ChangelogSection *> releases() const; ///< of the project itself, without Unreleased
    const ChangelogSection *unreleased() const; ///< the first such section; null: none
    /// Of the project, all with exactly this version; where one says another stage ("1.0.5 RC 1"), only if all do.
    QList<ChangelogSection> sectionsFor(const QString &version) const;
    /// Packages that the file tells of, where it is several and none of them is known to be the project.
    const QStringList &rivals() const { return m_rivals; }
    std::strong_ordering order(const QString &a, const QString &b) const
    {
        return compareVersions(a, b, m_reading.scheme);
    }

    /// The file with \a body below the heading of \a section: every byte outside stays, the file's line ends are used,
    /// blank lines around the body are kept as they were.
    QByteArray withBody(const ChangelogSection &section, const QString &body) const;

private:
    QByteArray m_bytes;
    ChangelogReading m_reading;
    QList<ChangelogSection> m_sections;
    QStringList m_rivals;
};

/// Reads \a path. Errors: NotFound (says where it was looked for), Io.
Result<Changelog> readChangelog(const QString &path, const ChangelogReading &reading = {});

/// Writes \a updated with QSaveFile, only where \a path still holds \a original. Errors: Conflict (changed on disk
/// since it was read), Io.
Result<void> saveChangelog(const QString &path, const QByteArray &original, const QByteArray &updated);

/// Writes \a bytes to \a path, which is not there yet. Errors: Conflict (it is), Io.
Result<void> createChangelog(const QString &path, const QByteArray &bytes);

} // namespace unmoor
