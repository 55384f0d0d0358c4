// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/binary/binaryfacts.h"

#include <QByteArray>
#include <cstdlib>

/// Feeds \a data to a reader of binaries, whole and with a gap, and ends the process where it says what cannot be.
template <auto Read>
int fuzzReader(const uint8_t *data, size_t size)
{
    using namespace unmoor;
    const QByteArrayView whole(data, qsizetype(size));
    const auto facts = Read(ByteView(whole));
    if (facts) {
        const qint64 parts = std::max<qint64>(1, facts->machines().size());
        if (facts->symbolBytes() < 0 || facts->symbolBytes() > 2 * parts * qint64(size) || facts->isPartial)
            std::abort();
        toJson(*facts);
        describe(*facts);
    }
    // Copies, so that a read behind the end of either is one that the sanitizer sees.
    const QByteArray head = whole.first(whole.size() / 2).toByteArray();
    const QByteArray tail = whole.last(whole.size() / 4).toByteArray();
    Read(ByteView(head, tail, whole.size()));
    return 0;
}
