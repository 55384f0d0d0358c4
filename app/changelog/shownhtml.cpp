// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/shownhtml.h"

#include "app/changelog/droppedhtml.h"

#include <QMap>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A code span, a comment, a script with its content, or a tag.
const QRegularExpression &pieces()
{
    static const QRegularExpression expression(
        uR"((?<code>(?<!`)(`+)(?!`).+?(?<!`)\2(?!`))|(?<comment><!--.*?-->)|)"
        uR"((?<script><script\b[^>]*>.*?</script\s*>)|(?<!\\)<(?<end>/)?(?<name>[a-z][a-z0-9-]*))"
        uR"((?<attributes>(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*/?>)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

QString attributeOf(const QString &attributes, const QString &name)
{
    const QRegularExpression value(uR"x(\s%1\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))x"_s.arg(name),
                                   QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = value.match(attributes);
    return match.captured(1) + match.captured(2) + match.captured(3);
}

/// For "(<…>)" of Markdown.
QString plainAddress(QString address)
{
    return address.replace(u'<', u"%3C"_s).replace(u'>', u"%3E"_s);
}

/// What stands in Markdown for the tags of elements that only change how their content looks.
QString formatOf(const QString &element)
{
    static const QMap<QString, QString> formats{
        {u"b"_s, u"**"_s},  {u"strong"_s, u"**"_s}, {u"i"_s, u"*"_s},       {u"em"_s, u"*"_s},
        {u"s"_s, u"~~"_s},  {u"del"_s, u"~~"_s},    {u"strike"_s, u"~~"_s}, {u"code"_s, u"`"_s},
        {u"kbd"_s, u"`"_s}, {u"samp"_s, u"`"_s},    {u"tt"_s, u"`"_s},      {u"summary"_s, u"**"_s}};
    return formats.value(element);
}

class Reader
{
public:
    explicit Reader(const QString &line)
        : m_line(line)
        , m_isTable(line.contains(u'|'))
    {
    }

    ShownHtml read()
    {
        qsizetype at = 0;
        for (const QRegularExpressionMatch &match : pieces().globalMatch(m_line)) {
            add(m_line.sliced(at, match.capturedStart() - at));
            take(match);
            at = match.capturedEnd();
        }
        add(m_line.sliced(at));
        while (!m_links.isEmpty())
            endLink();
        return std::move(m_shown);
    }

private:
    void add(const QString &text) { m_shown.text += text; }

    void drop(const QString &what)
    {
        m_shown.text += ShownHtml::mark;
        m_shown.dropped += what;
    }

    void take(const QRegularExpressionMatch &match)
    {
        if (match.hasCaptured(u"code"_s))
            add(match.captured());
        else if (match.hasCaptured(u"script"_s))
            drop(u"<script>"_s);
        else if (match.hasCaptured(u"name"_s))
            takeTag(match);
    }

    void takeTag(const QRegularExpressionMatch &match)
    {
        const QString element = match.captured(u"name"_s).toLower();
        if (match.hasCaptured(u"end"_s))
            return element == "a"_L1 ? endLink() : add(formatOf(element));
        for (const DroppedHtml &dropped : droppedHtml(match.captured())) {
            drop(dropped.isAttribute ? dropped.what : u"<%1>"_s.arg(dropped.what));
            if (!dropped.isAttribute)
                return;
        }
        begin(element, match.captured(u"attributes"_s));
    }

    void begin(const QString &element, const QString &attributes)
    {
        if (element == "br"_L1)
            add(m_isTable ? u" "_s : u"\\\n"_s);
        else if (element == "hr"_L1)
            add(u"\n\n---\n\n"_s);
        else if (element == "img"_L1)
            add(u"![%1](<%2>)"_s.arg(attributeOf(attributes, u"alt"_s),
                                     plainAddress(attributeOf(attributes, u"src"_s))));
        else if (element == "a"_L1)
            beginLink(attributeOf(attributes, u"href"_s));
        else
            add(formatOf(element));
    }

    void beginLink(const QString &address)
    {
        m_links += plainAddress(address);
        if (!address.isEmpty())
            add(u"["_s);
    }

    void endLink()
    {
        const QString address = m_links.isEmpty() ? QString() : m_links.takeLast();
        if (!address.isEmpty())
            add(u"](<%1>)"_s.arg(address));
    }

    const QString &m_line;
    bool m_isTable;
    QStringList m_links; ///< the addresses of those that are open; empty: an anchor
    ShownHtml m_shown;
};

} // namespace

ShownHtml shownHtml(const QString &line)
{
    return Reader(line).read();
}

} // namespace unmoor
