// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/bytesource.h"

#include <QByteArray>
#include <QList>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace unmoor {

/// Reads another source on a thread of its own, a few pieces ahead: unpacking and hashing then share the cores.
/// Memory is bounded; the source is that thread's alone until this object is gone.
class ReadAhead : public ByteSource
{
public:
    /// \a source outlives this.
    explicit ReadAhead(ByteSource &source);
    ~ReadAhead() override;

    QByteArrayView next() override;
    qint64 position() const { return m_position; } ///< bytes handed out so far

private:
    void run();

    ByteSource &m_source;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<QByteArray> m_full; ///< in order
    QList<QByteArray> m_free;
    qint64 m_position = 0;
    QByteArray m_current; ///< what next() handed out
    bool m_ended = false;
    bool m_isStopped = false;
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace unmoor
