// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/streamsha256.h"
#include "app/github/answer.h"

#include <QSaveFile>
#include <functional>
#include <optional>
#include <stop_token>

namespace unmoor::github {

/// A file that comes from the network: it appears when it is whole.
class IncomingFile
{
public:
    /// \a progress gets bytes received. What it waits for ends when \a stop is requested, or writing fails.
    IncomingFile(const QString &path, std::stop_token stop, std::function<void(qint64)> progress);

    bool isWritable() const { return m_isWritable; }
    std::stop_token stopToken() const { return m_stop.get_token(); }
    void take(QByteArrayView bytes);
    /// Puts it in place where \a answer is one; its size in bytes. Errors: Io, and that of \a answer.
    Result<qint64> ended(const Result<Answer> &answer);
    QByteArray sha256() const { return m_sha256; } ///< 64 hex digits, once it has ended
    std::unexpected<Error> problem() const;

private:
    QSaveFile m_file;
    std::function<void(qint64)> m_progress;
    qint64 m_bytes = 0;
    StreamSha256 m_hash;
    QByteArray m_sha256;
    bool m_isWritable = false;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_onStop; ///< after what it stops
};

} // namespace unmoor::github
