// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace unmoor {

/// A path pattern: "*" and "?" stay within one folder, "**" crosses "/" ("**/x" is also "x"), "{a,b}" is either.
/// Everything else means itself, a brace without its partner too.
class Glob
{
public:
    explicit Glob(const QString &pattern);

    bool matches(const QString &path) const;

private:
    QRegularExpression m_expression;
};

} // namespace unmoor
