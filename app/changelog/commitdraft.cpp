// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/commitdraft.h"

#include "app/changelog/lineends.h"
#include "app/changelog/markdownlines.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

enum class Group { Breaking, Added, Changed, Deprecated, Removed, Fixed, Security, None };

struct Entry
{
    Group group = Group::None;
    QString text;
    bool isBreaking = false;
};

Group groupOfType(const QString &type)
{
    static const QHash<QString, Group> groups{
        {u"feat"_s, Group::Added},     {u"feature"_s, Group::Added},     {u"add"_s, Group::Added},
        {u"fix"_s, Group::Fixed},      {u"bugfix"_s, Group::Fixed},      {u"perf"_s, Group::Changed},
        {u"change"_s, Group::Changed}, {u"revert"_s, Group::Changed},    {u"deprecate"_s, Group::Deprecated},
        {u"remove"_s, Group::Removed}, {u"security"_s, Group::Security}, {u"sec"_s, Group::Security},
    };
    return groups.value(type, Group::None);
}

/// The types of conventional commits that tell users nothing.
bool isInternal(const QString &type)
{
    static const QSet<QString> types{u"build"_s, u"chore"_s, u"ci"_s,    u"docs"_s, u"doc"_s, u"refactor"_s,
                                     u"style"_s, u"test"_s,  u"tests"_s, u"deps"_s, u"wip"_s};
    return types.contains(type);
}

Group groupOfWord(const QString &subject)
{
    const QString word = subject.section(u' ', 0, 0).toLower();
    if (word == u"add" || word == u"added" || word == u"adds" || word == u"implement" || word == u"introduce")
        return Group::Added;
    if (word == u"fix" || word == u"fixed" || word == u"fixes" || word == u"correct" || word == u"repair")
        return Group::Fixed;
    if (word == u"remove" || word == u"removed" || word == u"drop" || word == u"delete")
        return Group::Removed;
    return word == u"deprecate" ? Group::Deprecated : Group::Changed;
}

