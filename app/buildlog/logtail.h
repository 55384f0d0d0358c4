// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QFile>
#include <functional>

namespace unmoor {

/// Reads the lines of a file that another process still appends to.
class LogTail
{
public:
    using Sink = std::function<void(QByteArrayView line, qint64 offset)>; ///< \a offset: of the line in the file

    /// Opens \a path, which exists. Returns false where it cannot be read; see errorString().
    bool open(const QString &path);
    QString errorString() const { return m_file.errorString(); }

    /// Hands the complete lines that are there to \a sink, without their ends, until \a deadline. Returns true where
    /// it stopped because of the deadline.
    bool read(const Sink &sink, const QDeadlineTimer &deadline);
    /// Hands over the last line where it has no end: nothing will follow.
    void finish(const Sink &sink);

private:
    bool fill();

    QFile m_file;
    QByteArray m_buffer; ///< read and not handed over yet
    qsizetype m_at = 0; ///< how much of it is handed over
    qint64 m_offset = 0; ///< of the buffer in the file
};

} // namespace unmoor
