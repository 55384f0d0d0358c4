// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

namespace unmoor {

/// A run of lines of a text, and what two people made of it.
struct MergePart
{
    enum class Change {
        None,
        Ours, ///< only we changed it
        Theirs,
        Alike, ///< both did, to the same
        Both, ///< both did, in different ways: a person decides
    };

    Change change = Change::None;
    QStringList base;
    QStringList ours;
    QStringList theirs;

    bool operator==(const MergePart &) const = default;
};

/// \a base with the changes of \a ours and \a theirs, in order: the lines of each side, joined, are its text. Between
/// what two texts begin and end with, some thousand different lines are too many to compare: they are one part (see
/// keptLines()).
QList<MergePart> mergeParts(const QString &base, const QString &ours, const QString &theirs);

/// Where \a ours and \a theirs differ while nobody knows what they began as: each difference is a person's to decide.
QList<MergePart> differingParts(const QString &ours, const QString &theirs);

/// The text with what \a ours and \a theirs each changed of \a base, line by line; nullopt where both changed the same
/// lines, or lines that touch, in different ways.
std::optional<QString> mergeTexts(const QString &base, const QString &ours, const QString &theirs);

} // namespace unmoor