/// Commits that only move history along.
bool isNoise(const Commit &commit)
{
    static const QRegularExpression noise(
        uR"(^((fixup|squash|amend)! |merge (branch|remote|pull request|tag|commit) |)"
        uR"((bump|update|upgrade) \S+ from \S+ to \S+|)"
        uR"(((chore|build)(\(\w+\))?:? ?)?(release|bump|version|prepare|set version|new version)?[\w ]{0,20}:? ?v?\d+\.\d+(\.\d+)?\S*$))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return commit.isMerge || noise.match(commit.subject).hasMatch();
}

QString capitalized(QString text)
{
    if (!text.isEmpty() && !text.startsWith(u'`'))
        text[0] = text[0].toUpper();
    return text;
}

Entry entryOf(const Commit &commit)
{
    static const QRegularExpression conventional(
        uR"(^(?<type>[a-z]+)(?:\((?<scope>[^()]*)\))?(?<bang>!)?:\s+(?<text>\S.*)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression footer(uR"(^BREAKING[ -]CHANGE:)"_s, QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = conventional.match(commit.subject);
    const QString type = match.captured(u"type"_s).toLower();
    const Group typed = groupOfType(type);
    if (!match.hasMatch() || (typed == Group::None && !isInternal(type)))
        return {groupOfWord(commit.subject), commit.subject, false};
    const bool isBreaking = match.hasCaptured(u"bang"_s) || footer.match(commit.body).hasMatch();
    const QString scope = match.captured(u"scope"_s);
    const QString text =
        scope.isEmpty() ? capitalized(match.captured(u"text"_s)) : u"%1: %2"_s.arg(scope, match.captured(u"text"_s));
    return {isBreaking ? Group::Breaking : typed, text, isBreaking};
}

/// Commits that a later one of the same range takes back, and the one that does.
QSet<QString> revertedIn(const QList<Commit> &commits)
{
    static const QRegularExpression reverts(uR"(This reverts commit ([0-9a-f]{7,40}))"_s);
    QSet<QString> reverted;
    for (const Commit &commit : commits) {
        const QRegularExpressionMatch match = reverts.match(commit.body);
        if (!match.hasMatch())
            continue;
        for (const Commit &other : commits) {
            if (other.id.startsWith(match.captured(1)))
                reverted += {other.id, commit.id};
        }
    }
    return reverted;
}

QString groupTitle(Group group)
{
    switch (group) {
    case Group::Breaking:
        return u"Changed"_s;
    case Group::Added:
        return u"Added"_s;
    case Group::Changed:
        return u"Changed"_s;
    case Group::Deprecated:
        return u"Deprecated"_s;
    case Group::Removed:
        return u"Removed"_s;
    case Group::Fixed:
        return u"Fixed"_s;
    case Group::Security:
        return u"Security"_s;
    case Group::None:
        break;
    }
    return {};
}

QString prefixOf(Group group)
{
    switch (group) {
    case Group::Breaking:
        return u"Breaking: "_s;
    case Group::Added:
        return u"Feature: "_s;
    case Group::Fixed:
        return u"Fix: "_s;
    case Group::Security:
        return u"Security: "_s;
    case Group::Removed:
        return u"Removed: "_s;
    case Group::Deprecated:
        return u"Deprecated: "_s;
    case Group::Changed:
    case Group::None:
        break;
    }
    return u"Change: "_s;
}

QString lineOf(const Entry &entry, const EntryStyle &style)
{
    const bool isPrefixed = style.kind == EntryStyle::Kind::Prefixes;
    const QString prefix = isPrefixed ? prefixOf(entry.group) : entry.isBreaking ? u"**Breaking:** "_s : QString();
    return style.bullet + u' ' + prefix + entry.text;
}

QString written(const QList<Entry> &entries, const EntryStyle &style)
{
    QStringList lines;
    QString title;
    for (const Entry &entry : entries) {
        const QString own = groupTitle(entry.group);
        if (style.kind == EntryStyle::Kind::Groups && own != title) {
            if (!lines.isEmpty())
                lines.append(QString());
            lines += {QString(style.groupLevel, u'#') + u' ' + own, QString()};
            title = own;
        }
        lines.append(lineOf(entry, style));
    }
    return lines.join(u'\n');
}

/// Groups in Keep a Changelog's order; what breaks stands first among the changes.
int rankOf(const Entry &entry)
{
    static const QList<Group> order{Group::Added,   Group::Breaking, Group::Changed, Group::Deprecated,
                                    Group::Removed, Group::Fixed,    Group::Security};
    return int(order.indexOf(entry.group));
}

ChangeWeight weightOf(Group group)
{
    switch (group) {
    case Group::Breaking:
    case Group::Removed:
        return ChangeWeight::Breaking;
    case Group::Added:
    case Group::Deprecated:
        return ChangeWeight::Feature;
    case Group::Changed:
    case Group::Fixed:
    case Group::Security:
        return ChangeWeight::Fix;
    case Group::None:
        return ChangeWeight::Nothing;
    }
    Q_UNREACHABLE_RETURN(ChangeWeight::Nothing);
}

} // namespace

ChangeWeight weightOf(const QList<Commit> &commits)
{
    const QSet<QString> reverted = revertedIn(commits);
    ChangeWeight weight = ChangeWeight::Nothing;
    for (const Commit &commit : commits)
        if (!isNoise(commit) && !reverted.contains(commit.id))
            weight = std::max(weight, weightOf(entryOf(commit).group));
    return weight;
}

ChangeWeight weightOfNotes(const QString &body)
{
    static const QRegularExpression breaking(uR"(^\s*[-*+]\s+(\*\*)?breaking\b|^#+\s+(removed|breaking\b.*)\s*$)"_s,
                                             QRegularExpression::CaseInsensitiveOption
                                                 | QRegularExpression::MultilineOption);
    static const QRegularExpression feature(
        uR"(^#+\s+(added|deprecated|new|features?)\s*$|^\s*[-*+]\s+(feature|feat|new|added?)\b)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    if (body.trimmed().isEmpty())
        return ChangeWeight::Nothing;
    if (body.contains(breaking))
        return ChangeWeight::Breaking;
    return body.contains(feature) ? ChangeWeight::Feature : ChangeWeight::Fix;
}

CommitDraft draftFrom(const QList<Commit> &commits, const EntryStyle &style, bool authors)
{
    const QSet<QString> reverted = revertedIn(commits);
    CommitDraft draft;
    QList<Entry> entries;
    for (const Commit &commit : commits) {
        Entry entry = isNoise(commit) || reverted.contains(commit.id) ? Entry() : entryOf(commit);
        if (entry.group == Group::None) {
            ++draft.leftOut;
            continue;
        }
        if (authors && !commit.author.isEmpty())
            entry.text += u" (%1)"_s.arg(commit.author);
        entries.append(entry);
    }
    std::ranges::stable_sort(entries, {}, rankOf);
    draft.entries = int(entries.size());
    draft.text = written(entries, style);
    return draft;
}

QString draftFromGenerated(const QString &body, int sectionLevel)
{
    const QByteArray bytes = wordLines(body).join(u'\n').toUtf8();
    const QList<MarkdownLine> lines = markdownLines(bytes);
    int top = 7;
    for (const MarkdownLine &line : lines) {
        if (line.kind == MarkdownLine::Kind::Heading)
            top = std::min(top, line.level);
    }
    const int deeper = std::max(0, sectionLevel + 1 - top);
    QStringList out;
    for (const MarkdownLine &line : lines) {
        const QString text = QString::fromUtf8(bytes.sliced(line.begin, line.textEnd - line.begin));
        const bool isHeading = line.kind == MarkdownLine::Kind::Heading && text.startsWith(u'#');
        if (line.kind != MarkdownLine::Kind::Comment)
            out.append(isHeading ? QString(std::min(deeper, 6 - line.level), u'#') + text : text);
    }
    return wordLines(out.join(u'\n')).join(u'\n');
}

} // namespace unmoor
