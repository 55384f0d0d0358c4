// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/layoutproposal.h"

namespace unmoor {

} // namespace unmoor
