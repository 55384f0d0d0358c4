// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/linkdefinitions.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

QList<LinkDefinition> linkDefinitions(const QByteArray &bytes, const QList<MarkdownLine> &lines)
{
    static const QRegularExpression pattern(uR"(^\s*\[([^\[\]]+)\]:[ \t]*<?([^\s<>]+)>?)"_s);
    QList<LinkDefinition> definitions;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind != MarkdownLine::Kind::Definition)
            continue;
        const QString text = QString::fromUtf8(bytes.sliced(lines[i].begin, lines[i].textEnd - lines[i].begin));
        if (const QRegularExpressionMatch match = pattern.match(text); match.hasMatch())
            definitions.append({match.captured(1), match.captured(2), i});
    }
    return definitions;
}

QString withVersions(const QString &text, const QList<std::pair<QString, QString>> &names)
{
    QStringList patterns;
    for (const auto &[from, to] : names)
        patterns.append(QRegularExpression::escape(from));
    if (patterns.isEmpty())
        return text;
    const QRegularExpression any(uR"((?<!\d)(?<!\d\.)(?:%1)(?!\d|\.\d|[-+]\w))"_s.arg(patterns.join(u'|')));
    QString replaced;
    qsizetype at = 0;
    for (const QRegularExpressionMatch &match : any.globalMatch(text)) {
        const auto name = std::ranges::find(names, match.captured(), &std::pair<QString, QString>::first);
        replaced += text.sliced(at, match.capturedStart() - at) + name->second;
        at = match.capturedEnd();
    }
    return replaced + text.sliced(at);
}

QString linkAfter(const QString &url, const QString &before, const QString &version)
{
    static const QRegularExpression compare(uR"(^(.*/)([^/]*?)(\.{2,3})([^/]*)$)"_s);
    const QRegularExpressionMatch match = compare.match(url);
    const QString head = match.captured(4);
    const QString own = withVersions(head, {{before, version}});
    if (!match.hasMatch() || own == head)
        return withVersions(url, {{before, version}});
    return match.captured(1) + head + match.captured(3) + own;
}

} // namespace unmoor
