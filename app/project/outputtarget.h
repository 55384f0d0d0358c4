// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace unmoor {

/// The words of an output's name in small letters: "minneRelease-x86_64" has "minne", "release", "x86", "64".
QStringList wordsOfName(const QString &name);

/// The triple that the output \a name under packages.\a system is for. What the name says goes before the system:
/// "release-aarch64-darwin", "windows-mingw", "static", "demo-x86_64-unknown-linux-musl", and nixpkgs' names for
/// cross builds ("mingwW64", "aarch64-multiplatform-musl"). \a derivation: the name of what it builds, which nixpkgs
/// gives the triple of a cross build; looked at where the output's own name says nothing. Empty where it cannot be
/// told: another system's name without a processor, several systems, or a system that no triple here is for.
QString tripleOfOutput(const QString &system, const QString &name, const QString &derivation = {});

} // namespace unmoor
