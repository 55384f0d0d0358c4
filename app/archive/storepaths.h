// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace unmoor {

/// Finds paths of the Nix store in bytes that come piece by piece: "/nix/store/" and 32 characters of Nix's base 32,
/// "-" and a name (nixpkgs, lib/strings.nix: storeDir and the hash's alphabet).
class StorePathFinder
{
public:
    void begin();
    void add(QByteArrayView bytes);
    void end();
    const QStringList &found() const { return m_found; } ///< after end(): each once, in order; the first few

private:
    void search(QByteArrayView bytes, qsizetype before, bool isLast);

    QByteArray m_carry; ///< the end of the last piece: a path may go on in the next
    QStringList m_found;
};

} // namespace unmoor
