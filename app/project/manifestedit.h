// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/releasemanifest.h"

namespace unmoor {

/// The main fields of an unmoor.toml as they stand in its text, whether or not its reader takes them.
struct ManifestForm
{
    struct Target
    {
        QString triple;
        QString system;
        QString output;
        QString archive;
        QString layout; ///< empty: none

        bool operator==(const Target &) const = default;
    };

    QString name;
    QString repository;
    QString changelog;
    QString tag;
    VersionSource version;
    QList<Target> targets; ///< those that are shipped, in the file's order
    QStringList layouts; ///< names of [layout.NAME]

    bool operator==(const ManifestForm &) const = default;
};

// What follows changes the text of an unmoor.toml where it must be changed, and nowhere else: what a person wrote
// around it stays. Each fails with InvalidInput where the text is no TOML or lacks the table.

Result<ManifestForm> formOfManifest(const QString &toml);

/// Gives the key of [project] another \a value, which is TOML; an empty one takes the key out. A comment behind the old
/// value was about that one, and goes with it.
Result<QString> withProjectKey(const QString &toml, const QString &key, const QString &value);
/// The same for the [[target]] of \a triple.
Result<QString> withTargetKey(const QString &toml, const QString &triple, const QString &key, const QString &value);

/// A text without one of its parts, and the part.
struct ManifestCut
{
    QString toml;
    QString part;
};
/// Takes the [[target]] of \a triple out.
Result<ManifestCut> cutTarget(const QString &toml, const QString &triple);
/// Puts \a block, the text of a [[target]], behind the other targets.
Result<QString> withTarget(const QString &toml, const QString &block);

/// \a text as a TOML string.
QString tomlString(const QString &text);
/// \a source as the value of the key "version".
QString tomlOf(const VersionSource &source);

} // namespace unmoor
