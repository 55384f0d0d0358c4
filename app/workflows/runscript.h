// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace unmoor {

/// A command of a script, its words expanded; what is not known in them is unknownPart (see expression.h).
struct ScriptCommand
{
    QStringList words;
    QString input; ///< of "<"
    QString output; ///< of ">" and ">>"
    bool operator==(const ScriptCommand &) const = default;
};

/// Commands that are joined by "|".
struct ScriptPipeline
{
    QList<ScriptCommand> commands;
    int line = 0; ///< of the script, from 0
    bool operator==(const ScriptPipeline &) const = default;
};

struct ScriptReading
{
    QList<ScriptPipeline> pipelines; ///< those within $(…) before the one that they are part of
    QMap<QString, QString> outputs; ///< what it writes to $GITHUB_OUTPUT
    QMap<QString, QString> exports; ///< what it writes to $GITHUB_ENV
};

/// Reads the sh or bash script of a step. It is data: nothing is run. A variable is known only where every way through
/// the script gives it the same value; unlike the reader of launchers (app/launcher), which asks what may happen, this
/// one asks what must. \a variables: set before it.
ScriptReading readRunScript(const QString &script, const QHash<QString, QString> &variables);

} // namespace unmoor
