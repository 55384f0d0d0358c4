// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFile>
#include <memory>

namespace unmoor {

/// A promise that one process at a time does something. The lock is the kernel's, on a file: it ends with the process
/// that took it, however that ends. The file itself stays; what it says, who has the lock, counts only while somebody
/// has it.
class ProcessLock
{
public:
    /// Takes the lock of the file \a path, whose folder exists. Errors: Conflict (its message is holder()), Io.
    static Result<std::unique_ptr<ProcessLock>> take(const QString &path);
    /// Who has it, "another Unmoor (process 4711)"; empty where nobody has. Looking does not take it.
    static QString holder(const QString &path);

private:
    explicit ProcessLock(const QString &path);
    QFile m_file;
};

} // namespace unmoor
