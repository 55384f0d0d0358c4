// SPDX-License-Identifier: GPL-3.0-or-later
// The part of awk that cuts out lines: patterns, ranges, flags, next, exit, print and if. There are no loops in it, so
// that each line takes bounded time; what is not understood makes the whole program unknown.
#include "app/workflows/boundedregex.h"
#include "app/workflows/textfilter.h"

#include <cmath>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// An expression or a statement of awk.
struct AwkNode
{
    enum class Kind {
        Number,
        Text,
        Regex,
        Variable,
        Field,
        Not,
        And,
        Or,
        Compare,
        Match,
        Concat,
        Assign,
        Increment,
        Index,
        Length,
        Substr,
        Print,
        Next,
        Exit,
        If,
        Block,
    };

    Kind kind = Kind::Number;
    QString text; ///< of a text, a variable's name, an operator
    double number = 0;
    std::optional<QRegularExpression> regex;
    std::vector<std::unique_ptr<AwkNode>> parts;
};
using AwkPtr = std::unique_ptr<AwkNode>;

struct AwkRule
{
    bool isBegin = false;
    AwkPtr pattern; ///< null: every line
    AwkPtr end; ///< of a range
    AwkPtr action; ///< null: print
    bool isInside = false;
};

AwkPtr awkNode(AwkNode::Kind kind, const QString &text = {})
{
    auto node = std::make_unique<AwkNode>();
    node->kind = kind;
    node->text = text;
    return node;
}

AwkPtr awkNode(AwkNode::Kind kind, AwkPtr first, AwkPtr second = {}, const QString &text = {})
{
    AwkPtr node = awkNode(kind, text);
    node->parts.push_back(std::move(first));
    if (second)
        node->parts.push_back(std::move(second));
    return node;
}

/// Reads a program; null wherever it is not understood.
class AwkReader
{
public:
    explicit AwkReader(const QString &text)
        : m_text(text)
    {
    }

    std::optional<std::vector<AwkRule>> read()
    {
        std::vector<AwkRule> rules;
        for (;;) {
            skip(true);
            if (m_pos >= m_text.size())
                return rules;
            AwkRule rule;
            rule.isBegin = takesWord(u"BEGIN");
            if (!rule.isBegin && !at(u'{')) {
                rule.pattern = expression();
                if (!rule.pattern)
                    return {};
                if (takes(u",")) {
                    skip(true);
                    rule.end = expression();
                    if (!rule.end)
                        return {};
                }
            }
            skip(false);
            if (at(u'{') && !(rule.action = block()))
                return {};
            if (rules.size() > 50 || (rule.isBegin && !rule.action))
                return {};
            rules.push_back(std::move(rule));
        }
    }

private:
    static constexpr int deepest = 40;

    bool at(QChar c) const { return m_pos < m_text.size() && m_text.at(m_pos) == c; }

    /// Over blanks and comments; \a lines: over line ends and semicolons too.
    void skip(bool lines)
    {
        while (m_pos < m_text.size()) {
            const QChar c = m_text.at(m_pos);
            if (c == u'#') {
                while (m_pos < m_text.size() && !at(u'\n'))
                    ++m_pos;
            } else if (c == u' ' || c == u'\t' || c == u'\r' || (lines && (c == u'\n' || c == u';'))) {
                ++m_pos;
            } else if (c == u'\\' && m_text.mid(m_pos + 1, 1) == "\n"_L1) {
                m_pos += 2;
            } else {
                return;
            }
        }
    }

    bool takes(QStringView sign)
    {
        skip(false);
        if (!QStringView(m_text).sliced(m_pos).startsWith(sign))
            return false;
        m_pos += sign.size();
        return true;
    }

