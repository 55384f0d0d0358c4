// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/libarchive.h"
#include "archive/readahead.h"

namespace unmoor {

/// Unpacks .zst and .bz2 through libarchive.
class FilterSource : public ByteSource
{
public:
    /// \a size: of all packed bytes.
    FilterSource(ReadAhead &packed, qint64 size);

    QByteArrayView next() override;

private:
    void stop();

    ReadAhead &m_packed;
    qint64 m_size;
    ReadHandle m_reader;
    bool m_ended = false;
};

} // namespace unmoor
