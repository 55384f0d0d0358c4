// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"
#include "app/project/targettriple.h"

namespace unmoor {

/// The target that a file's name tells: "demo-1.2.3-x86_64-unknown-linux-gnu.tar.xz", "demo_Linux_arm64.tar.gz",
/// "demo-win64.zip", "demo_1.2.3_amd64.deb", "demo-1.2-cp312-manylinux_2_17_x86_64.whl", "demo.exe". Parts that the
/// name does not tell are empty; the system never is. nullopt where it tells no system, or several.
std::optional<TargetTriple> targetInName(const QString &fileName);

/// What is made for \a target; without a processor every one is right. nullopt for systems without checks.
std::optional<PortabilityTarget> portabilityTarget(const TargetTriple &target);

} // namespace unmoor
