// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sizebreakdown.h"

namespace unmoor {

} // namespace unmoor
