// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/github/incomingfile.h"

#include "app/core/privatefile.h"
#include "app/core/words.h"

namespace unmoor::github {

IncomingFile::IncomingFile(const QString &path, std::stop_token stop, std::function<void(qint64)> progress)
    : m_file(path)
    , m_progress(std::move(progress))
    , m_onStop(std::move(stop), [this] { m_stop.request_stop(); })
{
    m_isWritable = openPrivate(m_file, QIODevice::WriteOnly);
}

void IncomingFile::take(QByteArrayView bytes)
{
    if (!m_isWritable)
        return;
    m_isWritable = m_file.write(bytes.data(), bytes.size()) == bytes.size();
    m_bytes += bytes.size();
    m_hash.add(bytes);
    if (!m_isWritable)
        m_stop.request_stop(); // nothing more is wanted
    else if (m_progress)
        m_progress(m_bytes);
}

Result<qint64> IncomingFile::ended(const Result<Answer> &answer)
{
    if (m_isWritable && !answer)
        return std::unexpected(answer.error());
    if (!m_isWritable || !m_file.commit())
        return problem();
    m_sha256 = m_hash.finish();
    return m_bytes;
}

std::unexpected<Error> IncomingFile::problem() const
{
    return failure(Error::Kind::Io,
                   Words::tr("Could not write %1: %2. Is the disk full, or the folder read-only?")
                       .arg(m_file.fileName(), m_file.errorString()));
}

} // namespace unmoor::github
