// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>
#include <optional>

namespace unmoor {

/// What the command \a words prints of \a lines: awk, sed, head, tail, cat, tr and cut in the ways that scripts cut out
/// a section or a version with. It is read and imitated within limits, not run. nullopt: another command, a way that is
/// not understood, or words that are not known.
std::optional<QStringList> filteredLines(const QStringList &words, const QStringList &lines);

/// The file that such a command reads by name; empty where it reads its input.
QString filteredFile(const QStringList &words);

/// The parts of filteredLines() that have languages of their own. \a variables: of awk -v.
std::optional<QStringList> replayAwk(const QString &program, const QMap<QString, QString> &variables,
                                     const QStringList &lines);
/// \a quiet: -n; \a extended: -E.
std::optional<QStringList> replaySed(const QString &program, bool quiet, bool extended, const QStringList &lines);

} // namespace unmoor
