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
    /// After end(): the file of the store that a wrapper of nixpkgs starts, "/nix/store/HASH-NAME/bin/.x-wrapped": what
    /// makeWrapper calls the program that it stands in for, or what the text says that makeBinaryWrapper leaves in a
    /// compiled wrapper ("makeCWrapper '/nix/store/…'"). Empty: none.
    const QString &wrappedProgram() const { return m_wrappedProgram; }
    bool isCompiledWrapper() const { return m_isCompiledWrapper; } ///< after end(): makeBinaryWrapper's text is in it

private:
    void noteWrapped(QByteArrayView bytes, const char *at, bool isLast);
    void search(QByteArrayView bytes, qsizetype before, bool isLast);

    QByteArray m_carry; ///< the end of the last piece: a path may go on in the next
    QStringList m_found;
    QString m_wrappedProgram;
    bool m_isCompiledWrapper = false;
};

} // namespace unmoor
