// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/manifestparts.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "app/project/projectfiles.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

void checkRegex(const TomlTable &table, const QString &regex)
{
    const QRegularExpression expression(regex);
    if (!expression.isValid())
        table.refuse("regex"_L1,
                     Words::tr("%1 is not a regular expression: %2 at character %3.")
                         .arg(table.label("regex"_L1), expression.errorString(),
                              QString::number(expression.patternErrorOffset() + 1)));
    else if (!regex.isEmpty() && expression.captureCount() == 0)
        table.refuse("regex"_L1,
                     Words::tr("%1 needs a group: put parentheses around the part that it looks for.")
                         .arg(table.label("regex"_L1)));
}

} // namespace

QString templateText(const TomlTable &table, QLatin1StringView key, const QStringList &placeholders,
                     const QString &text)
{
    static const QRegularExpression expression(uR"(\{([A-Za-z_-]+)\})"_s);
    for (const auto &match : expression.globalMatch(text)) {
        if (placeholders.contains(match.captured(1)))
            continue;
        const QString nearest = nearestWord(match.captured(1), placeholders);
        const QString known = u'{' + placeholders.join(u"}, {"_s) + u'}';
        table.refuse(
            key,
            nearest.isEmpty()
                ? Words::tr("%1 cannot hold %2. What it can hold: %3.").arg(table.label(key), match.captured(0), known)
                : Words::tr("%1 cannot hold %2: did you mean \"{%3}\"?")
                      .arg(table.label(key), match.captured(0), nearest));
    }
    return text;
}

FileMatch fileMatch(const TomlTable &table)
{
    const FileMatch match{table.requiredString("file"_L1), table.requiredString("regex"_L1)};
    checkInside(table, "file"_L1, match.file);
    checkRegex(table, match.regex);
    return match;
}

Choice choice(const TomlTable &table, QLatin1StringView key)
{
    if (!table.has(key) || table.isString(key, u"auto"))
        return Choice::Auto;
    if (table.isBoolean(key))
        return table.boolean(key).value_or(false) ? Choice::Yes : Choice::No;
    table.refuse(key, Words::tr("%1 must be \"auto\", true or false.").arg(table.label(key)));
    return Choice::Auto;
}

void checkInside(const TomlTable &table, QLatin1StringView key, const QString &path)
{
    if (!path.isEmpty() && !staysInside(path))
        table.refuse(key,
                     Words::tr("%1 must be a path below the project's folder, not %2.").arg(table.label(key), path));
}

} // namespace unmoor
