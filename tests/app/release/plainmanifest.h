// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace unmoor {

/// An unmoor.toml that asks Nix nothing until something is built: a version as it stands, one target.
inline const QByteArray plainManifest = "schema = 1\n"
                                        "[project]\n"
                                        "name = \"minne\"\n"
                                        "version = { literal = \"1.0.5\" }\n"
                                        "tag = \"v{version}\"\n"
                                        "[[target]]\n"
                                        "triple = \"x86_64-unknown-linux-gnu\"\n"
                                        "system = \"x86_64-linux\"\n"
                                        "output = \"one\"\n"
                                        "archive = \"one.tar.gz\"\n";

} // namespace unmoor
