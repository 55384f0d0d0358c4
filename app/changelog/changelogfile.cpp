// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/changelog.h"
#include "app/core/plainfile.h"
#include "app/core/words.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace unmoor {

namespace {

/// The longest that are known have 5 MB.
constexpr qint64 largestChangelog = 32LL << 20;

Result<QByteArray> bytesOf(const QString &path)
{
    const PlainFile file{
        .path = path, .most = largestChangelog, .folder = projectBounds(QFileInfo(path).absolutePath())};
    return readPlainFile(file).transform_error([&](const Error &error) {
        return error.kind != Error::Kind::NotFound
            ? error
            : Error{Error::Kind::NotFound,
                    Words::tr("There is no changelog at %1. Create it, or name the right file in unmoor.toml "
                              "(changelog = \"…\").")
                        .arg(path)};
    });
}

Result<void> writeBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::Io,
                       Words::tr("Could not write %1: %2. The file is as it was; make sure that it and its folder are "
                                 "writable and that the disk has room.")
                           .arg(path, file.errorString()));
    return {};
}

} // namespace

Result<Changelog> readChangelog(const QString &path, const ChangelogReading &reading)
{
    return bytesOf(path).transform([&reading](const QByteArray &bytes) { return Changelog::parse(bytes, reading); });
}

Result<void> saveChangelog(const QString &path, const QByteArray &original, const QByteArray &updated)
{
    const Result<QByteArray> onDisk = bytesOf(path);
    if (!onDisk && onDisk.error().kind != Error::Kind::NotFound)
        return std::unexpected(onDisk.error());
    if (!onDisk)
        return failure(Error::Kind::Conflict,
                       Words::tr("%1 is gone since it was read, so nothing was written. Bring it back, or read the "
                                 "changelog again.")
                           .arg(path));
    if (*onDisk != original)
        return failure(
            Error::Kind::Conflict,
            Words::tr("%1 changed on disk since it was read, so nothing was written. Read it again and repeat "
                      "the edit.")
                .arg(path));
    return original == updated ? Result<void>() : writeBytes(path, updated);
}

Result<void> createChangelog(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        if (file.write(bytes) == bytes.size() && file.flush())
            return {};
        file.remove();
    } else if (file.exists()) {
        return failure(Error::Kind::Conflict,
                       Words::tr("%1 is there by now, so nothing was written. Read the changelog again.").arg(path));
    }
    return failure(
        Error::Kind::Io,
        Words::tr("Could not write %1: %2. Make sure that its folder is there and writable and that the disk "
                  "has room.")
            .arg(path, file.errorString()));
}

} // namespace unmoor
