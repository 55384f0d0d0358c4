// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/inspectionprocess.h"

#include "archive/inspectionstream.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QtEndian>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

// A piece of the answer: its kind, the length of what follows, and that.
enum class Piece : quint8 { Progress = 'P', Outcome = 'O' };
constexpr qsizetype headSize = 1 + sizeof(quint64);
constexpr quint64 mostLength = 4ULL << 30;
constexpr int sliceMilliseconds = 20; // so that a cancel is seen in time

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(InspectionProcess)
};

/// One conversation with the process that reads.
class Conversation
{
public:
    Conversation(const InspectionProcess &process, const QString &path, const ScanCallback &onProgress)
        : m_settings(process)
        , m_path(path)
        , m_onProgress(onProgress)
    {
    }

    ~Conversation()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        // In a pool's thread, like all of this; a killed process ends at once.
        m_process.kill();
        m_process.waitForFinished();
    }

    Result<Inspection> run(const InspectionRules &rules, const std::stop_token &stop)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(m_settings.program, m_settings.arguments);
        m_process.write(toBytes(InspectionRequest{m_path, rules}));
        m_process.closeWriteChannel();
        m_sinceSign.start();
        while (!m_outcome && !m_isNonsense) {
            if (stop.stop_requested())
                return failure(Error::Kind::Canceled, Text::tr("Reading %1 was canceled.").arg(m_path));
            if (m_process.waitForReadyRead(sliceMilliseconds))
                takePieces();
            else if (m_process.state() == QProcess::NotRunning)
                break;
            else if (m_sinceSign.hasExpired(m_settings.patience.count()))
                return hung();
        }
        takePieces();
        return m_outcome ? *std::move(m_outcome) : ended();
    }

private:
    void takePieces()
    {
        m_bytes += m_process.readAllStandardOutput();
        qsizetype at = 0;
        while (!m_isNonsense && m_bytes.size() - at >= headSize) {
            const quint64 length = qFromLittleEndian<quint64>(m_bytes.constData() + at + 1);
            m_isNonsense = length > mostLength;
            if (length > quint64(m_bytes.size() - at - headSize))
                break;
            take(Piece(m_bytes[at]), m_bytes.sliced(at + headSize, qsizetype(length)));
            at += headSize + qsizetype(length);
        }
        m_bytes.remove(0, at);
    }

    void take(Piece kind, const QByteArray &content)
    {
        m_sinceSign.restart();
        if (kind == Piece::Outcome) {
            m_outcome = outcomeFrom(content);
            m_isNonsense = !m_outcome;
            return;
        }
        const auto progress = kind == Piece::Progress ? progressFrom(content) : std::nullopt;
        m_isNonsense = !progress;
        if (!progress)
            return;
        m_entries += progress->batch.size();
        if (!progress->batch.isEmpty())
            m_last = progress->batch.last().path;
        if (m_onProgress)
            m_onProgress(*progress);
    }

    QString howFar() const
    {
        return m_last.isEmpty() ? Text::tr("before its first entry")
                                : Text::tr("after %1 entries, near %2").arg(QString::number(m_entries), m_last);
    }

    std::unexpected<Error> hung() const
    {
        return failure(
            Error::Kind::Failed,
            Text::tr("Reading %1 made no progress for %2 s, %3, and was ended. The disk may be too slow: try "
                     "again. If it ends there again, please report it with the archive.")
                .arg(m_path)
                .arg(std::chrono::duration_cast<std::chrono::seconds>(m_settings.patience).count())
                .arg(howFar()));
    }

    std::unexpected<Error> ended() const
    {
        if (m_process.error() == QProcess::FailedToStart)
            return failure(Error::Kind::Failed,
                           Text::tr("Could not start %1 to read %2: %3. Install Unmoor anew, or check its permissions.")
                               .arg(m_settings.program, m_path, m_process.errorString()));
        const QString how = m_isNonsense                    ? Text::tr("gave an answer that makes no sense")
            : m_process.exitStatus() == QProcess::CrashExit ? Text::tr("crashed")
                                                            : Text::tr("ended with code %1").arg(m_process.exitCode());
        return failure(Error::Kind::Failed,
                       Text::tr("The process that reads %1 %2, %3. Nothing was judged, and nothing else is affected. "
                                "This is a mistake in Unmoor or an attack on it: please report it with the archive.")
                           .arg(m_path, how, howFar()));
    }

    const InspectionProcess &m_settings;
    QString m_path;
    const ScanCallback &m_onProgress;
    QProcess m_process;
    QElapsedTimer m_sinceSign;
    QByteArray m_bytes;
    std::optional<Result<Inspection>> m_outcome;
    bool m_isNonsense = false;
    qint64 m_entries = 0;
    QString m_last; ///< entry that was told of
};

/// What this process may take: it writes no file, leaves no core, and ends rather than filling the memory.
void limitThisProcess()
{
    const auto limit = [](auto resource, rlim_t most) {
        const rlimit both{most, most};
        setrlimit(resource, &both);
    };
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
#if !defined(__SANITIZE_ADDRESS__)
    constexpr rlim_t mostMemory = rlim_t(8) << 30;
    limit(RLIMIT_AS, mostMemory);
#endif
}

void send(QFile &out, Piece kind, const QByteArray &content)
{
    QByteArray head(headSize, Qt::Uninitialized);
    head[0] = char(kind);
    qToLittleEndian(quint64(content.size()), head.data() + 1);
    out.write(head);
    out.write(content);
    out.flush();
}

} // namespace

Result<Inspection> inspectApart(const InspectionProcess &process, const QString &path, const InspectionRules &rules,
                                std::stop_token stop, const ScanCallback &onProgress)
{
    if (process.program.isEmpty())
        return inspectArchive(path, rules, stop, onProgress);
    return Conversation(process, path, onProgress).run(rules, stop);
}

int runInspectionApart()
{
    constexpr int wrongUsage = 2;
    limitThisProcess();
    QFile in;
    QFile out;
    if (!in.open(0, QIODevice::ReadOnly) || !out.open(1, QIODevice::WriteOnly))
        return wrongUsage;
    const auto request = requestFrom(in.readAll());
    if (!request)
        return wrongUsage;
    const auto outcome = inspectArchive(request->path, request->rules, {}, [&out](const ScanProgress &progress) {
        send(out, Piece::Progress, toBytes(progress));
    });
    send(out, Piece::Outcome, toBytes(outcome));
    return 0;
}

} // namespace unmoor
