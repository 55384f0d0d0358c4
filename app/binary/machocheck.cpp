// SPDX-License-Identifier: GPL-3.0-or-later
#include "binary/portabilitycheck.h"

namespace unmoor {

void checkMachO(PortabilityCheck &) { }

} // namespace unmoor
