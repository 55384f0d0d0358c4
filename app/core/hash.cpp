// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hash.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace unmoor {

Result<QByteArray> sha256OfFile(const QString &path, std::stop_token stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                       QCoreApplication::translate("Hash", "Could not read %1: %2.").arg(path, file.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
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
            return hash.result().toHex();
        hash.addData(QByteArrayView(buffer.constData(), got));
    }
}

QByteArray sha256Of(QByteArrayView data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

} // namespace unmoor
