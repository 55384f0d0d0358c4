// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/binaryfacts.h"

namespace unmoor {

struct EntryFact;

/// What the headers of a program or library say, line by line for people.
QList<EntryFact> binaryFactLines(const BinaryFacts &facts);

/// The newest version that \a needed asks for of a family such as "GLIBC": "2.39". Empty: none.
QString newestNeeded(const QList<NeededVersion> &needed, const QString &family);

} // namespace unmoor
