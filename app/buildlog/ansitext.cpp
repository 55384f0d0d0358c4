// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/ansitext.h"

#include "app/core/visibletext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr char16_t escapeChar = 0x1b;
constexpr char16_t bellChar = 0x07;

quint32 cubeColor(int index)
{
    if (index >= 232) {
        const quint32 gray = quint32(8 + 10 * (index - 232));
        return gray << 16 | gray << 8 | gray;
    }
    static constexpr std::array<quint32, 6> steps{0, 95, 135, 175, 215, 255};
    const int cube = index - 16;
    return steps[size_t(cube / 36)] << 16 | steps[size_t(cube / 6 % 6)] << 8 | steps[size_t(cube % 6)];
}

AnsiColor indexedColor(int index)
{
    index = std::clamp(index, 0, 255);
    return index < 16 ? AnsiColor{index} : AnsiColor{-1, cubeColor(index)};
}

/// The numbers of a sequence; an empty one counts as 0.
QList<int> numbersOf(QStringView parameters, char16_t separator = u';')
{
    QList<int> numbers;
    for (const QStringView part : parameters.split(separator))
        numbers.append(part.toInt());
    return numbers;
}

/// Reads what follows 38 or 48: 5;N or 2;R;G;B. \a at is moved to the last number used.
std::optional<AnsiColor> extendedColor(const QList<int> &numbers, qsizetype &at)
{
    const auto byte = [&](qsizetype i) { return quint32(std::clamp(numbers.value(i), 0, 255)); };
    const int kind = numbers.value(at + 1);
    if (kind == 5) {
        at += 2;
        return indexedColor(numbers.value(at));
    }
    if (kind == 2) {
        const quint32 rgb = byte(at + 2) << 16 | byte(at + 3) << 8 | byte(at + 4);
        at += 4;
        return AnsiColor{-1, rgb};
    }
    return {};
}

void applyAttribute(AnsiStyle &style, int number)
{
    switch (number) {
    case 0:
        style = {.link = style.link}; // a link ends only by its own code
        return;
    case 1:
        style.bold = true;
        return;
    case 2:
        style.faint = true;
        return;
    case 3:
        style.italic = true;
        return;
    case 4:
        style.underline = true;
        return;
    case 9:
        style.strikeOut = true;
        return;
    case 22:
        style.bold = style.faint = false;
        return;
    case 23:
        style.italic = false;
        return;
    case 24:
        style.underline = false;
        return;
    case 29:
        style.strikeOut = false;
        return;
    case 39:
        style.foreground.reset();
        return;
    case 49:
        style.background.reset();
        return;
    }
}

void applyNumbers(AnsiStyle &style, const QList<int> &numbers)
{
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const int number = numbers[i];
        if (number == 38)
            style.foreground = extendedColor(numbers, i);
        else if (number == 48)
            style.background = extendedColor(numbers, i);
        else if (number >= 30 && number <= 37)
            style.foreground = AnsiColor{number - 30};
        else if (number >= 90 && number <= 97)
            style.foreground = AnsiColor{number - 82};
        else if (number >= 40 && number <= 47)
            style.background = AnsiColor{number - 40};
        else if (number >= 100 && number <= 107)
            style.background = AnsiColor{number - 92};
        else
            applyAttribute(style, number);
    }
}

/// One number with details of its own: 38:2::R:G:B, or 4:3 for a waved underline.
void applyDetailed(AnsiStyle &style, QStringView parameter)
{
    QList<int> numbers = numbersOf(parameter, u':');
    if (numbers.first() == 38 || numbers.first() == 48) {
        if (numbers.value(1) == 2 && numbers.size() > 5)
            numbers.removeAt(2); // the color space, which nobody fills in
        applyNumbers(style, numbers);
    } else {
        applyAttribute(style, numbers.first() == 4 && numbers.value(1) == 0 ? 24 : numbers.first());
    }
}

void applySgr(AnsiStyle &style, QStringView parameters)
{
    if (!parameters.contains(u':'))
        return applyNumbers(style, numbersOf(parameters));
    for (const QStringView parameter : parameters.split(u';')) {
        if (parameter.contains(u':'))
            applyDetailed(style, parameter);
        else
            applyNumbers(style, {parameter.toInt()});
    }
}

