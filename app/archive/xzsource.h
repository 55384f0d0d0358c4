// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/bytesource.h"

#include <lzma.h>

namespace unmoor {

/// Unpacks .xz on all cores: libarchive's own filter uses one. Streams that follow one another are one.
class XzSource : public ByteSource
{
public:
    explicit XzSource(ByteSource &packed);
    ~XzSource() override;

    QByteArrayView next() override;

private:
    lzma_ret start();
    lzma_ret step();
    void refill();
    lzma_ret startNextStream();
    void stopWith(lzma_ret result);

    ByteSource &m_packed;
    QByteArray m_out{256 * 1024, Qt::Uninitialized};
    lzma_stream m_stream = LZMA_STREAM_INIT;
    qint64 m_read = 0; ///< packed bytes
    qint64 m_padding = 0; ///< zeros behind a stream; a multiple of 4 is legal
    bool m_inputEnded = false;
    bool m_betweenStreams = false;
    bool m_ended = false;
};

} // namespace unmoor
