// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/api.h"

class QHttpServerResponder;

namespace unmoor::rehearsal {

Reply brokenReply(int status); ///< a page, not JSON, for 5xx

void write(QHttpServerResponder &responder, const Reply &reply);

QByteArray bodyOf(const Reply &reply); ///< its file's bytes where it has one
/// First line and headers of \a reply as they go over the wire, without the empty line that ends them.
QByteArray headOf(const Reply &reply);

} // namespace unmoor::rehearsal
