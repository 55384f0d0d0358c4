// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// Text as a QTextDocument stores it. It ends blocks with U+2029 and frames with two noncharacters; where a file holds
/// these themselves, others that no file may hold stand in, so that every line of the file is one block.
QString toDocument(QString text);
QString fromDocument(QString raw);

} // namespace unmoor
