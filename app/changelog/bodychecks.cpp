// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/bodychecks.h"

#include "app/changelog/droppedhtml.h"
#include "app/changelog/linestart.h"
#include "app/changelog/linkdefinitions.h"
#include "app/changelog/markdownlines.h"
#include "app/core/format.h"
#include "app/core/words.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

/// A link or image of a line.
struct Target
{
    QString url;
    qsizetype at = 0; ///< of the address, in characters
    bool isImage = false;
};

/// Code and comments are no markup: their characters are blanked.
QString withoutCode(QString text)
{
    static const QRegularExpression hidden(uR"((?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)|<!--.*?(-->|$))"_s);
    for (const QRegularExpressionMatch &match : hidden.globalMatch(QString(text)))
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    return text;
}

/// Whether the bracket that ends before \a end belongs to an image: "![…]".
bool isImageBefore(const QString &text, qsizetype end)
{
    int depth = 0;
    for (qsizetype i = end; i >= 0; --i) {
        depth += text[i] == u']' ? 1 : text[i] == u'[' ? -1 : 0;
        if (depth == 0)
            return i > 0 && text[i - 1] == u'!';
    }
    return false;
}

QList<Target> targetsIn(const QString &text)
{
    static const QRegularExpression inLine(
        uR"(\]\(\s*<?([^\s<>()]+(?:\([^()]*\)[^\s<>()]*)*)>?(?:\s+["'(][^"')]*["')])?\s*\))"_s);
    static const QRegularExpression definition(uR"(^ {0,3}\[[^\[\]^][^\[\]]*\]:[ \t]*<?([^\s<>]+))"_s);
    static const QRegularExpression tag(uR"rx(<(a|img|source)\s[^>]*?(?:href|src)\s*=\s*["']([^"']+)["'])rx"_s,
                                        anyCase);
    QList<Target> targets;
    for (const QRegularExpressionMatch &match : inLine.globalMatch(text))
        targets.append({match.captured(1), match.capturedStart(1), isImageBefore(text, match.capturedStart())});
    if (const QRegularExpressionMatch match = definition.match(text); match.hasMatch())
        targets.append({match.captured(1), match.capturedStart(1), false});
    for (const QRegularExpressionMatch &match : tag.globalMatch(text))
        targets.append({match.captured(2), match.capturedStart(2), match.captured(1).toLower() != u"a"});
    return targets;
}

/// What is relative in a file; a page's own anchors and addresses with a scheme or host are not.
bool isRelative(const QString &url)
{
    static const QRegularExpression scheme(u"^[a-z][a-z0-9+.-]*:"_s, anyCase);
    return !url.isEmpty() && !url.startsWith(u'#') && !url.startsWith(u"//") && !scheme.match(url).hasMatch();
}

class BodyCheck
{
public:
    BodyCheck(const Changelog &changelog, const ChangelogSection &section, const NotesContext &context)
        : m_bytes(changelog.bytes())
        , m_section(section)
        , m_context(context)
    {
    }

    QList<NotesProblem> run()
    {
        const QByteArray body = m_bytes.sliced(m_section.bodyBegin, m_section.bodyEnd - m_section.bodyBegin);
        const QList<MarkdownLine> lines = markdownLines(body);
        const int firstLine = int(m_bytes.first(m_section.bodyBegin).count('\n'));
        checkFence(body, lines, firstLine);
        checkFirstLine(body, lines, firstLine);
        checkConflict(body, lines, firstLine);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const bool isMarkup = lines[i].isWords() || lines[i].kind == MarkdownLine::Kind::Heading
                || lines[i].kind == MarkdownLine::Kind::Definition || lines[i].kind == MarkdownLine::Kind::Footnote;
            if (!isMarkup || lines[i].kind == MarkdownLine::Kind::Code)
                continue;
            m_line = firstLine + int(i) + 1;
            m_begin = m_section.bodyBegin + lines[i].begin;
            m_text = QString::fromUtf8(body.sliced(lines[i].begin, lines[i].textEnd - lines[i].begin));
            checkLine(withoutCode(m_text));
        }
        return m_problems;
    }

