// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/symbolversion.h"
#include "app/portability/elfresolver.h"

namespace unmoor {

/// Compares the symbol versions that files need with what they will find: in the libraries of the archive that they
/// load, and elsewhere in the oldest system that the archive is made for.
class ElfVersionCheck
{
public:
    explicit ElfVersionCheck(PortabilityCheck &check);

    /// Each file is checked once, in the first process that loads it.
    void check(const ElfProcess &process, const ElfInterpreter &interpreter);

private:
    struct Lack
    {
        NeededVersion needed;
        SymbolVersion version;
        const BundledFile *bundled = nullptr; ///< the library that does not have it; null: the system's
    };

    void checkFile(const ElfProcess &process, const ElfInterpreter &interpreter, const BundledFile &file);
    bool isLacking(const NeededVersion &needed, const SymbolVersion &version, const BundledFile *bundled);
    bool isOffered(const NeededVersion &needed, const SymbolVersion &version, const BundledFile &library);
    void checkPrivate(const BundledFile &file, const ElfInterpreter &interpreter, bool usesBundledLibc);
    void report(const BundledFile &file, const Lack &lack);

    PortabilityCheck &m_check;
    QVersionNumber m_floor;
    std::optional<CxxRuntime> m_cxxFloor;
    QSet<const BundledFile *> m_done;
    QHash<std::pair<const BundledFile *, QString>, QVersionNumber> m_newest; ///< of a library and family
    int m_left = 500'000; // versions that are compared
};

} // namespace unmoor
