// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/machines/variable.h"

#include <QTemporaryDir>

/// A store in a folder of the user's own, as rootless Nix has it, for as long as this lives. Nix builds for such a
/// store in a sandbox; where the kernel has none for it, the builder finds the store's place itself, by `shell`.
class OwnStore
{
public:
    QString root() const { return m_root.path(); }
    QString realPath(const QString &storePath) const { return root() + storePath; }
    /// Beginning of a builder's shell script: $out is where Nix will look.
    QByteArray shell() const { return QByteArray("[ ! -d ROOT ] || out=ROOT$out; ").replace("ROOT", root().toUtf8()); }

private:
    QTemporaryDir m_root;
    Variable m_config{"NIX_CONFIG",
                      nixConfigWith("store = local?root=" + m_root.path().toUtf8()
                                    + "\nsandbox-paths = /bin /usr /lib /lib64\nsandbox-fallback = true\n")};
};
