// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/retry.h"

#include <QRandomGenerator>
#include <algorithm>

namespace unmoor {

std::chrono::milliseconds backoff(std::chrono::milliseconds first, int attempt)
{
    const double jitter = 0.5 + QRandomGenerator::global()->generateDouble();
    const double longest = double(std::chrono::milliseconds(std::chrono::minutes(5)).count());
    const double milliseconds = double(first.count()) * double(1 << std::min(attempt - 1, 16)) * jitter;
    return std::chrono::milliseconds(qint64(std::min(milliseconds, longest)));
}

} // namespace unmoor
