// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding.h"
#include "core/result.h"

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
    QDate date; ///< invalid where the heading names none
    bool unreleased = false;
    int headingLine = 0; ///< 1-based
    int lastLine = 0; ///< last line that belongs to the section, blank ones included
    qsizetype headingBegin = 0; ///< byte offset of the heading's first line
    qsizetype bodyBegin = 0; ///< byte offsets in the file of what lies below the heading's line(s)
    qsizetype bodyEnd = 0;
    QString body; ///< that text, without leading and trailing blank lines, "\n" line ends

    bool operator==(const ChangelogSection &) const = default;
};

/// A CHANGELOG.md, byte for byte, with its release sections found.
class Changelog
{
public:
    /// Never fails: a file without release headings has no sections. Headings inside code fences and HTML comments do
    /// not count. A release heading names a version (or Unreleased) in one of the forms people use: "## 1.0.5
    /// (2026-06-24)", "## [1.0.5] - 2026-06-24", "## v1.0.5", "## Version 0.2.7 (2025-12-04)", "# 1.0.5", setext.
    static Changelog parse(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_bytes; }
    const QList<ChangelogSection> &sections() const { return m_sections; }
    QList<ChangelogSection> sectionsFor(const QString &version) const; ///< all with exactly this version

    /// The file with \a body below the heading of \a section: every byte outside stays, the file's line ends are used,
    /// blank lines around the body are kept as they were.
    QByteArray withBody(const ChangelogSection &section, const QString &body) const;

private:
    QByteArray m_bytes;
    QList<ChangelogSection> m_sections;
};

/// Reads \a path. Errors: NotFound (says where it was looked for), Io.
Result<Changelog> readChangelog(const QString &path);

/// Writes \a updated with QSaveFile, only where \a path still holds \a original. Errors: Conflict (changed on disk
/// since it was read), Io.
Result<void> saveChangelog(const QString &path, const QByteArray &original, const QByteArray &updated);

/// Writes \a bytes to \a path, which is not there yet. Errors: Conflict (it is), Io.
Result<void> createChangelog(const QString &path, const QByteArray &bytes);

} // namespace unmoor
