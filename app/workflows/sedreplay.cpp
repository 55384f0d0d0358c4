// SPDX-License-Identifier: GPL-3.0-or-later
// The part of sed that cuts out lines: addresses, p, d, q, Q, blocks, and s of one line. No labels, no hold space.
#include "app/workflows/boundedregex.h"
#include "app/workflows/textfilter.h"

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct SedAddress
{
    int line = 0; ///< 1-based; 0: none
    bool isLast = false;
    std::optional<QRegularExpression> pattern;
    bool isRepeated = false; ///< "//": the pattern that was used last
};

struct SedCommand
{
    QList<SedAddress> addresses; ///< none, one, or the two of a range
    bool isNegated = false;
    QChar name;
    std::vector<SedCommand> block;
    std::optional<QRegularExpression> pattern; ///< of s
    QString replacement;
    bool isGlobal = false;
    bool isInside = false; ///< while a range goes on
};

class SedReader
{
public:
    SedReader(const QString &text, bool extended)
        : m_text(text)
        , m_extended(extended)
    {
    }

    std::optional<std::vector<SedCommand>> read(bool isBlock = false)
    {
        std::vector<SedCommand> commands;
        for (;;) {
            while (m_pos < m_text.size() && (m_text.at(m_pos).isSpace() || m_text.at(m_pos) == u';'))
                ++m_pos;
            if (m_pos >= m_text.size())
                return isBlock ? std::nullopt : std::optional(std::move(commands));
            if (m_text.at(m_pos) == u'}') {
                ++m_pos;
                return isBlock ? std::optional(std::move(commands)) : std::nullopt;
            }
            auto command = readCommand();
            if (!command || commands.size() > 50)
                return {};
            commands.push_back(std::move(*command));
        }
    }

private:
    bool takes(QChar c)
    {
        const bool isThere = m_pos < m_text.size() && m_text.at(m_pos) == c;
        m_pos += isThere ? 1 : 0;
        return isThere;
    }

    std::optional<QRegularExpression> regex(const QString &pattern) const
    {
        return m_extended ? extendedRegex(pattern) : basicRegex(pattern);
    }

    /// What stands up to \a delimiter, which is then passed.
    std::optional<QString> delimited(QChar delimiter)
    {
        QString text;
        bool isBracket = false;
        for (; m_pos < m_text.size(); ++m_pos) {
            const QChar c = m_text.at(m_pos);
            if (c == u'\\' && m_pos + 1 < m_text.size()) {
                const QChar next = m_text.at(++m_pos);
                if (next != delimiter)
                    text += c;
                text += next;
            } else if (c == delimiter && !isBracket) {
                ++m_pos;
                return text;
            } else {
                isBracket = c == u'[' || (isBracket && c != u']');
                text += c;
            }
        }
        return {};
    }

    /// False where what stands here begins as an address and is none.
    bool readAddress(QList<SedAddress> &addresses)
    {
        SedAddress address;
        const qsizetype start = m_pos;
        while (m_pos < m_text.size() && m_text.at(m_pos).isDigit() && m_pos - start < 8)
            ++m_pos;
        if (m_pos > start) {
            address.line = QStringView(m_text).sliced(start, m_pos - start).toInt();
        } else if (takes(u'$')) {
            address.isLast = true;
        } else if (takes(u'/')) {
            const auto pattern = delimited(u'/');
            if (!pattern)
                return false;
            address.isRepeated = pattern->isEmpty();
            if (!address.isRepeated && !(address.pattern = regex(*pattern)))
                return false;
        } else {
            return true;
        }
        addresses.append(address);
        return true;
    }

    std::optional<SedCommand> readCommand()
    {
        SedCommand command;
        if (!readAddress(command.addresses))
            return {};
        if (!command.addresses.isEmpty() && takes(u',')
            && (!readAddress(command.addresses) || command.addresses.size() != 2))
            return {};
        while (m_pos < m_text.size() && m_text.at(m_pos) == u' ')
            ++m_pos;
        while (takes(u'!'))
            command.isNegated = true;
        if (m_pos >= m_text.size())
            return {};
        command.name = m_text.at(m_pos++);
        if (command.name == u'{') {
            if (++m_depth > 8)
                return {};
            auto block = read(true);
            if (!block)
                return {};
            command.block = std::move(*block);
            return command;
        }
        if (command.name == u's')
            return substitution(std::move(command));
        if (!QStringView(u"pdqQ").contains(command.name))
            return {};
        return command;
    }

