// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"

#include <QByteArray>

namespace unmoor {

/// The digest of \a fileName in \a text, as sha256sum(1) writes it, with or without a name, or as BSD's sha256(1) does
/// ("SHA256 (NAME) = DIGEST"): 64 lower-case hex digits; empty where there is none.
QByteArray checksumIn(const QByteArray &text, const QString &fileName);

/// Where the digest of \a path would lie: PATH.sha256.
QString checksumFileOf(const QString &path);

/// Compares the archive \a path, whose digest is \a sha256, with the file PATH.sha256 beside it, if there is one:
/// checksum-mismatch.
QList<Finding> checkChecksumFile(const QString &path, const QByteArray &sha256);

} // namespace unmoor
