// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/entrystyle.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int newestSections = 20;

struct Counts
{
    int entries = 0;
    int prefixed = 0;
    int groups = 0;
    QMap<QString, int> bullets;
};

void count(const QString &line, Counts &counts)
{
    static const QRegularExpression entry(uR"(^([-*+]) (?:\**[A-Z]\w+\**: )?)"_s);
    static const QRegularExpression group(
        uR"(^#{2,6} \W*(added|changed|deprecated|removed|fixed|security|features?|(bug )?fixes)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (group.match(line).hasMatch())
        ++counts.groups;
    const QRegularExpressionMatch match = entry.match(line);
    if (!match.hasMatch())
        return;
    ++counts.entries;
    ++counts.bullets[match.captured(1)];
    counts.prefixed += match.capturedLength() > 2;
}

} // namespace

EntryStyle entryStyleOf(const Changelog &changelog)
{
    Counts counts;
    EntryStyle style;
    for (const ChangelogSection &section :
         changelog.sections().first(std::min<qsizetype>(newestSections, changelog.sections().size()))) {
        for (const QString &line : section.body.split(u'\n'))
            count(line, counts);
        style.groupLevel = std::min(section.level + 1, 6);
    }
    if (counts.groups > 0)
        style.kind = EntryStyle::Kind::Groups;
    else if (counts.prefixed * 2 > counts.entries)
        style.kind = EntryStyle::Kind::Prefixes;
    if (!counts.bullets.isEmpty())
        style.bullet = std::ranges::max_element(counts.bullets).key();
    return style;
}

} // namespace unmoor
