// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/hash.h"

#include "app/core/streamsha256.h"
#include "app/core/words.h"

#include <QFile>

namespace unmoor {

Result<QByteArray> sha256OfFile(const QString &path, std::stop_token stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                       Words::tr("Could not read %1: %2.").arg(path, file.errorString()));
    StreamSha256 hash;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return failure(Error::Kind::Canceled, Words::tr("Hashing %1 was canceled.").arg(path));
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return failure(Error::Kind::Io, Words::tr("Could not read %1: %2.").arg(path, file.errorString()));
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