    std::optional<SedCommand> substitution(SedCommand command)
    {
        if (m_pos >= m_text.size())
            return {};
        const QChar delimiter = m_text.at(m_pos++);
        const auto pattern = delimited(delimiter);
        const auto replacement = pattern ? delimited(delimiter) : std::nullopt;
        if (!replacement || pattern->isEmpty() || replacement->contains(u'\\') || replacement->contains(u'&'))
            return {};
        command.pattern = regex(*pattern);
        command.replacement = *replacement;
        command.isGlobal = takes(u'g');
        return command.pattern ? std::optional(std::move(command)) : std::nullopt;
    }

    QString m_text;
    bool m_extended;
    qsizetype m_pos = 0;
    int m_depth = 0;
};

class SedRun
{
public:
    SedRun(bool quiet, const QStringList &lines)
        : m_quiet(quiet)
        , m_lines(lines)
    {
    }

    std::optional<QStringList> run(std::vector<SedCommand> &commands)
    {
        for (m_line = 0; m_line < m_lines.size() && !m_isOver; ++m_line) {
            m_space = m_lines.at(m_line);
            m_isDeleted = false;
            obey(commands);
            if (!m_quiet && !m_isDeleted)
                m_printed.append(m_space);
        }
        return m_isUnclear ? std::nullopt : std::optional(m_printed);
    }

private:
    void obey(std::vector<SedCommand> &commands)
    {
        for (SedCommand &command : commands) {
            if (m_isDeleted || m_isOver || m_isUnclear)
                return;
            if (applies(command) != command.isNegated)
                obey(command);
        }
    }

    void obey(SedCommand &command)
    {
        switch (command.name.unicode()) {
        case u'p':
            m_printed.append(m_space);
            return;
        case u'd':
            m_isDeleted = true;
            return;
        case u'Q':
            m_isDeleted = true;
            m_isOver = true;
            return;
        case u'q':
            m_isOver = true;
            return;
        case u's':
            return substitute(command);
        default:
            return obey(command.block);
        }
    }

    void substitute(const SedCommand &command)
    {
        m_last = command.pattern;
        if (command.isGlobal) {
            m_space.replace(*command.pattern, command.replacement);
            return;
        }
        if (const auto match = command.pattern->match(m_space); match.hasMatch())
            m_space.replace(match.capturedStart(), match.capturedLength(), command.replacement);
    }

    bool applies(SedCommand &command)
    {
        if (command.addresses.isEmpty())
            return true;
        if (command.addresses.size() == 1)
            return isAt(command.addresses.constFirst());
        const SedAddress &end = command.addresses.constLast();
        if (command.isInside) {
            command.isInside = !endsAt(end);
            return true;
        }
        if (!isAt(command.addresses.constFirst()))
            return false;
        // A line number that has passed ends the range at once; a pattern is looked for from the next line on.
        command.isInside = end.line > 0 ? end.line > m_line + 1 : true;
        return true;
    }

    bool endsAt(const SedAddress &end) { return end.line > 0 ? m_line + 1 >= end.line : isAt(end); }

    bool isAt(const SedAddress &address)
    {
        if (address.line > 0)
            return m_line + 1 == address.line;
        if (address.isLast)
            return m_line + 1 == m_lines.size();
        if (!address.isRepeated)
            m_last = address.pattern;
        if (!m_last) {
            m_isUnclear = true;
            return false;
        }
        return m_last->match(m_space).hasMatch();
    }

    bool m_quiet;
    const QStringList &m_lines;
    qsizetype m_line = 0;
    QString m_space;
    bool m_isDeleted = false;
    bool m_isOver = false;
    bool m_isUnclear = false;
    std::optional<QRegularExpression> m_last;
    QStringList m_printed;
};

} // namespace

std::optional<QStringList> replaySed(const QString &program, bool quiet, bool extended, const QStringList &lines)
{
    auto commands = SedReader(program, extended).read();
    return commands ? SedRun(quiet, lines).run(*commands) : std::nullopt;
}

} // namespace unmoor
