// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/api.h"

class QHttpServerResponder;

namespace unmoor::rehearsal {

Reply brokenReply(int status); ///< of a fault; a page, not JSON, for 5xx
Reply limitReply(int status, int retryAfter); ///< secondary; 0: it does not say when to come back
Reply primaryLimitReply(int status, int secondsToReset);

QByteArray bodyOf(const Reply &reply); ///< its file's bytes where it has one

/// The first half of an answer as it goes over the wire: in the middle of the body, or of the headers without one.
QByteArray halfOf(const Reply &reply);

void write(QHttpServerResponder &responder, const Reply &reply);

} // namespace unmoor::rehearsal
