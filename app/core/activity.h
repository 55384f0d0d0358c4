// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <stop_token>

namespace unmoor {

/// The tasks of one kind that a service runs: whether there are any, and the one way to stop them. What is begun after
/// cancel() runs, even while the stopped ones still wind down.
class Activity : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Activity() override { m_stop.request_stop(); }

    /// A task begins; end() follows, once.
    std::stop_token begin()
    {
        if (++m_count == 1)
            Q_EMIT changed();
        return m_stop.get_token();
    }

    void end()
    {
        if (--m_count == 0)
            Q_EMIT changed();
    }

    bool isRunning() const { return m_count > 0; }

    void cancel() { std::exchange(m_stop, std::stop_source()).request_stop(); }

Q_SIGNALS:
    void changed(); ///< isRunning()

private:
    std::stop_source m_stop;
    int m_count = 0;
};

} // namespace unmoor
