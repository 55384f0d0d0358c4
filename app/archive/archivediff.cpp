// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivediff.h"

namespace unmoor {

} // namespace unmoor
