// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linediff.h"
#include "app/core/result.h"

#include <QByteArray>

namespace unmoor {

/// A change of one file of the checkout, which a person is shown before it is made.
struct FileEdit
{
    QString file; ///< relative to the checkout's root
    QByteArray before; ///< the whole file as it was read; null: there was none
    QByteArray after;

    QList<DiffLine> diff() const { return lineDiff(before, after); }
    int line() const; ///< the first that changes, from 1
    bool operator==(const FileEdit &) const = default;
};

/// "CHANGELOG.md:", then each line with what becomes of it.
QString unifiedText(const FileEdit &edit);

/// A file of the checkout, whole; null where there is none. Errors: Io.
Result<QByteArray> readCheckoutFile(const QString &root, const QString &file);

/// Writes \a edit, whole or not at all. Errors: Conflict (the file is not what was read any more; nothing is written),
/// Io.
Result<void> applyEdit(const QString &root, const FileEdit &edit);

} // namespace unmoor
