// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/core/streamsha256.h"

#include <QDateTime>
#include <QFile>
#include <atomic>
#include <memory>

namespace unmoor::github {

/// A file that is sent once, from its first byte to its last, and hashed on the way. Its size and time must stay what
/// they are. One thread reads; any thread may ask about it.
class OutgoingFile
{
public:
    /// With \a sha256 (64 hex digits) the last bytes of another file are held back. Errors: NotFound, Io.
    static Result<std::shared_ptr<OutgoingFile>> open(const QString &path, const QByteArray &sha256 = {});

    qint64 size() const { return m_size; }
    /// Up to \a most bytes to \a data; 0 at the end; -1 where no more is given away: see isOther().
    qint64 read(char *data, qint64 most);

    bool isOther() const { return m_isOther; } ///< it is not the file that was promised, or it has become shorter
    bool isUnchanged() const; ///< in size and time since it was opened

private:
    OutgoingFile() = default;

    QFile m_file;
    StreamSha256 m_hash;
    QByteArray m_promised; ///< empty: not known
    QDateTime m_modified;
    qint64 m_size = 0;
    qint64 m_left = 0; ///< bytes that were not read yet
    std::atomic_bool m_isOther = false;
};

} // namespace unmoor::github
