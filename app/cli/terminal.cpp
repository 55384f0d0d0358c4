// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "app/core/words.h"

#include <QPromise>
#include <QSocketNotifier>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <optional>
#include <termios.h>
#include <unistd.h>

namespace unmoor {

namespace {

constexpr qsizetype longestLine = 64 * 1024;

// What signal handlers need to know. They may call tcsetattr, signal and raise (POSIX, async-signal-safe functions).
termios shownTerminal; ///< as it was found
std::atomic<bool> isTypingHidden = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void hideTyping(int when)
{
    termios hidden = shownTerminal;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    hidden.c_lflag |= ECHONL; // the end of the line is shown, so that what follows begins a new one
    ::tcsetattr(STDIN_FILENO, when, &hidden);
}

/// The program ends, with the terminal as it was.
void showAndEnd(int signal)
{
    ::tcsetattr(STDIN_FILENO, TCSANOW, &shownTerminal);
    ::signal(signal, SIG_DFL);
    ::raise(signal); // takes effect when this handler returns
}

/// The program is suspended, with the terminal as it was, and hides what is typed again when it goes on.
void showAndSuspend(int signal)
{
    ::tcsetattr(STDIN_FILENO, TCSANOW, &shownTerminal);
    ::signal(signal, SIG_DFL);
    ::raise(signal);
    sigset_t unblocked;
    ::sigemptyset(&unblocked);
    ::sigaddset(&unblocked, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &unblocked, nullptr); // here it stops
    ::signal(signal, showAndSuspend);
    if (isTypingHidden)
        hideTyping(TCSANOW);
}

using SignalHandler = void (*)(int);

/// Signals that nobody else here takes; SIGINT and SIGTERM are Interrupt's.
constexpr std::array<std::pair<int, SignalHandler>, 3> otherSignals{
    {{SIGQUIT, showAndEnd}, {SIGHUP, showAndEnd}, {SIGTSTP, showAndSuspend}}};

/// While it lives, the terminal does not show what is typed.
class HiddenTyping
{
public:
    HiddenTyping()
    {
        if (::tcgetattr(STDIN_FILENO, &shownTerminal) != 0)
            return;
        isTypingHidden = true;
        for (size_t i = 0; i < otherSignals.size(); ++i) {
            const auto [number, handler] = otherSignals[i];
            m_before[i] = ::signal(number, handler);
            if (m_before[i] == SIG_IGN) // as with nohup
                ::signal(number, SIG_IGN);
        }
        hideTyping(TCSAFLUSH);
    }

    ~HiddenTyping()
    {
        showTyping();
        for (size_t i = 0; i < otherSignals.size(); ++i)
            if (m_before[i])
                ::signal(otherSignals[i].first, m_before[i]);
    }

    Q_DISABLE_COPY_MOVE(HiddenTyping)

private:
    std::array<SignalHandler, otherSignals.size()> m_before{};
};

/// Reads one line; deletes itself at the end.
class LineReader : public QObject
{
public:
    LineReader(Echo echo, std::stop_token stop)
        : m_notifier(STDIN_FILENO, QSocketNotifier::Read)
        , m_stop(std::move(stop))
    {
        if (echo == Echo::Hidden && isAtTerminal())
            m_hidden.emplace();
        connect(&m_notifier, &QSocketNotifier::activated, this, &LineReader::take);
    }

    QFuture<Result<QByteArray>> start()
    {
        auto line = m_promise.future();
        m_promise.start();
        m_onStop.emplace(m_stop,
                         [this] { QMetaObject::invokeMethod(this, &LineReader::cancel, Qt::QueuedConnection); });
        if (::fcntl(STDIN_FILENO, F_GETFL) < 0) // closed: no notifier ever tells
            QMetaObject::invokeMethod(this, [this] { finish(m_line); }, Qt::QueuedConnection);
        return line;
    }

private:
    void take()
    {
        std::array<char, 4096> bytes;
        const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (count <= 0)
            return finish(m_line);
        m_line.append(bytes.data(), count);
        if (const qsizetype end = m_line.indexOf('\n'); end >= 0)
            return finish(m_line.left(end));
        if (m_line.size() > longestLine)
            finish(m_line);
    }

    void cancel()
    {
        finish(failure(Error::Kind::Canceled, Words::tr("Canceled before there was an answer. Nothing was changed.")));
    }

    void finish(const Result<QByteArray> &line)
    {
        m_onStop.reset();
        m_notifier.setEnabled(false);
        disconnect(&m_notifier, nullptr, this, nullptr);
        m_hidden.reset();
        if (std::exchange(m_done, true))
            return;
        m_promise.addResult(line);
        m_promise.finish();
        deleteLater();
    }

    std::optional<HiddenTyping> m_hidden;
    QSocketNotifier m_notifier;
    std::stop_token m_stop;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
    QPromise<Result<QByteArray>> m_promise;
    QByteArray m_line;
    bool m_done = false;
};

} // namespace

bool isAtTerminal()
{
    return ::isatty(STDIN_FILENO) != 0;
}

void showTyping()
{
    if (isTypingHidden.exchange(false))
        ::tcsetattr(STDIN_FILENO, TCSANOW, &shownTerminal);
}

QFuture<Result<QByteArray>> readLine(Echo echo, std::stop_token stop)
{
    return (new LineReader(echo, std::move(stop)))->start();
}

} // namespace unmoor
