// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/body.h"

#include "app/core/words.h"

#include <QFile>
#include <QFileInfo>
#include <cstring>
#include <utility>

namespace unmoor::github {

Body::Body(const QByteArray &json)
    : m_json(json)
    , m_size(json.size())
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

Result<std::unique_ptr<Body>> Body::ofFile(const QString &path, const QByteArray &sha256)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(file->exists() ? Error::Kind::Io : Error::Kind::NotFound,
                       Words::tr("Could not read %1: %2.").arg(path, file->errorString()));
    std::unique_ptr<Body> body(new Body);
    body->m_path = path;
    body->m_size = file->size();
    body->m_modified = QFileInfo(path).lastModified();
    body->m_file = std::make_unique<UploadSource>(std::move(file), sha256, body.get(),
                                                  [body = body.get()] { Q_EMIT body->readyRead(); });
    body->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return body;
}

bool Body::isUnchanged() const
{
    const QFileInfo now(m_path);
    return m_path.isEmpty() || (now.size() == m_size && now.lastModified() == m_modified);
}

qint64 Body::take(char *data, qint64 most)
{
    if (m_file)
        return m_file->take(data, most);
    std::memcpy(data, m_json.constData() + m_taken, size_t(most));
    return most;
}

/// 0 where nothing can be had now; readyRead() follows, unless it is another file.
qint64 Body::readData(char *data, qint64 most)
{
    const qint64 got = m_isOther ? 0 : take(data, std::min(most, m_size - m_taken));
    m_taken += got;
    if (got > 0 && taken)
        taken(m_taken);
    if (got == 0 && m_file && m_taken < m_size && m_file->isOther() && !std::exchange(m_isOther, true) && other)
        other();
    return got;
}

} // namespace unmoor::github
