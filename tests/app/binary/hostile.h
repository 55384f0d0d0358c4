// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Whether readBinary() notices that \a sample, whose last bytes are part of it, ends early, wherever it ends.
bool everyPrefixIsDamaged(const QByteArray &sample);

/// Reads 2000 copies of \a sample with some bytes changed, whole and with a gap. What they say does not matter.
void readMutations(const QByteArray &sample);
