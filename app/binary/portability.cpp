// SPDX-License-Identifier: GPL-3.0-or-later
#include "binary/portability.h"

namespace unmoor {

PortabilityReport checkPortability(const QList<BundledFile> &, const PortabilityTarget *)
{
    return {};
}

} // namespace unmoor
