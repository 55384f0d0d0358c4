// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace unmoor {

/// Whether code that a project brings along may run on this machine: what its flake evaluates and builds, and the
/// filters that its repository names. Without it the project's files are read, and nothing else.
enum class Trust { Withheld, Given };

} // namespace unmoor
