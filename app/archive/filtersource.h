// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/libarchive.h"
#include "archive/packedfile.h"

namespace unmoor {

/// Unpacks .zst and .bz2 through libarchive.
class FilterSource : public ByteSource
{
public:
    explicit FilterSource(PackedFile &packed);

    QByteArrayView next() override;

private:
    void stop();

    PackedFile &m_packed;
    ReadHandle m_reader;
    bool m_ended = false;
};

} // namespace unmoor
