// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace unmoor {

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

/// What is done with the lines that a pattern, or a range of two, chooses.
struct AwkRule
{
    bool isBegin = false;
    AwkPtr pattern; ///< null: every line
    AwkPtr end; ///< of a range
    AwkPtr action; ///< null: print
    bool isInside = false;
};

/// Reads the part of awk that cuts out lines: patterns, ranges, flags, next, exit, print and if. There are no loops in
/// it, so that each line takes bounded time. nullopt: something in \a text is not understood, and so the whole is not.
std::optional<std::vector<AwkRule>> readAwk(const QString &text);

} // namespace unmoor
