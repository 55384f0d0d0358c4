// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace unmoor {

/// Bytes for people, in binary units with one decimal, as the locale writes numbers: "61.2 MiB", "61,2 MiB", "412 B".
QString formatBytes(qint64 bytes);

/// Seconds for people, as the locale writes numbers: "0.3 s", "12 s", "4 m 12 s", "1 h 22 m".
QString formatSeconds(double seconds);

/// \a one for 1, else \a many with its %1 replaced: "1 step", "3 steps".
QString counted(qint64 count, const QString &one, const QString &many);

/// "a, b, c and 4 more": the first \a most of \a names.
QString someOf(const QStringList &names, qsizetype most = 4);

/// The first 7 characters of a git commit, as git shows it.
QString shortCommit(const QString &commit);

/// The known word nearest to \a word by edit distance, for "did you mean"; empty where none is near.
QString nearestWord(const QString &word, const QStringList &known);

} // namespace unmoor
