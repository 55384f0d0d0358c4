// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/awkprogram.h"
#include "app/workflows/boundedregex.h"
#include "app/workflows/textfilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Does with lines what the rules of a program say.
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
    auto rules = readAwk(program);
    return rules ? AwkRun(variables, lines).run(*rules) : std::nullopt;
}

} // namespace unmoor
