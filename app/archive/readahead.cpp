// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/readahead.h"

namespace unmoor {

namespace {

constexpr int pieces = 8;

} // namespace

ReadAhead::ReadAhead(ByteSource &source)
    : m_source(source)
    , m_free(pieces)
    , m_thread([this] { run(); })
{
}

ReadAhead::~ReadAhead()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void ReadAhead::run()
{
    bool goesOn = true;
    while (goesOn) {
        QByteArray piece;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isStopped || !m_free.isEmpty(); });
            if (m_isStopped)
                return;
            piece = m_free.takeLast();
        }
        const QByteArrayView bytes = m_source.next();
        piece.resize(0); // keeps its memory
        piece.append(bytes);
        goesOn = !bytes.isEmpty();
        {
            const std::lock_guard lock(m_mutex);
            if (goesOn)
                m_full.append(std::move(piece));
            m_ended = !goesOn;
        }
        m_changed.notify_all();
    }
}

QByteArrayView ReadAhead::next()
{
    std::unique_lock lock(m_mutex);
    if (!m_current.isNull())
        m_free.append(std::exchange(m_current, {}));
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_ended || !m_full.isEmpty(); });
    if (m_full.isEmpty()) {
        m_fault = m_source.fault(); // its thread has ended
        return {};
    }
    m_current = m_full.takeFirst();
    m_position += m_current.size();
    return m_current;
}

} // namespace unmoor