    static bool isNamePart(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

    QString word() const
    {
        qsizetype end = m_pos;
        while (end < m_text.size() && isNamePart(m_text.at(end)))
            ++end;
        return m_text.sliced(m_pos, end - m_pos);
    }

    bool takesWord(QStringView name)
    {
        skip(false);
        if (word() != name)
            return false;
        m_pos += name.size();
        return true;
    }

    AwkPtr block()
    {
        if (++m_depth > deepest || !takes(u"{"))
            return {};
        AwkPtr node = awkNode(AwkNode::Kind::Block);
        for (;;) {
            skip(true);
            if (takes(u"}")) {
                --m_depth;
                return node;
            }
            AwkPtr statement = this->statement();
            if (!statement || node->parts.size() > 100)
                return {};
            node->parts.push_back(std::move(statement));
        }
    }

    AwkPtr statement()
    {
        skip(false);
        if (at(u'{'))
            return block();
        if (takesWord(u"next"))
            return ended(awkNode(AwkNode::Kind::Next));
        if (takesWord(u"exit"))
            return ended(awkNode(AwkNode::Kind::Exit));
        if (takesWord(u"print"))
            return printed();
        if (takesWord(u"if"))
            return branched();
        return ended(expression());
    }

    /// A statement ends at a line end, a semicolon or a closing bracket.
    AwkPtr ended(AwkPtr node)
    {
        skip(false);
        const bool isEnd = m_pos >= m_text.size() || at(u'\n') || at(u';') || at(u'}');
        return isEnd ? std::move(node) : AwkPtr();
    }

    AwkPtr printed()
    {
        AwkPtr node = awkNode(AwkNode::Kind::Print);
        skip(false);
        if (m_pos >= m_text.size() || at(u'\n') || at(u';') || at(u'}'))
            return node;
        AwkPtr value = expression();
        if (!value)
            return {};
        node->parts.push_back(std::move(value));
        return ended(std::move(node)); // several values and redirections are not understood
    }

    AwkPtr branched()
    {
        if (++m_depth > deepest || !takes(u"("))
            return {};
        AwkPtr condition = expression();
        if (!condition || !takes(u")"))
            return {};
        skip(true);
        AwkPtr node = awkNode(AwkNode::Kind::If, std::move(condition));
        AwkPtr then = statement();
        if (!then)
            return {};
        node->parts.push_back(std::move(then));
        const qsizetype before = m_pos;
        skip(true);
        if (takesWord(u"else")) {
            skip(true);
            AwkPtr otherwise = statement();
            if (!otherwise)
                return {};
            node->parts.push_back(std::move(otherwise));
        } else {
            m_pos = before;
        }
        --m_depth;
        return node;
    }

    AwkPtr expression()
    {
        if (++m_depth > deepest)
            return {};
        AwkPtr value = alternative();
        --m_depth;
        return value;
    }

    AwkPtr alternative()
    {
        AwkPtr left = conjunction();
        while (left && takes(u"||")) {
            skip(true);
            AwkPtr right = conjunction();
            if (!right)
                return {};
            left = awkNode(AwkNode::Kind::Or, std::move(left), std::move(right));
        }
        return left;
    }

    AwkPtr conjunction()
    {
        AwkPtr left = comparison();
        while (left && takes(u"&&")) {
            skip(true);
            AwkPtr right = comparison();
            if (!right)
                return {};
            left = awkNode(AwkNode::Kind::And, std::move(left), std::move(right));
        }
        return left;
    }

    AwkPtr comparison()
    {
        AwkPtr left = concatenation();
        if (!left)
            return {};
        for (const QStringView sign : {u"!~", u"~"}) {
            if (takes(sign)) {
                AwkPtr right = concatenation();
                return right ? awkNode(AwkNode::Kind::Match, std::move(left), std::move(right), sign.toString())
                             : AwkPtr();
            }
        }
        for (const QStringView sign : {u"==", u"!=", u"<=", u">=", u"<", u">"}) {
            if (takes(sign)) {
                AwkPtr right = concatenation();
                return right ? awkNode(AwkNode::Kind::Compare, std::move(left), std::move(right), sign.toString())
                             : AwkPtr();
            }
        }
        return left;
    }

    AwkPtr concatenation()
    {
        AwkPtr left = unary();
        for (;;) {
            skip(false);
            // What else may stand here begins no value.
            const bool isValue = left && m_pos < m_text.size()
                && (at(u'"') || at(u'$') || at(u'(') || isNamePart(m_text.at(m_pos))) && word() != "in"_L1;
            if (!isValue)
                return left;
            AwkPtr right = unary();
            if (!right)
                return {};
            left = awkNode(AwkNode::Kind::Concat, std::move(left), std::move(right));
        }
    }

    AwkPtr unary()
    {
        skip(false);
        if (at(u'!') && m_text.mid(m_pos + 1, 1) != "="_L1 && m_text.mid(m_pos + 1, 1) != "~"_L1) {
            ++m_pos;
            if (++m_depth > deepest)
                return {};
            AwkPtr value = unary();
            --m_depth;
            return value ? awkNode(AwkNode::Kind::Not, std::move(value)) : AwkPtr();
        }
        if (takes(u"++")) {
            const QString name = word();
            m_pos += name.size();
            return name.isEmpty() ? AwkPtr() : awkNode(AwkNode::Kind::Increment, name + u" 1 1"_s);
        }
        return primary();
    }

    AwkPtr primary()
    {
        skip(false);
        if (m_pos >= m_text.size())
            return {};
        const QChar c = m_text.at(m_pos);
        if (c == u'(') {
            ++m_pos;
            AwkPtr value = expression();
            return value && takes(u")") ? std::move(value) : AwkPtr();
        }
        if (c == u'"')
            return text();
        if (c == u'/')
            return regex();
        if (c == u'$')
            return field();
        if (c.isDigit())
            return number();
        return isNamePart(c) ? named() : AwkPtr();
    }

    AwkPtr text()
    {
        ++m_pos;
        AwkPtr node = awkNode(AwkNode::Kind::Text);
        for (; m_pos < m_text.size(); ++m_pos) {
            QChar c = m_text.at(m_pos);
            if (c == u'"') {
                ++m_pos;
                return node;
            }
            if (c == u'\\') {
                // Of others than these, one awk keeps the backslash and another does not.
                c = ++m_pos < m_text.size() ? m_text.at(m_pos) : QChar();
                if (c != u'\\' && c != u'"' && c != u'/' && c != u'n' && c != u't')
                    return {};
                c = c == u'n' ? u'\n' : c == u't' ? u'\t' : c;
            }
            node->text += c;
        }
        return {};
    }

    AwkPtr regex()
    {
        const qsizetype start = ++m_pos;
        bool isBracket = false;
        for (; m_pos < m_text.size(); ++m_pos) {
            const QChar c = m_text.at(m_pos);
            if (c == u'\\') {
                ++m_pos;
            } else if (c == u'/' && !isBracket) {
                AwkPtr node = awkNode(AwkNode::Kind::Regex);
                node->regex = extendedRegex(m_text.sliced(start, m_pos - start));
                ++m_pos;
                return node->regex ? std::move(node) : AwkPtr();
            } else {
                isBracket = c == u'[' || (isBracket && c != u']');
            }
        }
        return {};
    }

    AwkPtr field()
    {
        ++m_pos;
        AwkPtr node = awkNode(AwkNode::Kind::Field);
        if (takesWord(u"NF")) {
            node->number = -1;
            return node;
        }
        const QString digits = word();
        bool isNumber = false;
        node->number = digits.toInt(&isNumber);
        m_pos += digits.size();
        return isNumber ? std::move(node) : AwkPtr();
    }

    AwkPtr number()
    {
        const QString digits = word();
        AwkPtr node = awkNode(AwkNode::Kind::Number);
        bool isNumber = false;
        node->number = digits.toInt(&isNumber);
        m_pos += digits.size();
        return isNumber ? std::move(node) : AwkPtr();
    }

    AwkPtr named()
    {
        static const QStringList others{u"function"_s, u"while"_s, u"for"_s,  u"do"_s,     u"getline"_s, u"delete"_s,
                                        u"printf"_s,   u"END"_s,   u"sub"_s,  u"gsub"_s,   u"split"_s,   u"match"_s,
                                        u"system"_s,   u"close"_s, u"else"_s, u"return"_s, u"BEGIN"_s,   u"sprintf"_s};
        const QString name = word();
        if (others.contains(name))
            return {};
        m_pos += name.size();
        if (name == "index"_L1 || name == "substr"_L1 || name == "length"_L1)
            return call(name);
        if (at(u'(') || at(u'['))
            return {};
        if (takes(u"++"))
            return awkNode(AwkNode::Kind::Increment, name + u" 1 0"_s);
        skip(false);
        if (at(u'=') && m_text.mid(m_pos + 1, 1) != "="_L1) {
            ++m_pos;
            AwkPtr value = expression();
            return value ? awkNode(AwkNode::Kind::Assign, std::move(value), {}, name) : AwkPtr();
        }
        if (QStringView(u"+-*/%^").contains(m_pos < m_text.size() ? m_text.at(m_pos) : QChar(u' ')))
            return {}; // arithmetic
        return awkNode(AwkNode::Kind::Variable, name);
    }

    AwkPtr call(const QString &name)
    {
        const AwkNode::Kind kind = name == "index"_L1 ? AwkNode::Kind::Index
            : name == "substr"_L1                     ? AwkNode::Kind::Substr
                                                      : AwkNode::Kind::Length;
        AwkPtr node = awkNode(kind);
        if (!takes(u"("))
            return kind == AwkNode::Kind::Length ? std::move(node) : AwkPtr();
        while (!takes(u")")) {
            AwkPtr argument = expression();
            if (!argument || node->parts.size() > 2)
                return {};
            node->parts.push_back(std::move(argument));
            takes(u",");
        }
        const size_t least = kind == AwkNode::Kind::Length ? 0 : 2;
        return node->parts.size() < least ? AwkPtr() : std::move(node);
    }

    QString m_text;
    qsizetype m_pos = 0;
    int m_depth = 0;
};

class AwkRun
{
public:
    AwkRun(const QMap<QString, QString> &variables, const QStringList &lines)
        : m_variables(variables)
        , m_lines(lines)
    {
    }

