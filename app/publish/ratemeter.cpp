// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/ratemeter.h"

#include "app/core/format.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 window = 5000; // ms: long enough to be calm, short enough to follow
constexpr qint64 least = 800; // ms, before a rate says anything

} // namespace

void RateMeter::note(qint64 sent, qint64 total, qint64 msec)
{
    if (!m_samples.isEmpty() && sent < m_samples.last().sent)
        m_samples.clear();
    m_total = total;
    m_samples.append({sent, msec});
    while (m_samples.size() > 2 && msec - m_samples[1].msec >= window)
        m_samples.removeFirst();
}

std::optional<double> RateMeter::bytesPerSecond() const
{
    if (m_samples.size() < 2)
        return {};
    const qint64 msec = m_samples.last().msec - m_samples.first().msec;
    const qint64 bytes = m_samples.last().sent - m_samples.first().sent;
    if (msec < least || bytes <= 0)
        return {};
    return double(bytes) * 1000 / double(msec);
}

std::optional<double> RateMeter::secondsLeft() const
{
    const auto rate = bytesPerSecond();
    if (!rate)
        return {};
    return double(m_total - m_samples.last().sent) / *rate;
}

QString RateMeter::text() const
{
    if (m_samples.isEmpty())
        return {};
    const QString sent = Words::tr("%1 of %2").arg(formatBytes(m_samples.last().sent), formatBytes(m_total));
    const auto rate = bytesPerSecond();
    const auto left = secondsLeft();
    if (!rate || !left)
        return sent;
    return Words::tr("%1, %2/s, %3 left").arg(sent, formatBytes(qint64(*rate)), formatSeconds(std::max(1.0, *left)));
}

} // namespace unmoor
