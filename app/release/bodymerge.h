// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace unmoor {

/// The body of a release in three: as Unmoor sent it last, as it would send it now, and as the host has it.
struct BodyMerge
{
    enum class Who {
        Ours, ///< only the file changed: sending it loses nothing
        Theirs, ///< only the host's text was edited
        Both, ///< both were, or it is not known what was sent
    };

    std::optional<QString> base; ///< nullopt: not known
    QString ours;
    QString theirs;
    Who changed = Who::Both;

    bool operator==(const BodyMerge &) const = default;
};

/// Who changed the body since it was sent; nullopt where \a ours and \a theirs are one. Line ends and blank lines at
/// the ends, which the host changes by itself, do not count.
std::optional<BodyMerge> mergeBody(const std::optional<QString> &base, const QString &ours, const QString &theirs);

/// The lines of \a text, counted from 0, that \a other does not have in the same order; in large texts see keptLines().
QList<int> linesOnlyIn(const QString &text, const QString &other);

} // namespace unmoor
