// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/buildlog/logentry.h"

#include <QByteArrayView>
#include <QHash>

namespace unmoor {

/// What a line says to someone who looks for problems and phases.
struct LogMark
{
    LogEntry::Problem problem = LogEntry::Problem::None;
    bool isHead = false; ///< false: it goes on with the problem above
    QString phase; ///< "buildPhase" begins here
    enum class Group : quint8 { None, Begins, Ends };
    Group group = Group::None; ///< of the runner of GitHub Actions

    bool operator==(const LogMark &) const = default;
};

/// Marks the lines of a log, one after the other.
class LogMarker
{
public:
    /// Whether mark() has to see a builder's line. \a json: its text as it stands in a record. Nearly all need not.
    bool needs(qint32 derivation, QByteArrayView json) const;
    /// \a goesOn: the line is of the same message as the line before.
    LogMark mark(const LogOrigin &origin, const QString &text, bool goesOn);

    /// The words that begin a group and stand before its name in \a line; empty: it begins none.
    static QLatin1StringView groupWords(QStringView line);

private:
    QHash<qint32, LogEntry::Problem> m_open; ///< derivation → problem that its next line may go on with
};

} // namespace unmoor
