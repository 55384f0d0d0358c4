// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/process.h"

#include "app/core/childenvironment.h"
#include "app/core/endwithparent.h"
#include "app/core/heardprocess.h"
#include "app/core/words.h"

#include <QProcess>
#include <QPromise>
#include <QTimer>
#include <csignal>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace unmoor {

QString ProcessExit::lastWords() const
{
    QStringList lines = QString::fromUtf8(err).split(u'\n', Qt::SkipEmptyParts);
    while (lines.size() > 3)
        lines.removeFirst();
    return lines.join(u' ').trimmed();
}

namespace {

/// One running program; deletes itself when it has ended.
class Run : public QObject
{
public:
    Run(const Command &command, std::stop_token stop)
        : m_stop(std::move(stop))
    {
        m_process.setProgram(command.program);
        m_process.setArguments(command.arguments);
        if (!command.workingDirectory.isEmpty())
            m_process.setWorkingDirectory(command.workingDirectory);
        m_process.setProcessEnvironment(childEnvironment(command.environment));
        if (!command.stderrFile.isEmpty())
            m_process.setStandardErrorFile(command.stderrFile, QIODevice::Append);
        if (command.input.isEmpty())
            m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession
                                           | QProcess::UnixProcessFlag::ResetSignalHandlers
                                           | QProcess::UnixProcessFlag::UseVFork);

        m_killTimer.setSingleShot(true);
        m_killTimer.setInterval(10'000);
        connect(&m_killTimer, &QTimer::timeout, this, [this] { signalGroup(SIGKILL); });
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                finish(failure(Error::Kind::NotFound,
                               Words::tr("Could not start %1: %2. Install it, or make sure that it is on the PATH.")
                                   .arg(m_process.program(), m_process.errorString())));
        });
        connect(&m_process, &QProcess::finished, this, &Run::ended);
        // Before the program has started there is no group that a signal could reach.
        connect(&m_process, &QProcess::started, this, [this, input = command.input] {
            if (!input.isEmpty()) {
                m_process.write(input);
                m_process.closeWriteChannel();
            }
            m_onStop.emplace(m_stop, [this] { QMetaObject::invokeMethod(this, &Run::stop, Qt::QueuedConnection); });
        });
        m_promise.start();
    }

    void hear(const std::function<void(const QByteArray &)> &heard)
    {
        connect(&m_process, &QProcess::readyReadStandardError, this, [this, heard] {
            const QByteArray come = m_process.readAllStandardError();
            m_err += come;
            heard(come);
        });
    }

    QFuture<Result<ProcessExit>> start()
    {
        auto future = m_promise.future();
        if (m_stop.stop_requested())
            finish(canceled());
        else
            startToEndWithParent(m_process, SIGTERM);
        return future;
    }

private:
    std::unexpected<Error> canceled() const
    {
        return failure(Error::Kind::Canceled, Words::tr("%1 was canceled.").arg(m_process.program()));
    }

    void stop()
    {
        signalGroup(SIGTERM);
        m_killTimer.start();
    }

    void signalGroup(int signal) const
    {
        if (const qint64 pid = m_process.processId(); pid > 0)
            ::kill(-pid_t(pid), signal);
    }

    void ended(int code, QProcess::ExitStatus status)
    {
        if (m_stop.stop_requested())
            finish(canceled());
        else if (status == QProcess::CrashExit)
            finish(failure(Error::Kind::Failed,
                           Words::tr("%1 was ended by signal %2.").arg(m_process.program()).arg(code)));
        else
            finish(ProcessExit{code, m_process.readAllStandardOutput(), m_err + m_process.readAllStandardError()});
    }

    void finish(Result<ProcessExit> result)
    {
        m_onStop.reset();
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    std::stop_token m_stop;
    QProcess m_process;
    QByteArray m_err; ///< what was heard of standard error
    QTimer m_killTimer;
    QPromise<Result<ProcessExit>> m_promise;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace

QFuture<Result<ProcessExit>> runProcess(const Command &command, std::stop_token stop)
{
    return (new Run(command, std::move(stop)))->start();
}

QFuture<Result<ProcessExit>> runHeardProcess(const Command &command,
                                             const std::function<void(const QByteArray &)> &heard, std::stop_token stop)
{
    auto *run = new Run(command, std::move(stop));
    run->hear(heard);
    return run->start();
}

} // namespace unmoor
