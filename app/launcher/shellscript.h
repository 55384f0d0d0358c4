// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace unmoor {

/// A command that a shell script runs, as far as reading can tell.
struct ShellCommand
{
    QStringList words; ///< expanded; see shellPath() in shellwords.h for those that name something in the archive
    QHash<QString, QString> variables; ///< exported up to here, and set for this command alone
    QString folder; ///< the current folder, where the script changed it; empty: the user's

    bool operator==(const ShellCommand &) const = default;
};

/// Reads the script that lies at \a path of an archive, in the order of its lines; both ways of a branch count. It is
/// data: nothing is run, and what is not understood leaves a word unknown. Time is bounded by the length of the text,
/// of which only the beginning is read.
QList<ShellCommand> readShellScript(const QByteArray &text, const QString &path);

} // namespace unmoor
