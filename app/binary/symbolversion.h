// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVersionNumber>
#include <optional>

namespace unmoor {

/// A symbol version that counts up: "GLIBC_2.38" is of the family "GLIBC" and has the number 2.38.
struct SymbolVersion
{
    QString family;
    QVersionNumber number;

    bool operator==(const SymbolVersion &) const = default;
};

/// nullopt for names without a number, GLIBC_PRIVATE among them. GLIBC_ABI_DT_RELR counts as the 2.36 that brought it.
std::optional<SymbolVersion> parseSymbolVersion(const QString &name);

/// "2.35" as a number in which 2.4 < 2.35 and 11 = 11.0; null where it is none.
QVersionNumber parseVersion(const QString &text);

/// The C++ library that came with the oldest widespread distribution of a glibc.
struct CxxRuntime
{
    QVersionNumber glibcxx;
    QVersionNumber cxxabi;

    bool operator==(const CxxRuntime &) const = default;
};

/// What systems of \a glibc have; nullopt for those older than any that is known.
std::optional<CxxRuntime> cxxRuntimeWith(const QVersionNumber &glibc);

/// The first distributions that offer \a version: "Debian 12"; empty where none is known.
QString firstDistributionWith(const SymbolVersion &version);

} // namespace unmoor
