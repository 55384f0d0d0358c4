// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hash.h"

#include "core/streamsha256.h"

#include <QCoreApplication>
#include <QFile>

namespace unmoor {

Result<QByteArray> sha256OfFile(const QString &path, std::stop_token stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                       QCoreApplication::translate("Hash", "Could not read %1: %2.").arg(path, file.errorString()));
    StreamSha256 hash;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return failure(Error::Kind::Canceled,
                           QCoreApplication::translate("Hash", "Hashing %1 was canceled.").arg(path));
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return failure(Error::Kind::Io,
                           QCoreApplication::translate("Hash", "Could not read %1: %2.").arg(path, file.errorString()));
        if (got == 0)
            return hash.finish();
        hash.add(QByteArrayView(buffer.constData(), got));
    }
}

QByteArray sha256Of(QByteArrayView data)
{
    StreamSha256 hash;
    hash.add(data);
    return hash.finish();
}

} // namespace unmoor
