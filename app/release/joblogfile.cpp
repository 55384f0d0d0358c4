// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/joblogfile.h"

#include "app/buildlog/logtimes.h"
#include "app/core/privatefile.h"
#include "app/core/words.h"
#include "app/nix/nixtext.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 longestLine = 1 << 20; // bytes; what is longer is cut into lines of this length
constexpr qsizetype mostMessages = 200;
constexpr qsizetype longestMessage = 64 << 10; // characters
constexpr qsizetype longestLooked = 4096; // bytes; beyond this a line is data, not a message
constexpr qint64 markMsec = 250; // between two times that are written down

Error fileError(const QFile &file)
{
    return {Error::Kind::Io,
            Words::tr(
                "The log of the job could not be kept in %1: %2. Free some space for temporary files, then look again.")
                .arg(file.fileName(), file.errorString())};
}

} // namespace

void NixErrors::take(QByteArrayView line)
{
    m_hasNix = m_hasNix || line.contains("/nix/store/") || line.contains("nix build") || line.contains("nix flake");
    if (line.size() > longestLooked || (!m_isOpen && !line.contains("error:"))) {
        m_isOpen = false;
        return;
    }
    const QString text = withoutEscapes(QString::fromUtf8(line));
    if (text.startsWith("error:"_L1)) {
        if (m_messages.size() == mostMessages)
            m_messages.removeFirst();
        m_messages += text;
        m_isOpen = true;
    } else if (m_isOpen && (text.isEmpty() || text.startsWith(u' '))) {
        if (m_messages.last().size() < longestMessage)
            m_messages.last() += u'\n' + text;
    } else {
        m_isOpen = false;
    }
}

std::optional<BuildFailure> NixErrors::cause() const
{
    if (!m_hasNix || m_messages.isEmpty())
        return {};
    const BuildFailure failure = classifyFailure(m_messages);
    return failure.kind == BuildFailure::Kind::Other ? std::nullopt : std::optional(failure);
}

Result<JobLog> unpackJobLog(const QString &source, const QString &path, const std::stop_token &stop)
{
    QFile from(source);
    if (!from.open(QIODevice::ReadOnly))
        return std::unexpected(fileError(from));
    QFile to(path);
    if (!openPrivate(to, QIODevice::WriteOnly | QIODevice::Truncate))
        return std::unexpected(fileError(to));
    JobLogReader reader;
    NixErrors errors;
    LogTimesFile times;
    qint64 begin = -1; // milliseconds since 1970
    qint64 marked = -1; // since then
    while (!from.atEnd()) {
        if (stop.stop_requested())
            return failure(Error::Kind::Canceled, Words::tr("Reading the log was canceled."));
        const QByteArray bytes = from.readLine(longestLine);
        const JobLogLine line = splitJobLogLine(bytes);
        if (line.msec >= 0 && begin < 0) {
            begin = line.msec;
            times.open(path, begin);
        }
        if (line.msec >= 0 && (marked < 0 || line.msec - begin >= marked + markMsec)) {
            marked = std::max<qint64>(line.msec - begin, 0);
            times.write({to.pos(), marked});
        }
        reader.take(bytes);
        errors.take(line.text);
        if (to.write(line.text.toByteArray() + '\n') < 0)
            return std::unexpected(fileError(to));
    }
    if (!to.flush())
        return std::unexpected(fileError(to));
    return JobLog{.path = path, .report = reader.report(), .cause = errors.cause()};
}

} // namespace unmoor
