// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace unmoor {

/// What can stand where the cursor is in a command line.
struct Completion
{
    struct Candidate
    {
        QString value;
        QString description; ///< one line; may be empty

        bool operator==(const Candidate &) const = default;
    };

    QList<Candidate> candidates; ///< all begin with what is typed already
    bool files = false; ///< files and folders fit, too: the shell knows them
    bool folders = false; ///< folders fit, too
};

/// Completes \a words, which followed "unmoor"; the last one is being typed and may be empty. Knows commands, options
/// and their values: targets of the project's unmoor.toml, versions of its changelog, machines and accounts of the
/// state folder. Reads these files and nothing else: it starts nothing and asks no network. What cannot be read has no
/// candidates.
Completion completeWords(const QStringList &words);

/// As `unmoor complete` prints it for the shells: a line for each candidate, its description behind a tab; ":files" or
/// ":folders" where the shell shall add its own.
QString completionText(const Completion &completion);

} // namespace unmoor
