// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/binary/hostile.h"

#include "app/binary/binaryfacts.h"

#include <random>

using namespace unmoor;

bool everyPrefixIsDamaged(const QByteArray &sample)
{
    for (qsizetype size = 0; size < sample.size(); ++size) {
        // A copy of its own, so that a read behind its end is one that the sanitizer sees.
        const QByteArray prefix(sample.constData(), size);
        const auto facts = readBinary(ByteView(prefix));
        if (facts && facts->damage.isEmpty()) {
            qWarning("%lld of %lld bytes seem whole", qint64(size), qint64(sample.size()));
            return false;
        }
    }
    return true;
}

void readMutations(const QByteArray &sample)
{
    // Headers and tables decide what a reader does: half of the changes go there.
    static const QByteArray notable("\x00\x01\x7f\x80\xff\x02\x04\x10", 8);
    std::mt19937 random(20260);
    const auto below = [&](qsizetype limit) { return qsizetype(random() % quint64(limit)); };
    Q_ASSERT(!sample.isEmpty());
    for (int i = 0; i < 2000; ++i) {
        QByteArray copy = sample;
        for (int change = 0; change <= i % 8; ++change) {
            const qsizetype within = random() % 2 ? copy.size() : std::min<qsizetype>(copy.size(), 512);
            copy[below(within)] = random() % 2 ? char(random()) : notable[below(notable.size())];
        }
        readBinary(ByteView(copy));
        const qsizetype head = below(copy.size());
        const qsizetype tail = below(copy.size() - head);
        readBinary(ByteView(QByteArrayView(copy).first(head), QByteArrayView(copy).last(tail), copy.size()));
    }
}
