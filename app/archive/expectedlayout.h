// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace unmoor {

/// One line of a layout: files that an archive must hold.
struct ExpectedFile
{
    enum class Mode { Any, Executable };

    QString path; ///< glob relative to the root; "*" does not cross "/", "**" does
    Mode mode = Mode::Any;
    int minCount = 1;
    int maxCount = 1; ///< -1: no upper bound

    bool operator==(const ExpectedFile &) const = default;
};

/// What an archive must look like.
struct ExpectedLayout
{
    QString root; ///< the single top folder; empty for a flat archive
    QList<ExpectedFile> files;
    QStringList allow; ///< globs of further files that are no surprise

    bool operator==(const ExpectedLayout &) const = default;
};

} // namespace unmoor
