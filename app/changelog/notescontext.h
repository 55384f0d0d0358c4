// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringList>
#include <QUrl>
#include <functional>

namespace unmoor {

/// What the notes of a release are held against.
struct NotesContext
{
    QString version;
    QString fileName; ///< of the changelog, relative to the checkout's top: "docs/CHANGELOG.md"
    QDate today; ///< invalid: no date is in the future
    QString tag; ///< of this release
    QStringList taggedVersions; ///< those that git has tags for
    QUrl webUrl; ///< "https://github.com/owner/name"; empty: not known
    /// Names in a folder of the checkout ("" is its top), folders included; null: links to files are not followed.
    std::function<QStringList(const QString &folder)> entriesIn;
};

} // namespace unmoor
