// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/api.h"

class QHttpServerResponder;

namespace unmoor::rehearsal {

Reply brokenReply(int status); ///< of a fault; a page, not JSON, for 5xx
Reply limitReply(int retryAfter);

/// The first half of an answer as it goes over the wire.
QByteArray halfOf(const Reply &reply);

void write(QHttpServerResponder &responder, const Reply &reply);

} // namespace unmoor::rehearsal
