// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/markdownlines.h"

namespace unmoor {

/// A link's definition, "[1.0.5]: https://…".
struct LinkDefinition
{
    QString label; ///< as written, without the brackets
    QString url;
    qsizetype line = 0; ///< index into the lines

    bool operator==(const LinkDefinition &) const = default;
};

/// Every definition of \a bytes, in the file's order.
QList<LinkDefinition> linkDefinitions(const QByteArray &bytes, const QList<MarkdownLine> &lines);

/// \a text with each version that is a key of \a names replaced by its value, all at once. "1.0.4" is found in
/// "v1.0.4...v1.0.5", not in "11.0.4", "1.0.40" or "1.0.4-rc.1".
QString withVersions(const QString &text, const QList<std::pair<QString, QString>> &names);

/// The address of \a version's changes out of that of \a before's: "…/compare/v1.0.3...v1.0.4" becomes
/// "…/compare/v1.0.4...v1.0.5", "…/tag/v1.0.4" becomes "…/tag/v1.0.5".
QString linkAfter(const QString &url, const QString &before, const QString &version);

} // namespace unmoor
