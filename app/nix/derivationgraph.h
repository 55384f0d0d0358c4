// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QHash>
#include <QStringList>
#include <stop_token>

namespace unmoor {

/// One derivation as `nix derivation show` knows it.
struct DerivationNode
{
    QString name; ///< "minne-1.0.5"
    QString system;
    QStringList inputs; ///< .drv paths that it needs, sorted
    QStringList outputs; ///< store paths, sorted; those that are not known before they are built are left out

    bool operator==(const DerivationNode &) const = default;
};

/// .drv path → derivation. Inputs can name derivations that are not in it.
using DerivationGraph = QHash<QString, DerivationNode>;

/// The answer of `nix derivation show`, with full paths whatever the form: Nix up to 2.31 (full paths, inputDrvs), 2.32
/// (base names), 2.33 ({version, derivations} with inputs.drvs). Corrupt: none of these.
Result<DerivationGraph> parseDerivationGraph(const QByteArray &json);

/// What Nix knows about \a derivations (.drv paths) themselves, not what they need. Never evaluates or builds. Parsed
/// in a thread of its own: a cold plan has megabytes of it.
QFuture<Result<DerivationGraph>> askDerivationGraph(const QString &directory, const QStringList &derivations,
                                                    std::stop_token stop = {});

} // namespace unmoor
