// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/releasemanifest.h"
#include "app/publish/desiredrelease.h"

#include <QDateTime>

namespace unmoor {

/// A file that goes with the archives, made by Unmoor.
struct CompanionFile
{
    QString name;
    QString target; ///< triple; empty for a file of the whole release
    QByteArray bytes;

    bool operator==(const CompanionFile &) const = default;
};

/// Checksums of \a archives under their final names, in the form that `sha256sum --check` reads: "NAME.sha256" for
/// each, or SHA256SUMS.
QList<CompanionFile> checksumFiles(Checksums kind, const QList<DesiredFile> &archives);

/// How one archive came to be.
struct BuiltArchive
{
    QString name;
    QByteArray sha256; ///< 64 hex digits
    QString triple;
    QString system; ///< Nix's name; empty where it was adopted
    QString output;
    QString drvPath;
    QString storePath;
    QString builder; ///< where it was built: "this machine", "host:mini"
    QString outcome; ///< "built", "cached", "adopted"
    QDateTime startedAt;
    double seconds = 0;
    QString origin = {}; ///< see BuildRecord::origin

    bool operator==(const BuiltArchive &) const = default;
};

struct ProvenanceFacts
{
    QUrl repository; ///< its page on the host
    QString tag;
    QString commit;
    QString nixVersion; ///< empty: not known
    QList<BuiltArchive> archives;

    bool operator==(const ProvenanceFacts &) const = default;
};

/// An in-toto Statement v1 with SLSA's provenance v1 as predicate. It is not signed.
QByteArray provenanceStatement(const ProvenanceFacts &facts);

/// Whether \a statement is about exactly \a archives at \a commit. The times of a build differ from machine to machine:
/// a statement that was made for the same bytes stays.
bool isStatementOf(const QByteArray &statement, const QString &commit, const QList<BuiltArchive> &archives);

/// Writes \a file into \a folder. Errors: Io.
Result<void> writeCompanion(const QString &folder, const CompanionFile &file);

} // namespace unmoor
