// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/body.h"

#include "app/core/words.h"

#include <QBuffer>
#include <QFileInfo>

namespace unmoor::github {

Body::Body(const QByteArray &json)
    : m_size(json.size())
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(json);
    buffer->open(QIODevice::ReadOnly);
    m_source = std::move(buffer);
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
    body->m_promised = sha256;
    body->m_size = file->size();
    body->m_modified = QFileInfo(path).lastModified();
    body->m_source = std::move(file);
    body->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return body;
}

bool Body::isUnchanged() const
{
    const QFileInfo now(m_path);
    return m_path.isEmpty() || (now.size() == m_size && now.lastModified() == m_modified);
}

bool Body::isPromised(QByteArrayView next)
{
    if (m_promised.isEmpty())
        return true;
    m_hash.add(next);
    m_isOther = m_taken + next.size() == m_size && m_hash.finish() != m_promised;
    if (m_isOther && other)
        other();
    return !m_isOther;
}

qint64 Body::readData(char *data, qint64 most)
{
    const qint64 got = m_isOther ? 0 : m_source->read(data, std::min(most, m_size - m_taken));
    if (got > 0 && !isPromised(QByteArrayView(data, got)))
        return 0;
    if (got > 0) {
        m_taken += got;
        if (taken)
            taken(m_taken);
    }
    return got;
}

} // namespace unmoor::github
