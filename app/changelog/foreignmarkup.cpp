// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/foreignmarkup.h"

#include "app/changelog/markdownlines.h"
#include "app/core/words.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestMarkupLine = 2000; // bytes

enum class Markup { Markdown, ReStructuredText, AsciiDoc, Unknown };

Markup markupByName(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (QStringList{u"rst"_s, u"rest"_s}.contains(suffix))
        return Markup::ReStructuredText;
    if (QStringList{u"adoc"_s, u"asciidoc"_s, u"asc"_s}.contains(suffix))
        return Markup::AsciiDoc;
    return QStringList{u"md"_s, u"markdown"_s, u"mkd"_s, u"mdown"_s}.contains(suffix) ? Markup::Markdown
                                                                                      : Markup::Unknown;
}

QString markupName(Markup markup)
{
    return markup == Markup::AsciiDoc ? u"AsciiDoc"_s : u"reStructuredText"_s;
}

/// What nobody writes in Markdown: directives, roles, links with their address in the backticks.
QString restructuredIn(const QString &line, bool isNamedSo)
{
    static const QRegularExpression sure(
        uR"(^\s*\.\. (?:[\w+:-]+::(?=\s|$)|_[^:]+:|\[[^\]]+\] )|(?<![\w`:]):[a-z][\w.+-]*(?::[\w.+-]+)*:`[^`]+`|)"
        uR"((?<!`)`[^`<>]+ <[^<>`\s]+>`__?(?!\w))"_s);
    static const QRegularExpression likely(uR"((?<![\w`_*])`[^`]+`__?(?![\w`])|^(["'^~+.:])\1{3,}\s*$|::\s*$)"_s);
    const QRegularExpressionMatch match = sure.match(line);
    return match.hasMatch() || !isNamedSo ? match.captured() : likely.match(line).captured();
}

/// Titles, macros, attributes and the heads of blocks.
QString asciiDocIn(const QString &line, bool isNamedSo)
{
    static const QRegularExpression sure(
        uR"(^={2,6} \S.*|(?<![\w:])(?:link|xref):[^\s\[\]:]\S*\[[^\]]*\]|)"
        uR"(^\[(?:source|quote|discrete|horizontal|cols|options|%|NOTE|TIP|WARNING|IMPORTANT|CAUTION)\b[^\]]*\]\s*$)"_s);
    static const QRegularExpression likely(
        uR"(^= \S.*|\bhttps?://[^\s\[\]]+\[[^\]]+\]|\w+::?[^\s\[\]:]+\[[^\]]*\]|^:!?[\w-]+!?:(?:\s|$)|^\*{2,} \S.*|)"
        uR"(^(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION): |\{[a-z][\w-]+\}|^(?:={4,}|_{4,}|\+{4,}|\.{4,}|--)\s*$|^\.\w.*)"_s);
    const QRegularExpressionMatch match = sure.match(line);
    return match.hasMatch() || !isNamedSo ? match.captured() : likely.match(line).captured();
}

struct ForeignText
{
    Markup markup = Markup::Unknown;
    QString what;
};

ForeignText foreignIn(QString line, Markup named)
{
    static const QRegularExpression code(uR"((?<!`)(``+)(?!`)(.+?)(?<!`)\1(?!`))"_s);
    line.remove(code);
    const bool isAsciiDoc = named == Markup::AsciiDoc;
    const bool isRestructured = named == Markup::ReStructuredText;
    if (const QString what = restructuredIn(line, isRestructured); !isAsciiDoc && !what.isEmpty())
        return {Markup::ReStructuredText, what};
    if (const QString what = asciiDocIn(line, isAsciiDoc); !isRestructured && !what.isEmpty())
        return {Markup::AsciiDoc, what};
    return {};
}

QString textOfLine(const QByteArray &bytes, const MarkdownLine &line)
{
    return QString::fromUtf8(bytes.sliced(line.begin, std::min(line.textEnd - line.begin, longestMarkupLine)));
}

QString hintFor(Markup markup)
{
    return Words::tr("Write the section in Markdown. \"pandoc -f %1 -t gfm\" turns a whole file into it.")
        .arg(markup == Markup::AsciiDoc ? u"asciidoc"_s : u"rst"_s);
}

NotesProblem problemOf(Severity severity, Markup markup, const QString &message, const NotesContext &context, int line)
{
    return {{severity, u"not-markdown"_s, context.fileName, message, hintFor(markup)}, line};
}

} // namespace

bool isUnderline(const QString &line, const QString &text)
{
    static const QRegularExpression marks(uR"(^([^\w\s])\1{2,}\s*$)"_s);
    return line.size() >= text.trimmed().size() && marks.match(line).hasMatch();
}

std::optional<NotesProblem> foreignMarkup(const Changelog &changelog, const ChangelogSection &section,
                                          const NotesContext &context)
{
    const Markup named = markupByName(context.fileName);
    const QByteArray body = changelog.bytes().sliced(section.bodyBegin, section.bodyEnd - section.bodyBegin);
    int line = int(QByteArrayView(changelog.bytes()).first(section.bodyBegin).count('\n'));
    for (const MarkdownLine &own : markdownLines(body)) {
        ++line;
        // What Markdown takes for indented code may be the text of a directive; a fence is meant as one.
        if (own.kind == MarkdownLine::Kind::Code || own.kind == MarkdownLine::Kind::Blank)
            continue;
        const ForeignText found = foreignIn(textOfLine(body, own), named);
        if (found.what.isEmpty())
            continue;
        return problemOf(
            named == Markup::Markdown ? Severity::Warning : Severity::Error, found.markup,
            Words::tr("\"%1\" is %2. GitHub reads a release's text as Markdown and would show it as it is typed.")
                .arg(found.what.trimmed().left(60), markupName(found.markup)),
            context, line);
    }
    if (named != Markup::AsciiDoc && named != Markup::ReStructuredText)
        return std::nullopt;
    return problemOf(Severity::Warning, named,
                     Words::tr("%1 is %2 by its name. GitHub reads a release's text as Markdown.")
                         .arg(context.fileName, markupName(named)),
                     context, section.headingLine);
}

std::optional<NotesProblem> foreignHeading(const Changelog &changelog, const NotesContext &context)
{
    const QString version = uR"((?<![\w.])v?%1(?![\w.+-]*\d))"_s.arg(QRegularExpression::escape(context.version));
    const QRegularExpression title(uR"(^={1,6} .*)"_s + version);
    const QRegularExpression words(version);
    const QList<MarkdownLine> lines = markdownLines(changelog.bytes());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString text = textOfLine(changelog.bytes(), lines[i]);
        const bool isUnderlined = i + 1 < lines.size() && lines[i].kind == MarkdownLine::Kind::Text
            && text.contains(words) && !text.startsWith(u' ')
            && isUnderline(textOfLine(changelog.bytes(), lines[i + 1]), text);
        const bool isTitle = title.match(text).hasMatch();
        if (!isTitle && !isUnderlined)
            continue;
        const Markup markup = isTitle ? Markup::AsciiDoc : Markup::ReStructuredText;
        return problemOf(
            Severity::Error, markup,
            Words::tr("Line %1, \"%2\", is a heading of %3 in %4, which Markdown does not know. GitHub reads "
                      "a release's text as Markdown.")
                .arg(QString::number(i + 1), text.trimmed().left(60), context.version, markupName(markup)),
            context, int(i) + 1);
    }
    return std::nullopt;
}

} // namespace unmoor
