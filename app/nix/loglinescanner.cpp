// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/loglinescanner.h"

#include <cstring>

namespace unmoor {

namespace {

constexpr QByteArrayView head(R"({"action":"result","fields":[")");
constexpr QByteArrayView middle(R"("],"id":)");
constexpr QByteArrayView tail(R"(,"type":101})");

bool has(QByteArrayView text, char c)
{
    return !text.isEmpty() && std::memchr(text.data(), c, size_t(text.size()));
}

/// The character of a JSON escape of one letter; 0 for what is none.
char16_t shortEscape(char letter)
{
    switch (letter) {
    case '"':
    case '\\':
    case '/':
        return char16_t(letter);
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return 0;
    }
}

/// The length of the escape after a backslash at the start of \a rest; 0 where it is malformed.
qsizetype escapeLength(QByteArrayView rest)
{
    if (rest.isEmpty())
        return 0;
    if (rest.front() != 'u')
        return shortEscape(rest.front()) ? 1 : 0;
    constexpr qsizetype length = 5;
    bool ok = rest.size() >= length;
    if (ok)
        (void)rest.sliced(1, length - 1).toUShort(&ok, 16);
    return ok ? length : 0;
}

/// The lines of \a text; 0 where it cannot be the inside of a JSON string.
int countLines(QByteArrayView text)
{
    if (!has(text, '\\'))
        return has(text, '"') ? 0 : 1;
    int lines = 1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == '"')
            return 0;
        if (text[at] != '\\')
            continue;
        const qsizetype length = escapeLength(text.sliced(at + 1));
        if (length == 0)
            return 0;
        lines += text[at + 1] == 'n' ? 1 : 0;
        at += length;
    }
    return lines;
}

/// Cuts the digits off the end of \a json.
std::optional<quint64> takeNumber(QByteArrayView &json)
{
    constexpr qsizetype mostDigits = 19; // that surely fit
    quint64 number = 0;
    quint64 unit = 1;
    qsizetype start = json.size();
    for (; start > 0 && json[start - 1] >= '0' && json[start - 1] <= '9'; --start, unit *= 10)
        number += quint64(json[start - 1] - '0') * unit;
    const qsizetype digits = json.size() - start;
    json = json.first(start);
    return digits > 0 && digits <= mostDigits ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<ScannedLogLine> scanLogLine(QByteArrayView json)
{
    if (!json.startsWith(head) || !json.endsWith(tail))
        return {};
    json = json.sliced(head.size()).chopped(tail.size());
    const auto id = takeNumber(json);
    if (!id || !json.endsWith(middle))
        return {};
    const QByteArrayView text = json.chopped(middle.size());
    const int lines = countLines(text);
    return lines > 0 ? std::optional(ScannedLogLine{*id, text, lines}) : std::nullopt;
}

QString unescapedJson(QByteArrayView text)
{
    if (!has(text, '\\'))
        return QString::fromUtf8(text);
    QString out;
    out.reserve(text.size());
    for (;;) {
        const qsizetype backslash = text.indexOf('\\');
        if (backslash < 0 || backslash + 1 == text.size())
            return out += QString::fromUtf8(text);
        out += QString::fromUtf8(text.first(backslash));
        text = text.sliced(backslash + 1);
        const bool isUnit = text.front() == 'u' && text.size() >= 5;
        out += isUnit ? QChar(text.sliced(1, 4).toUShort(nullptr, 16)) : QChar(shortEscape(text.front()));
        text = text.sliced(isUnit ? 5 : 1);
    }
}

} // namespace unmoor
