// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace unmoor::github {

/// Reads a file ahead of who takes its bytes, and hashes them, in a thread of its own, so that neither keeps the
/// network waiting. It holds 2 MiB at most. Who takes never waits, as who reads an archive does: it is the window's
/// thread.
class UploadSource
{
public:
    /// \a file is open for reading. With \a sha256 (64 hex digits) the last bytes of another file are held back.
    /// \a came is called on the thread of \a context when there is something new after take() gave nothing.
    UploadSource(std::unique_ptr<QFile> file, const QByteArray &sha256, QObject *context, std::function<void()> came);
    ~UploadSource();

    qint64 take(char *data, qint64 most); ///< bytes; 0: none are there yet, or none come any more
    bool isOther() const; ///< it is not the file that was promised, or it has become shorter

private:
    struct State;

    static void fill(State &state);
    void goOn();

    std::unique_ptr<State> m_state;
    QThreadPool m_pool; ///< ends its work before the state goes
};

} // namespace unmoor::github
