// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace unmoor {

/// Why a stream could not be read to its end.
struct StreamFault
{
    enum class Kind { Truncated, Corrupt, Limit, Io, Canceled };

    Kind kind = Kind::Corrupt;
    QString reason; ///< for a person; for a limit the whole sentence
    qint64 offset = 0; ///< bytes of the packed file that were read up to there
    QString hint; ///< for a limit: how to raise it
};

/// Bytes in order, unpacked where the source unpacks.
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;

    /// The next bytes, valid until the next call; empty at the end and after a fault.
    virtual QByteArrayView next() = 0;

    /// What stopped the source; nullopt where it ended well, or has not ended yet.
    const std::optional<StreamFault> &fault() const { return m_fault; }

protected:
    void fail(StreamFault::Kind kind, const QString &reason, qint64 offset) { m_fault = {kind, reason, offset, {}}; }

    std::optional<StreamFault> m_fault;

private:
    Q_DISABLE_COPY_MOVE(ByteSource)
};

} // namespace unmoor
