// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/elfresolver.h"

namespace unmoor {

/// What is wrong with a file by itself: its library path, hardening, symbols.
void checkElfFile(PortabilityCheck &check, const BundledFile &file);

/// Whether the program starts at all. \a start is its launcher's, or null.
void checkElfInterpreter(PortabilityCheck &check, const BundledFile &program, const ElfInterpreter &interpreter,
                         const LauncherStart *start);

/// The library path that a launcher sets.
void checkElfLauncher(PortabilityCheck &check, const LauncherStart &start);

/// The line with which a launcher starts \a program through the loader in the folder of \a beside, which works from
/// every folder and leaks nothing into children.
QString explicitLoaderLine(const BundledFile &program, const BundledFile *beside);

} // namespace unmoor
