// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace unmoor {

/// A pattern for paths and file names, the same wherever Unmoor takes one: "*" and "?" stay within one folder, "**"
/// crosses "/" ("**/x" is also "x"), "{a,b}" is either. Everything else means itself: brackets, and a brace without its
/// partner too.
class Glob
{
public:
    explicit Glob(const QString &pattern);

    bool matches(const QString &path) const;

    /// Whether \a text has none of the signs above, so that it can only match itself.
    static bool isPlain(QStringView text);
    /// The parts of \a pattern between its slashes, empty ones left out; a slash within braces parts nothing.
    static QStringList components(const QString &pattern);

private:
    QRegularExpression m_expression;
};

} // namespace unmoor
