// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/droppedhtml.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QSet<QString> wordsOf(const QString &text)
{
    const QStringList words = text.split(u' ');
    return {words.begin(), words.end()};
}

/// Also audio and video: GitHub shows those that were uploaded to it.
bool isShown(const QString &element)
{
    static const QSet<QString> shown = wordsOf(
        u"a abbr audio b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure "
        "h1 h2 h3 h4 h5 h6 h7 h8 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small source span "
        "strike strong sub summary sup table tbody td tfoot th thead time tr tt ul var video wbr"_s);
    return shown.contains(element);
}

bool isKnownElement(const QString &element)
{
    static const QSet<QString> known = wordsOf(
        u"address applet area article aside base basefont big body button canvas center col colgroup data datalist "
        "dialog embed fieldset font footer form frame frameset head header hgroup html iframe input label legend link "
        "main map marquee math menu meta meter nav nobr noembed noframes noscript object optgroup option output param "
        "plaintext progress script search section select slot style svg template textarea title track u xmp"_s);
    return known.contains(element);
}

} // namespace

QList<DroppedHtml> droppedHtml(const QString &line)
{
    // An opening tag as CommonMark reads it: attributes of its grammar alone, or all of it is text.
    static const QRegularExpression tag(
        uR"((?<!\\)<([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*/?>)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression attribute(uR"(\s+(style|on[a-z]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    QList<DroppedHtml> dropped;
    for (const QRegularExpressionMatch &match : tag.globalMatch(line)) {
        const QString element = match.captured(1).toLower();
        if (!isShown(element)) {
            dropped.append(
                {match.captured(1), match.capturedStart(), match.capturedLength(), false, !isKnownElement(element)});
            continue;
        }
        for (const QRegularExpressionMatch &part : attribute.globalMatch(match.captured(2)))
            dropped.append(
                {part.captured(1), match.capturedStart(2) + part.capturedStart(), part.capturedLength(), true, false});
    }
    return dropped;
}

} // namespace unmoor