    std::optional<QStringList> run(std::vector<AwkRule> &rules)
    {
        for (AwkRule &rule : rules)
            if (rule.isBegin)
                obey(*rule.action);
        for (m_number = 1; m_number <= m_lines.size() && !m_isOver && !m_isUnclear; ++m_number) {
            m_line = m_lines.at(m_number - 1);
            m_isNext = false;
            for (AwkRule &rule : rules) {
                if (rule.isBegin || m_isNext || m_isOver || !applies(rule))
                    continue;
                if (rule.action)
                    obey(*rule.action);
                else
                    m_printed.append(m_line);
            }
        }
        return m_isUnclear ? std::nullopt : std::optional(m_printed);
    }

private:
    bool applies(AwkRule &rule)
    {
        if (!rule.pattern)
            return true;
        if (!rule.end)
            return isTrue(*rule.pattern);
        if (!rule.isInside && !isTrue(*rule.pattern))
            return false;
        rule.isInside = !isTrue(*rule.end); // the line that begins a range may end it
        return true;
    }

    void obey(const AwkNode &node)
    {
        if (m_isNext || m_isOver || m_isUnclear)
            return;
        switch (node.kind) {
        case AwkNode::Kind::Block:
            for (const AwkPtr &part : node.parts)
                obey(*part);
            return;
        case AwkNode::Kind::If:
            if (isTrue(*node.parts.at(0)))
                obey(*node.parts.at(1));
            else if (node.parts.size() > 2)
                obey(*node.parts.at(2));
            return;
        case AwkNode::Kind::Next:
            m_isNext = true;
            return;
        case AwkNode::Kind::Exit:
            m_isOver = true;
            return;
        case AwkNode::Kind::Print:
            m_printed.append(node.parts.empty() ? m_line : value(*node.parts.at(0)));
            return;
        default:
            (void)value(node);
        }
    }

