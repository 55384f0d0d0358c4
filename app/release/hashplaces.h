// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/nix/nixhash.h"

#include <QStringList>

namespace unmoor {

/// Where a hash is written in the checkout.
struct HashPlace
{
    QString file; ///< relative to the checkout's root
    int line = 0; ///< from 1
    qsizetype offset = 0; ///< of its first byte in the file
    HashNotation notation = HashNotation::Base64;

    bool operator==(const HashPlace &) const = default;
};

/// Where \a text holds \a hash, in any notation, as a word of its own.
QList<HashPlace> hashPlacesIn(const QByteArray &text, const NixHash &hash, const QString &file);

/// Where \a files below \a root hold \a hash; what is not text, not readable or larger than a source file is passed
/// over. Blocks: call it off the GUI thread.
QList<HashPlace> findHash(const QString &root, const QStringList &files, const NixHash &hash);

/// \a text with the hash at \a place replaced by \a now, in the same notation. Nothing else changes.
QByteArray withHash(const QByteArray &text, const HashPlace &place, const NixHash &old, const NixHash &now);

} // namespace unmoor
