// SPDX-License-Identifier: GPL-3.0-or-later
#include "nix/loglinescanner.h"

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

/// Appends what the escape after a backslash stands for; returns how many bytes it took, 0 where it is malformed.
qsizetype appendEscape(QString &out, QByteArrayView rest)
{
    if (rest.isEmpty())
        return 0;
    if (rest.front() != 'u') {
        const char16_t c = shortEscape(rest.front());
        out += QChar(c);
        return c ? 1 : 0;
    }
    bool ok = false;
    const ushort unit = rest.size() < 5 ? ushort(0) : rest.sliced(1, 4).toUShort(&ok, 16);
    out += QChar(unit);
    return ok ? 5 : 0;
}

std::optional<QString> unescaped(QByteArrayView text)
{
    QString out;
    out.reserve(text.size());
    while (!text.isEmpty()) {
        const qsizetype backslash = text.indexOf('\\');
        const QByteArrayView plain = backslash < 0 ? text : text.first(backslash);
        if (has(plain, '"'))
            return {};
        out += QString::fromUtf8(plain);
        if (backslash < 0)
            break;
        text = text.sliced(backslash + 1);
        const qsizetype length = appendEscape(out, text);
        if (length == 0)
            return {};
        text = text.sliced(length);
    }
    return out;
}

std::optional<QString> stringOf(QByteArrayView text)
{
    if (has(text, '\\'))
        return unescaped(text);
    if (has(text, '"'))
        return {};
    return QString::fromUtf8(text);
}

/// Cuts the digits off the end of \a json.
std::optional<quint64> takeNumber(QByteArrayView &json)
{
    qsizetype start = json.size();
    while (start > 0 && json[start - 1] >= '0' && json[start - 1] <= '9')
        --start;
    bool ok = false;
    const quint64 number = json.sliced(start).toULongLong(&ok);
    json = json.first(start);
    return ok ? std::optional(number) : std::nullopt;
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
    auto text = stringOf(json.chopped(middle.size()));
    return text ? std::optional(ScannedLogLine{*id, std::move(*text)}) : std::nullopt;
}

} // namespace unmoor