    bool isTrue(const AwkNode &node)
    {
        if (node.kind == AwkNode::Kind::Text)
            return !node.text.isEmpty();
        const QString text = value(node);
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber ? number != 0 : !text.isEmpty();
    }

    static QString truth(bool holds) { return holds ? u"1"_s : u"0"_s; }

    QString value(const AwkNode &node)
    {
        switch (node.kind) {
        case AwkNode::Kind::Number:
            return QString::number(node.number);
        case AwkNode::Kind::Text:
            return node.text;
        case AwkNode::Kind::Regex:
            return truth(node.regex->match(m_line).hasMatch());
        case AwkNode::Kind::Variable:
            return node.text == "NR"_L1 ? QString::number(m_number)
                : node.text == "NF"_L1  ? QString::number(fields().size())
                                        : m_variables.value(node.text);
        case AwkNode::Kind::Field:
            return field(int(node.number));
        case AwkNode::Kind::Not:
            return truth(!isTrue(*node.parts.at(0)));
        case AwkNode::Kind::And:
            return truth(isTrue(*node.parts.at(0)) && isTrue(*node.parts.at(1)));
        case AwkNode::Kind::Or:
            return truth(isTrue(*node.parts.at(0)) || isTrue(*node.parts.at(1)));
        case AwkNode::Kind::Compare:
            return truth(compares(node));
        case AwkNode::Kind::Match:
            return truth(matches(node) == (node.text == "~"_L1));
        case AwkNode::Kind::Concat:
            return (value(*node.parts.at(0)) + value(*node.parts.at(1))).left(10'000);
        case AwkNode::Kind::Assign:
            return assign(node.text, value(*node.parts.at(0)));
        case AwkNode::Kind::Increment:
            return increment(node.text.split(u' '));
        case AwkNode::Kind::Index:
            return QString::number(value(*node.parts.at(0)).indexOf(value(*node.parts.at(1))) + 1);
        case AwkNode::Kind::Length:
            return QString::number(node.parts.empty() ? m_line.size() : value(*node.parts.at(0)).size());
        case AwkNode::Kind::Substr:
            return part(node);
        default:
            m_isUnclear = true;
            return {};
        }
    }

    QStringList fields() const { return m_line.simplified().split(u' ', Qt::SkipEmptyParts); }

    QString field(int index) const
    {
        const QStringList all = index == 0 ? QStringList() : fields();
        return index == 0 ? m_line : index < 0 ? all.value(all.size() - 1) : all.value(index - 1);
    }

    QString assign(const QString &name, const QString &text)
    {
        // Those of awk's own change how lines are read.
        if (name == name.toUpper() && name.size() > 1)
            m_isUnclear = true;
        m_variables.insert(name, text);
        return text;
    }

    QString increment(const QStringList &words)
    {
        const double before = m_variables.value(words.at(0)).toDouble();
        m_variables.insert(words.at(0), QString::number(before + 1));
        return QString::number(words.at(2) == "1"_L1 ? before + 1 : before);
    }

    QString part(const AwkNode &node)
    {
        const QString text = value(*node.parts.at(0));
        const int from = int(std::clamp(value(*node.parts.at(1)).toDouble(), 1.0, 1e6)) - 1;
        const int length = node.parts.size() > 2 ? int(std::clamp(value(*node.parts.at(2)).toDouble(), 0.0, 1e6)) : -1;
        return text.mid(from, length);
    }

    bool compares(const AwkNode &node)
    {
        const QString a = value(*node.parts.at(0));
        const QString b = value(*node.parts.at(1));
        bool areNumbers = false;
        bool isSecond = false;
        const double x = a.toDouble(&areNumbers);
        const double y = b.toDouble(&isSecond);
        const bool isText = !areNumbers || !isSecond || node.parts.at(0)->kind == AwkNode::Kind::Text
            || node.parts.at(1)->kind == AwkNode::Kind::Text;
        const int order = isText ? a.compare(b) : x < y ? -1 : x > y ? 1 : 0;
        if (node.text == "=="_L1)
            return order == 0;
        if (node.text == "!="_L1)
            return order != 0;
        if (node.text == "<"_L1)
            return order < 0;
        if (node.text == ">"_L1)
            return order > 0;
        return node.text == "<="_L1 ? order <= 0 : order >= 0;
    }

    bool matches(const AwkNode &node)
    {
        const QString text = value(*node.parts.at(0));
        const AwkNode &pattern = *node.parts.at(1);
        const auto regex = pattern.kind == AwkNode::Kind::Regex ? pattern.regex : made(value(pattern));
        if (!regex)
            m_isUnclear = true;
        return regex && regex->match(text).hasMatch();
    }

    /// A pattern that is put together while the program runs, most often the same for each line.
    std::optional<QRegularExpression> made(const QString &pattern)
    {
        if (pattern != m_madeOf || !m_made) {
            m_madeOf = pattern;
            m_made = extendedRegex(pattern);
        }
        return m_made;
    }

    QMap<QString, QString> m_variables;
    const QStringList &m_lines;
    qsizetype m_number = 0;
    QString m_line;
    bool m_isNext = false;
    bool m_isOver = false;
    bool m_isUnclear = false;
    QString m_madeOf;
    std::optional<QRegularExpression> m_made;
    QStringList m_printed;
};

} // namespace

std::optional<QStringList> replayAwk(const QString &program, const QMap<QString, QString> &variables,
                                     const QStringList &lines)
{
    auto rules = AwkReader(program.left(10'000)).read();
    return rules ? AwkRun(variables, lines).run(*rules) : std::nullopt;
}

} // namespace unmoor
