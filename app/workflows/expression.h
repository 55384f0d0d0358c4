// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <optional>

namespace unmoor {

/// Stands in an expanded text for what only the running workflow knows.
inline constexpr QChar unknownPart(0xE001);

inline bool isUnknownText(const QString &text)
{
    return text.contains(unknownPart);
}

/// What a name such as "github.ref_name" or "matrix.target" stands for; nullopt: not known.
using ExpressionLookup = std::function<std::optional<QString>(const QString &name)>;

/// \a text with each ${{ … }} replaced by its value. Understood are names, texts in quotes, and `a || b` of them; for
/// everything else, and for names that \a lookup does not know, stands unknownPart.
QString expandExpressions(const QString &text, const ExpressionLookup &lookup);

/// The value of what stands between "${{" and "}}"; nullopt: not known.
std::optional<QString> expressionValue(const QString &expression, const ExpressionLookup &lookup);

/// Whether \a text has a ${{ … }}.
bool hasExpression(const QString &text);

} // namespace unmoor
