// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <optional>

namespace unmoor {

/// How fast bytes leave, over the last seconds.
class RateMeter
{
public:
    /// \a sent so far of \a total, \a msec after any fixed moment. Fewer than before: it began anew.
    void note(qint64 sent, qint64 total, qint64 msec);

    std::optional<double> bytesPerSecond() const; ///< nullopt: not known yet
    std::optional<double> secondsLeft() const;
    /// "12.0 MiB of 48.3 MiB, 8.1 MiB/s, 4 s left"; only the first part until a rate is known.
    QString text() const;

private:
    struct Sample
    {
        qint64 sent = 0;
        qint64 msec = 0;
    };
    QList<Sample> m_samples;
    qint64 m_total = 0;
};

} // namespace unmoor
