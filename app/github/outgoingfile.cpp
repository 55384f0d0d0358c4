// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/outgoingfile.h"

#include "app/core/words.h"

#include <QFileInfo>
#include <algorithm>

namespace unmoor::github {

Result<std::shared_ptr<OutgoingFile>> OutgoingFile::open(const QString &path, const QByteArray &sha256)
{
    std::shared_ptr<OutgoingFile> out(new OutgoingFile);
    out->m_file.setFileName(path);
    if (!out->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(out->m_file.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                       Words::tr("Could not read %1: %2.").arg(path, out->m_file.errorString()));
    out->m_promised = sha256;
    out->m_size = out->m_left = out->m_file.size();
    out->m_modified = QFileInfo(path).lastModified();
    return out;
}

qint64 OutgoingFile::read(char *data, qint64 most)
{
    const qint64 wanted = std::min(most, m_left);
    if (m_isOther)
        return -1;
    if (wanted == 0)
        return 0;
    const qint64 got = m_file.read(data, wanted);
    if (!m_promised.isEmpty() && got > 0)
        m_hash.add(QByteArrayView(data, got));
    m_left -= std::max<qint64>(got, 0);
    m_isOther = got <= 0 || (m_left == 0 && !m_promised.isEmpty() && m_hash.finish() != m_promised);
    return m_isOther ? -1 : got;
}

bool OutgoingFile::isUnchanged() const
{
    const QFileInfo now(m_file.fileName());
    return now.size() == m_size && now.lastModified() == m_modified;
}

} // namespace unmoor::github