class Parser
{
public:
    explicit Parser(QStringView line)
        : m_line(line)
    {
    }

    AnsiText parse()
    {
        while (m_at < m_line.size())
            step();
        return std::move(m_result);
    }

private:
    void step()
    {
        qsizetype end = m_at;
        while (end < m_line.size() && !isInvisible(m_line[end]))
            ++end;
        if (end > m_at) {
            put(m_line.sliced(m_at, end - m_at));
            m_at = end;
            return;
        }
        special(m_line[m_at++].unicode());
    }

    void special(char16_t c)
    {
        if (c == escapeChar)
            sequence();
        else if (c == 0x9b)
            control();
        else if (c == u'\r')
            m_returned = true;
        else if (c == u'\t')
            put(QString(8 - (m_returned ? 0 : m_result.text.size() % 8), u' '));
        else
            put(visibleSign(c));
    }

    /// What follows an ESC.
    void sequence()
    {
        if (m_at == m_line.size())
            return;
        const char16_t kind = m_line[m_at++].unicode();
        if (kind == u'[')
            control();
        else if (kind == u']')
            operatingSystemCommand();
        else if (kind == u'P' || kind == u'X' || kind == u'^' || kind == u'_')
            untilTerminator();
        else if (kind >= 0x20 && kind <= 0x2f && m_at < m_line.size())
            ++m_at; // character sets: ESC ( B
    }

    void control()
    {
        const qsizetype start = m_at;
        while (m_at < m_line.size() && m_line[m_at].unicode() >= 0x20 && m_line[m_at].unicode() <= 0x3f)
            ++m_at;
        if (m_at == m_line.size() || m_line[m_at].unicode() < 0x40 || m_line[m_at].unicode() > 0x7e)
            return; // cut short: what follows is text
        const QStringView parameters = m_line.sliced(start, m_at - start);
        const char16_t final = m_line[m_at++].unicode();
        if (final == u'm' && !parameters.startsWith(u'>') && !parameters.startsWith(u'?'))
            applySgr(m_style, parameters);
        else if (final == u'K' && m_returned)
            startOver();
        else if (final == u'G' && numbersOf(parameters).value(0) <= 1)
            m_returned = true;
    }

    void operatingSystemCommand()
    {
        const QStringView command = untilTerminator();
        if (!command.startsWith(u"8;"_s))
            return;
        const qsizetype second = command.indexOf(u';', 2);
        m_style.link = second < 0 ? QString() : command.sliced(second + 1).toString();
    }

    /// Up to BEL or ESC \; to the end of the line where neither comes.
    QStringView untilTerminator()
    {
        const qsizetype start = m_at;
        while (m_at < m_line.size() && m_line[m_at] != bellChar && m_line[m_at] != escapeChar)
            ++m_at;
        const QStringView text = m_line.sliced(start, m_at - start);
        if (m_at < m_line.size() && m_line[m_at++] == escapeChar && m_at < m_line.size() && m_line[m_at] == u'\\')
            ++m_at;
        return text;
    }

    void startOver()
    {
        m_result = {};
        m_returned = false;
    }

    void put(QStringView text)
    {
        if (m_returned)
            startOver();
        const qsizetype start = m_result.text.size();
        m_result.text += text;
        if (m_style.isPlain())
            return;
        QList<AnsiSpan> &spans = m_result.spans;
        if (!spans.isEmpty() && spans.last().start + spans.last().length == start && spans.last().style == m_style)
            spans.last().length += text.size();
        else
            spans.append({start, text.size(), m_style});
    }

    QStringView m_line;
    qsizetype m_at = 0;
    AnsiStyle m_style;
    AnsiText m_result;
    bool m_returned = false; ///< a carriage return came; what comes next starts the line over
};

} // namespace

AnsiText parseAnsi(QStringView line)
{
    return Parser(line).parse();
}

namespace {

bool hasSpecial(const QString &text)
{
    return std::ranges::any_of(text, isInvisible);
}

} // namespace

QString plainLine(const QString &line)
{
    return hasSpecial(line) ? parseAnsi(line).text : line;
}

} // namespace unmoor