private:
    void add(Severity severity, const QString &code, const QString &message, const QString &hint, qsizetype at,
             qsizetype length, const std::optional<NotesFix> &fix = {})
    {
        m_problems.append({{severity, code, m_context.fileName, message, hint}, m_line, int(at) + 1, int(length), fix});
    }

    /// A fence that the section does not close takes in every release below it.
    void checkFence(const QByteArray &body, const QList<MarkdownLine> &lines, int firstLine)
    {
        using Kind = MarkdownLine::Kind;
        const QByteArray probe = body + "\n\n# end\n";
        const Kind last = markdownLines(probe).last().kind;
        if (last == Kind::Heading || lines.isEmpty())
            return;
        const auto isOpen = [last](const MarkdownLine &line) { return line.kind == last || line.kind == Kind::Blank; };
        qsizetype begin = std::find_if_not(lines.rbegin(), lines.rend(), isOpen).base() - lines.begin();
        while (begin + 1 < lines.size() && lines[begin].kind == Kind::Blank)
            ++begin;
        m_line = firstLine + int(begin) + 1;
        const bool isCode = last == Kind::Code;
        add(Severity::Error, u"fence-unclosed"_s,
            isCode ? Words::tr("The code block that begins near line %1 has no end.").arg(m_line)
                   : Words::tr("The comment or HTML that begins near line %1 has no end.").arg(m_line),
            isCode ? Words::tr("Close it with a line like the one that opens it.")
                   : Words::tr("Close the comment with -->, or the element with its end tag."),
            0, 0);
        m_problems.last().column = 0;
    }

    /// "*Not released yet*" right below the heading.
    void checkFirstLine(const QByteArray &body, const QList<MarkdownLine> &lines, int firstLine)
    {
        static const QRegularExpression said(uR"(^(?:[*_>(\[]+\s*|(?:release )?date:|released:|status:)(?=.{1,60}$))"_s,
                                             anyCase);
        const auto first = std::ranges::find_if(
            lines, [](const MarkdownLine &line) { return line.kind != MarkdownLine::Kind::Blank; });
        if (first == lines.end() || first->kind != MarkdownLine::Kind::Text)
            return;
        const QString text = QString::fromUtf8(body.sliced(first->begin, first->textEnd - first->begin)).trimmed();
        const QRegularExpressionMatch match = said.match(text);
        if (!match.hasMatch())
            return;
        const QString remark = remarksIn(text.sliced(match.capturedLength())).notYet;
        if (remark.isEmpty())
            return;
        m_line = firstLine + int(first - lines.begin()) + 1;
        add(Severity::Error, u"body-unreleased"_s,
            Words::tr("The section says of itself that it is not released yet: \"%1\".").arg(text),
            Words::tr("Take the line out, or write the day of the release."), 0, 0);
        m_problems.last().column = 0;
    }

    /// Inside of code it may be shown on purpose, by somebody who writes about git.
    void checkConflict(const QByteArray &body, const QList<MarkdownLine> &lines, int firstLine)
    {
        using Kind = MarkdownLine::Kind;
        bool isOpen = false;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QByteArray text = body.sliced(lines[i].begin, lines[i].textEnd - lines[i].begin);
            const char mark = conflictMark(text);
            const bool isMark = mark == '<' || mark == '>' || (mark == '=' && lines[i].kind == Kind::Text);
            if (!isMark || isOpen) {
                isOpen = isOpen && mark != '>';
                continue;
            }
            isOpen = mark == '<';
            m_line = firstLine + int(i) + 1;
            const bool isCode = lines[i].kind == Kind::Code;
            add(isCode ? Severity::Warning : Severity::Error, u"conflict-marker"_s,
                isCode ? Words::tr("In a code block there is what git writes where a merge is in conflict: \"%1\".")
                             .arg(QString::fromUtf8(text.left(60)))
                       : Words::tr("A merge was left in conflict here: git wrote \"%1\".")
                             .arg(QString::fromUtf8(text.left(60))),
                isCode ? Words::tr("If it is not meant to be shown, settle the conflict.")
                       : Words::tr("Keep what is right of the two sides, and take the marked lines out."),
                0, 0);
            m_problems.last().column = 0;
        }
    }

    void checkLine(const QString &text)
    {
        for (const Target &target : targetsIn(text)) {
            if (isRelative(target.url))
                checkRelative(target);
        }
        checkReferences(text);
        checkFootnotes(text);
        checkHtml(text);
    }

    /// "docs/guide.md" as seen from the checkout's top; empty where it leads out of it.
    QString pathOf(const QString &url) const
    {
        static const QRegularExpression end(u"[?#]"_s);
        const QString path =
            QUrl::fromPercentEncoding(url.first(url.indexOf(end) < 0 ? url.size() : url.indexOf(end)).toUtf8());
        const QString folder = QFileInfo(m_context.fileName).path();
        const QString whole = path.startsWith(u'/') ? path.sliced(1) : QDir::cleanPath(folder + u'/' + path);
        const QString clean = QDir::cleanPath(whole);
        return clean == u".." || clean.startsWith(u"../") ? QString() : clean;
    }

    /// The name of the checkout that is there for \a path: itself, a near one, or none.
    QString existing(const QString &path) const
    {
        const QString folder = QFileInfo(path).path() == u"." ? QString() : QFileInfo(path).path();
        const QStringList names = m_context.entriesIn(folder);
        const QString name = QFileInfo(path).fileName();
        if (names.contains(name))
            return path;
        const QString near = nearestWord(name, names);
        return near.isEmpty() ? QString() : folder.isEmpty() ? near : folder + u'/' + near;
    }

    QString absolute(const QString &path, const Target &target) const
    {
        static const QRegularExpression anchor(u"#.*$"_s);
        return u"%1/%2/%3/%4%5"_s.arg(m_context.webUrl.toString(), target.isImage ? u"raw"_s : u"blob"_s, m_context.tag,
                                      QString::fromLatin1(QUrl::toPercentEncoding(path, "/")),
                                      anchor.match(target.url).captured());
    }

    std::optional<NotesFix> replacing(const Target &target, const QString &label, const QString &url) const
    {
        return replacing(target.at, target.url.size(), label, url);
    }

    /// Characters of the line.
    std::optional<NotesFix> replacing(qsizetype at, qsizetype length, const QString &label, const QString &by) const
    {
        const qsizetype begin = m_begin + m_text.first(at).toUtf8().size();
        return NotesFix{label, {{begin, m_text.sliced(at, length).toUtf8().size(), by.toUtf8()}}};
    }

    void checkRelative(const Target &target)
    {
        const QString path = pathOf(target.url);
        const QString there = !m_context.entriesIn ? path : path.isEmpty() ? QString() : existing(path);
        const bool knowsHost = !m_context.webUrl.isEmpty() && !m_context.tag.isEmpty();
        if (there == path && !path.isEmpty()) {
            const QString message = target.isImage
                ? Words::tr("The image %1 will not show on the release's page: its address is relative to this file.")
                : Words::tr("The link %1 leads nowhere on the release's page: it is relative to this file.");
            add(Severity::Warning, u"link-relative"_s, message.arg(target.url),
                Words::tr("Take its whole address at the tag."), target.at, target.url.size(),
                knowsHost ? replacing(target, Words::tr("Link to it at %1").arg(m_context.tag), absolute(path, target))
                          : std::nullopt);
            return;
        }
        const QString near = there.isEmpty() ? QString() : there;
        add(Severity::Warning, u"link-broken"_s, Words::tr("There is no %1 in this checkout.").arg(target.url),
            near.isEmpty() ? Words::tr("Correct the link, or take it out.") : Words::tr("Did you mean %1?").arg(near),
            target.at, target.url.size(),
            near.isEmpty()
                ? std::nullopt
                : replacing(target, Words::tr("Use %1").arg(near), knowsHost ? absolute(near, target) : near));
    }

    /// "[text][label]" and "[text][]" without a definition stay as they are typed.
    void checkReferences(const QString &text)
    {
        static const QRegularExpression reference(uR"(\[([^\[\]]+)\]\[([^\[\]]*)\])"_s);
        for (const QRegularExpressionMatch &match : reference.globalMatch(text)) {
            const int part = match.capturedLength(2) > 0 ? 2 : 1;
            // As it was typed: a label may be code.
            const QString label = m_text.sliced(match.capturedStart(part), match.capturedLength(part));
            if (isDefined(label) || label.startsWith(u'^') || match.captured(1).startsWith(u'^'))
                continue;
            add(Severity::Warning, u"link-undefined"_s,
                Words::tr("The link [%1] has no address: nothing in the file says [%1]: https://….").arg(label),
                Words::tr("Add a line with its address, or write the address in parentheses."), match.capturedStart(),
                match.capturedLength());
        }
    }

    /// "[^1]" without a text stays as it is typed.
    void checkFootnotes(const QString &text)
    {
        static const QRegularExpression reference(uR"((?<!\\)\[\^(\d{1,3})\](?!:))"_s);
        for (const QRegularExpressionMatch &match : reference.globalMatch(text)) {
            if (hasFootnote(match.captured(1)))
                continue;
            add(Severity::Warning, u"link-undefined"_s,
                Words::tr("The footnote [^%1] has no text: no line of the file begins with [^%1]:.")
                    .arg(match.captured(1)),
                Words::tr("Add a line with its text, or take it out."), match.capturedStart(), match.capturedLength());
        }
    }

    bool hasFootnote(const QString &label)
    {
        static const QRegularExpression pattern(uR"(^\s*\[\^(\d{1,3})\]:)"_s);
        if (!m_footnotes) {
            m_footnotes.emplace();
            for (const MarkdownLine &line : markdownLines(m_bytes)) {
                const QByteArray text = m_bytes.sliced(line.begin, line.textEnd - line.begin);
                if (line.kind == MarkdownLine::Kind::Footnote)
                    m_footnotes->append(pattern.match(QString::fromUtf8(text)).captured(1));
            }
        }
        return m_footnotes->contains(label);
    }

    bool isDefined(const QString &label)
    {
        if (!m_labels) {
            m_labels.emplace();
            for (const LinkDefinition &definition : linkDefinitions(m_bytes, markdownLines(m_bytes)))
                m_labels->append(definition.label.simplified().toCaseFolded());
        }
        return m_labels->contains(label.simplified().toCaseFolded());
    }

    void checkHtml(const QString &text)
    {
        for (const DroppedHtml &html : droppedHtml(text)) {
            if (html.isAttribute)
                add(Severity::Warning, u"html-dropped"_s,
                    Words::tr("GitHub leaves out the attribute %1: readers will not see what it does.").arg(html.what),
                    Words::tr("Take it out."), html.at + 1, html.length - 1,
                    replacing(html.at, html.length, Words::tr("Take out %1").arg(html.what), {}));
            else if (html.isPlaceholder)
                add(Severity::Warning, u"html-dropped"_s,
                    Words::tr("GitHub takes <%1> for HTML and leaves it out: readers will not see it.").arg(html.what),
                    Words::tr("Write it as code, or with a backslash before it."), html.at, html.length,
                    replacing(html.at, 0, Words::tr("Show <%1> as it is").arg(html.what), u"\\"_s));
            else
                add(Severity::Warning, u"html-dropped"_s,
                    Words::tr("GitHub leaves out <%1>: readers will not see what it does.").arg(html.what),
                    Words::tr("Write it in Markdown, or take it out."), html.at, html.length);
        }
    }

    const QByteArray &m_bytes;
    const ChangelogSection &m_section;
    const NotesContext &m_context;
    std::optional<QStringList> m_labels;
    std::optional<QStringList> m_footnotes; ///< those with numbers
    int m_line = 0;
    qsizetype m_begin = 0; ///< of the line, in bytes of the file
    QString m_text;
    QList<NotesProblem> m_problems;
};

} // namespace

QList<NotesProblem> bodyProblems(const Changelog &changelog, const ChangelogSection &section,
                                 const NotesContext &context)
{
    return BodyCheck(changelog, section, context).run();
}

} // namespace unmoor
