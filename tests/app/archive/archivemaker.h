// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QList>
#include <QString>
#include <QStringList>

/// Runs a program in \a folder; false, with its words in the test log, where it fails.
bool runIn(const QString &folder, const QString &program, const QStringList &arguments);

bool writeFile(const QString &path, const QByteArray &bytes);
QByteArray readFile(const QString &path);

/// Bytes that do not shrink when packed, the same for the same seed.
QByteArray noise(qsizetype size, quint32 seed);

/// Makes a folder "top" with README.md, an executable main, lib/ with a library and two links.
bool makeTree(const QString &folder);

/// Packs "top" of \a folder with the platform's own programs; \a kind is "tar", "tar.xz", …, "zip". Gives the path, or
/// nothing where it failed.
QString pack(const QString &folder, const QString &kind);

/// An entry for a tar that no tar(1) would write.
struct EvilEntry
{
    QByteArray name;
    QByteArray content;
    int type = 0100000; ///< S_IFREG and its like
    int mode = 0644;
    QByteArray symlink;
    QByteArray hardlink;
    qint64 sparseSize = -1; ///< the size, of which all but \a content at the end is a hole
};

/// \a format is libarchive's: "gnutar", "pax", "ustar", "zip".
bool writeArchive(const QString &path, const QByteArray &format, const QList<EvilEntry> &entries);
