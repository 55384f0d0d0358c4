// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/awkprogram.h"

#include "app/workflows/boundedregex.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestProgram = 10'000; // characters

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

} // namespace

std::optional<std::vector<AwkRule>> readAwk(const QString &text)
{
    if (text.size() > longestProgram)
        return std::nullopt;
    return AwkReader(text).read();
}

} // namespace unmoor
