// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"
#include "app/changelog/markdownlines.h"

namespace unmoor {

/// A heading that begins a release's section.
struct ReleaseStart
{
    MarkdownHeading heading;
    ReleaseHeading release;
    bool isOthers = false; ///< of another package than the project
};

struct ReleaseStarts
{
    QList<ReleaseStart> starts; ///< in the file's order
    QStringList rivals; ///< see Changelog::rivals()
};

/// Which headings of a file begin a release's section, and whose.
ReleaseStarts releaseStarts(const QByteArray &bytes, const QList<MarkdownLine> &lines,
                            const QList<MarkdownHeading> &headings, const ChangelogReading &reading);

/// Whether \a heading is a part of a release, "Bug Fixes": some files give those a higher level than the release.
bool isReleasePart(const MarkdownHeading &heading);

/// The line, an index, with which the section of the heading in line \a heading begins: that of the first anchor or
/// marker above it, at \a lowest or below; its own where there is none. A comment is a marker where the file repeats
/// it.
class SectionHeads
{
public:
    SectionHeads(const QByteArray &bytes, const QList<MarkdownLine> &lines);
    qsizetype beginOf(qsizetype heading, qsizetype lowest, bool isFirst) const;

private:
    QByteArrayView textOf(qsizetype line) const;
    bool isAnchor(qsizetype line) const;
    bool isMarker(qsizetype line) const;

    const QByteArray &m_bytes;
    const QList<MarkdownLine> &m_lines;
    QHash<QByteArrayView, int> m_comments; ///< how often each stands in the file
};

} // namespace unmoor
