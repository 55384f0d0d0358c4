// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/bytesource.h"

#include <zlib.h>

namespace unmoor {

/// Unpacks .gz with zlib, because libarchive's own filter does not compare the checksum at the end of a member.
class GzipSource : public ByteSource
{
public:
    explicit GzipSource(ByteSource &packed);
    ~GzipSource() override;

    QByteArrayView next() override;

private:
    bool step();
    bool refill();
    bool startNextMember();

    ByteSource &m_packed;
    QByteArray m_out{256 * 1024, Qt::Uninitialized};
    z_stream m_stream = {};
    qint64 m_offset = 0; ///< of the packed bytes that zlib got
    bool m_betweenMembers = false;
    bool m_ended = false;
};

} // namespace unmoor
