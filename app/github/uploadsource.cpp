// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/uploadsource.h"

#include "app/core/streamsha256.h"

#include <QMetaObject>
#include <algorithm>
#include <cstring>
#include <deque>
#include <mutex>

namespace unmoor::github {

namespace {

constexpr qint64 blockBytes = 256 << 10;
constexpr size_t mostBlocks = 8;

} // namespace

struct UploadSource::State
{
    // The reading thread's alone while isReading; else the taker's.
    std::unique_ptr<QFile> file;
    StreamSha256 hash;

    qint64 size = 0;
    QByteArray promised; ///< empty: not known
    QObject *context = nullptr;
    std::function<void()> came;

    std::mutex mutex; ///< of what follows
    std::deque<QByteArray> blocks;
    qsizetype begun = 0; ///< bytes of the first block that were taken
    qint64 left = 0; ///< bytes that were not read yet
    bool isReading = false;
    bool isWaitedFor = false; ///< take() gave nothing
    bool isOther = false;
    bool isStopped = false;

    bool wantsMore() const { return !isStopped && !isOther && left > 0 && blocks.size() < mostBlocks; }
};

UploadSource::UploadSource(std::unique_ptr<QFile> file, const QByteArray &sha256, QObject *context,
                           std::function<void()> came)
    : m_state(std::make_unique<State>())
{
    m_state->size = m_state->left = file->size();
    m_state->file = std::move(file);
    m_state->promised = sha256;
    m_state->context = context;
    m_state->came = std::move(came);
    m_pool.setMaxThreadCount(1);
    const std::lock_guard lock(m_state->mutex);
    goOn();
}

UploadSource::~UploadSource()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isStopped = true;
    }
    m_pool.waitForDone(); // for one block at most
}

/// Under the lock.
void UploadSource::goOn()
{
    if (m_state->isReading || !m_state->wantsMore())
        return;
    m_state->isReading = true;
    m_pool.start([state = m_state.get()] { fill(*state); });
}

void UploadSource::fill(State &state)
{
    std::unique_lock lock(state.mutex);
    while (state.wantsMore()) {
        const qint64 wanted = std::min(blockBytes, state.left);
        lock.unlock();
        QByteArray block = state.file->read(wanted);
        const bool isShort = block.size() < wanted;
        if (!state.promised.isEmpty())
            state.hash.add(block);
        lock.lock();
        state.left -= block.size();
        const bool isLast = state.left == 0;
        state.isOther = isShort || (isLast && !state.promised.isEmpty() && state.hash.finish() != state.promised);
        if (!state.isOther)
            state.blocks.push_back(std::move(block));
        if (std::exchange(state.isWaitedFor, false) && !state.isStopped)
            QMetaObject::invokeMethod(state.context, state.came, Qt::QueuedConnection);
    }
    state.isReading = false;
}

qint64 UploadSource::take(char *data, qint64 most)
{
    const std::lock_guard lock(m_state->mutex);
    auto &blocks = m_state->blocks;
    if (blocks.empty()) {
        m_state->isWaitedFor = true;
        goOn();
        return 0;
    }
    const qint64 taken = std::min<qint64>(most, blocks.front().size() - m_state->begun);
    std::memcpy(data, blocks.front().constData() + m_state->begun, size_t(taken));
    m_state->begun += taken;
    if (m_state->begun == blocks.front().size()) {
        blocks.pop_front();
        m_state->begun = 0;
        goOn();
    }
    return taken;
}

bool UploadSource::isOther() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->isOther;
}

} // namespace unmoor::github
