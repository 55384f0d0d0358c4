// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/headingstyle.h"

#include "app/changelog/lineends.h"
#include "app/changelog/linkdefinitions.h"
#include "app/changelog/releaseheading.h"
#include "app/changelog/writtendate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A heading's lines in three: "## ", the text, and what follows (an underline, or closing marks).
struct HeadingParts
{
    QString before;
    QString after;
    bool isUnderlined = false;
};

HeadingParts partsOf(const Changelog &changelog, const ChangelogSection &section)
{
    const QByteArray &bytes = changelog.bytes();
    const QByteArray raw = bytes.sliced(section.headingBegin, section.bodyBegin - section.headingBegin);
    const QStringList lines = wordLines(QString::fromUtf8(raw));
    if (lines.size() > 1)
        return {.after = lines.last().trimmed(), .isUnderlined = true};
    const qsizetype at = lines.value(0).indexOf(section.heading);
    if (at < 0)
        return {.before = QString(section.level, u'#') + u' '};
    return {lines[0].first(at), lines[0].sliced(at + section.heading.size())};
}

/// What the version and its date leave of a heading that says more is cut; links around the version stay.
QString withoutTitle(const QString &text, const QString &version)
{
    const auto parsed = parseReleaseHeading(text);
    static const QRegularExpression latest(uR"(\s*[\[(]latest[\])])"_s, QRegularExpression::CaseInsensitiveOption);
    QString plain = QString(text).remove(latest);
    const HeadingRemarks remarks = remarksIn(text);
    for (const QString &remark : {remarks.withdrawn, remarks.notYet, remarks.stage}) {
        if (remark.startsWith(u"~~"_s))
            plain.remove(u"~~"_s);
        else if (!remark.isEmpty())
            plain.remove(
                QRegularExpression(uR"(\s*(?:[-–—/:]\s*)?[\[(]?%1[\])]?)"_s.arg(QRegularExpression::escape(remark))));
    }
    if (!parsed || parsed->form != ReleaseHeading::Form::GoesOn)
        return plain;
    const auto date = findDateBeside(version, plain);
    const QRegularExpression end(QRegularExpression::escape(version) + uR"([\])]?(\([^)]*\))?[*`]*)"_s);
    const qsizetype cut = end.match(plain).capturedEnd();
    if (cut < 0)
        return version;
    if (!date || date->at < cut)
        return plain.first(cut);
    // A title between the version and the date goes, what leads over to the date stays.
    static const QRegularExpression lead(uR"(\s*[-–—/,|:]?\s*[\[(]?$)"_s);
    static const QRegularExpression close(uR"(^[\])]?)"_s);
    const QString between = plain.sliced(cut, date->at - cut);
    return plain.first(cut) + lead.match(between).captured() + plain.sliced(date->at, date->length)
        + close.match(plain.sliced(date->at + date->length)).captured();
}

/// The links of a heading, moved on.
QString withNextLinks(QString text, const QString &before, const QString &version)
{
    static const QRegularExpression link(uR"(\]\(([^()\s]+)\))"_s);
    const QRegularExpressionMatch match = link.match(text);
    if (!match.hasMatch())
        return withVersions(text, {{before, version}});
    return withVersions(text.first(match.capturedStart(1)), {{before, version}})
        + linkAfter(match.captured(1), before, version)
        + withVersions(text.sliced(match.capturedEnd(1)), {{before, version}});
}

QString withoutLinks(const QString &text, const QString &before, const QString &version)
{
    static const QRegularExpression link(uR"(\[([^\[\]]*)\]\([^()\s]+\))"_s);
    return withVersions(QString(text).replace(link, u"\\1"_s), {{before, version}});
}

} // namespace

QByteArray headingLike(const Changelog &changelog, const ChangelogSection &like, const QString &version, QDate date)
{
    const HeadingParts parts = partsOf(changelog, like);
    QString text = withoutTitle(like.heading, like.version);
    if (const auto written = findDateBeside(like.version, text); written)
        text.replace(written->at, written->length, writtenLike(text.sliced(written->at, written->length), date));
    const bool isNext = changelog.order(like.version, version) < 0;
    text = isNext ? withNextLinks(text, like.version, version) : withoutLinks(text, like.version, version);
    if (!parts.isUnderlined)
        return (parts.before + text + parts.after).toUtf8();
    const bool fits = parts.after.size() == like.heading.size();
    const QString line(fits ? text.size() : parts.after.size(), parts.after.front());
    return text.toUtf8() + usualLineEnd(changelog.bytes()) + line.toUtf8();
}

QByteArray plainHeading(const Changelog &changelog, const QString &version, QDate date)
{
    int level = 2;
    bool isBracketed = false;
    for (const ChangelogSection &section : changelog.sections()) {
        level = section.level;
        isBracketed = section.heading.startsWith(u'[');
    }
    const QString form = isBracketed ? u"%1 [%2] - %3"_s : u"%1 %2 (%3)"_s;
    return form.arg(QString(level, u'#'), version, date.toString(Qt::ISODate)).toUtf8();
}

QByteArray unreleasedHeading(const Changelog &changelog)
{
    const QList<const ChangelogSection *> releases = changelog.releases();
    const bool isBracketed = !releases.isEmpty() && releases.first()->heading.startsWith(u'[');
    const int level =
        releases.isEmpty() || releases.first()->level >= ChangelogSection::noHeading ? 2 : releases.first()->level;
    return QByteArray(level, '#') + (isBracketed ? " [Unreleased]" : " Unreleased");
}

} // namespace unmoor
