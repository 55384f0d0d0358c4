// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QLockFile>
#include <memory>

namespace unmoor {

/// A promise that one process at a time does something. It is a file that names the process; when the process dies,
/// the next one takes the lock over.
class ProcessLock
{
public:
    /// Takes the lock of the file \a path, whose folder exists. Errors: Conflict (its message is holder()), Io.
    static Result<std::unique_ptr<ProcessLock>> take(const QString &path);
    /// Who has it, "another Unmoor (process 4711)"; empty where nobody that lives does.
    static QString holder(const QString &path);

private:
    explicit ProcessLock(const QString &path);
    QLockFile m_file;
};

} // namespace unmoor
