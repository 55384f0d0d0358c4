// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/program.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace e2e {

/// The program in a terminal: a pseudo terminal with a small shell of one job, so that keys such as Ctrl+C and Ctrl+Z
/// do what they do for a person.
class Terminal
{
public:
    static constexpr int killedBy = 200; ///< exit code of a program that died of signal N: killedBy + N

    explicit Terminal(const QStringList &arguments, const QProcessEnvironment &environment = cleanEnvironment())
    {
        // What the child needs is made before the fork: afterwards only calls that are safe in signal handlers follow.
        QByteArrayList words{QByteArray(UNMOOR_PROGRAM)};
        for (const QString &argument : arguments)
            words += argument.toLocal8Bit();
        QByteArrayList variables;
        for (const QString &variable : environment.toStringList())
            variables += variable.toLocal8Bit();
        // A program that is interrupted ends at once, with what waited for its children.
        variables.removeIf([](const QByteArray &variable) { return variable.startsWith("ASAN_OPTIONS="); });
        variables += "ASAN_OPTIONS=detect_leaks=0";
        std::vector<char *> argv = pointers(words);
        std::vector<char *> envp = pointers(variables);
        m_shell = ::forkpty(&m_master, nullptr, nullptr, nullptr);
        if (m_shell == 0)
            runJob(argv.data(), envp.data());
        if (m_shell < 0)
            qFatal("There is no pseudo terminal.");
        ::fcntl(m_master, F_SETFL, O_NONBLOCK);
    }

    ~Terminal()
    {
        if (m_shell > 0) {
            send(SIGKILL);
            ::kill(m_shell, SIGKILL);
            ::waitpid(m_shell, nullptr, 0);
        }
        ::close(m_master);
    }

    Q_DISABLE_COPY_MOVE(Terminal)

    /// Whether \a words come to stand in the terminal.
    bool shows(const QByteArray &words)
    {
        return QTest::qWaitFor([&] { return text().contains(words); }, patience);
    }

    const QByteArray &text() ///< everything up to now
    {
        char bytes[4096];
        for (ssize_t count = 0; (count = ::read(m_master, bytes, sizeof bytes)) > 0;)
            m_text.append(bytes, count);
        return m_text;
    }

    void type(const QByteArray &keys) const
    {
        QCOMPARE(::write(m_master, keys.constData(), size_t(keys.size())), ssize_t(keys.size()));
    }

    /// Until the terminal has taken what was typed: the kernel hands it over a moment later, and echoes or hides it as
    /// the terminal is set then. poll(2) on the program's side does that work at once.
    void waitUntilTyped() const
    {
        const int side = ::open(::ptsname(m_master), O_RDONLY | O_NOCTTY | O_NONBLOCK);
        QVERIFY(side >= 0);
        pollfd asked{.fd = side, .events = POLLIN, .revents = 0};
        QVERIFY(::poll(&asked, 1, 0) >= 0);
        ::close(side);
    }

    /// To the program. Where it is gone, the terminal has no job any more, and kill(2) would take 0 and -1 for others.
    void send(int signal) const
    {
        if (const pid_t group = job(); group > 1)
            ::kill(-group, signal);
    }
    pid_t job() const { return ::tcgetpgrp(m_master); } ///< its process group, which has its number

    bool showsTyping() const
    {
        termios state{};
        return ::tcgetattr(m_master, &state) == 0 && (state.c_lflag & tcflag_t(ECHO)) != 0;
    }

    /// Waits for the program's end; its exit code, or -1 where it does not end.
    int end()
    {
        int status = 0;
        const bool ended = QTest::qWaitFor(
            [&] {
                text(); // a full terminal would hold it up
                return ::waitpid(m_shell, &status, WNOHANG) == m_shell;
            },
            patience);
        if (!ended)
            return -1;
        text();
        m_shell = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    /// What the shell says when the program is suspended.
    static constexpr const char *suspended = "[suspended]";

private:
    static constexpr int patience = 60'000;

    static std::vector<char *> pointers(QByteArrayList &words)
    {
        std::vector<char *> found;
        for (QByteArray &word : words)
            found.push_back(word.data());
        found.push_back(nullptr);
        return found;
    }

    /// The shell: one job in the foreground.
    [[noreturn]] static void runJob(char **argv, char **envp)
    {
        const pid_t job = ::fork();
        if (job == 0) {
            ::setpgid(0, 0);
            ::signal(SIGTTOU, SIG_IGN); // it is in the background yet
            ::tcsetpgrp(STDIN_FILENO, ::getpid());
            ::signal(SIGTTOU, SIG_DFL);
            ::execve(argv[0], argv, envp);
            ::_exit(127);
        }
        ::setpgid(job, job);
        for (int status = 0;;) {
            if (::waitpid(job, &status, WUNTRACED) != job)
                ::_exit(126);
            if (WIFEXITED(status))
                ::_exit(WEXITSTATUS(status));
            if (WIFSIGNALED(status))
                ::_exit(killedBy + WTERMSIG(status));
            ::signal(SIGTTOU, SIG_IGN);
            [[maybe_unused]] const auto said = ::write(STDOUT_FILENO, suspended, strlen(suspended));
        }
    }

    int m_master = -1;
    pid_t m_shell = 0;
    QByteArray m_text;
};

} // namespace e2e
