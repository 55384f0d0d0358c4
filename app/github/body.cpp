// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/body.h"

#include <algorithm>
#include <cstring>

namespace unmoor::github {

Body::Body(const QByteArray &bytes)
    : m_bytes(bytes)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 Body::readData(char *data, qint64 most)
{
    const qint64 got = std::min<qint64>(most, m_bytes.size() - m_taken);
    std::memcpy(data, m_bytes.constData() + m_taken, size_t(got));
    m_taken += got;
    return got;
}

} // namespace unmoor::github
