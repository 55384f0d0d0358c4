// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/machoresolver.h"

#include <QVersionNumber>

namespace unmoor {

/// What is wrong with each Mach-O file by itself: signature, age, install name, hardening, symbols.
class MachOFileCheck
{
public:
    explicit MachOFileCheck(PortabilityCheck &check);

    void check(const BundledFile &file);
    /// A library that asks for a newer macOS than the \a program that loads it.
    void checkAge(const BundledFile &library, const BundledFile &program, const QString &machine);
    /// What is said once for all files.
    void finish();

private:
    QList<const MachOSlice *> slicesOf(const BundledFile &file) const;
    void checkSignature(const BundledFile &file);
    void checkFloor(const BundledFile &file, const MachOSlice &slice);
    void checkInstallName(const BundledFile &file, const MachOSlice &slice);

    PortabilityCheck &m_check;
    QVersionNumber m_floor;
    QStringList m_adHoc;
};

} // namespace unmoor
