// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/api.h"

class QHttpServerResponder;

namespace unmoor::rehearsal {

Reply brokenReply(int status); ///< a page, not JSON, for 5xx

void write(QHttpServerResponder &responder, const Reply &reply);

} // namespace unmoor::rehearsal
