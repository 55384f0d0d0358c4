// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/bytesource.h"

#include <QByteArray>
#include <QList>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace unmoor {

/// Reads another source on a thread of its own, a few pieces ahead: unpacking and hashing then share the cores.
/// Memory is bounded; the source is that thread's until this object is gone.
class ReadAhead : public ByteSource
{
public:
    explicit ReadAhead(std::unique_ptr<ByteSource> source);
    ~ReadAhead() override;

    QByteArrayView next() override;

private:
    void run();

    std::unique_ptr<ByteSource> m_source;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<QByteArray> m_full; ///< in order
    QList<QByteArray> m_free;
    QByteArray m_current; ///< what next() handed out
    bool m_ended = false;
    bool m_isStopped = false;
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace unmoor
