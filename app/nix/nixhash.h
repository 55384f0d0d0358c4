// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace unmoor {

/// A hash as Nix knows it.
struct NixHash
{
    QString algorithm; ///< "sha256"
    QByteArray bytes;

    bool operator==(const NixHash &) const = default;
};

/// How the bytes of a hash are written, behind "sha256-" (Base64 alone), "sha256:" or nothing.
enum class HashNotation { Base64, Hex, Base32 };

/// Reads "sha256-…=" and "sha256:…" in every notation; nullopt where \a text is no hash of the algorithm's length.
std::optional<NixHash> parseNixHash(const QString &text);

/// The bytes of \a hash without an algorithm; Base32 is Nix's own, not that of RFC 4648.
QByteArray hashText(const NixHash &hash, HashNotation notation);

/// "sha256-…=".
QString sriText(const NixHash &hash);

} // namespace unmoor
