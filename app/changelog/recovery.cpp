// SPDX-License-Identifier: GPL-3.0-or-later
#include "changelog/recovery.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Recovery)
};

} // namespace

Result<void> keepUnsaved(const QString &path, const UnsavedNotes &notes)
{
    QDir().mkpath(QFileInfo(path).path());
    const QByteArray bytes =
        QJsonDocument({{u"base"_s, notes.base}, {u"body"_s, notes.body}, {u"aside"_s, notes.aside}}).toJson();
    // QSaveFile would wait for the disk, at every key.
    QFile file(path + u".new"_s);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    file.close();
    if (!isWritten || std::rename(QFile::encodeName(file.fileName()), QFile::encodeName(path)) != 0)
        return failure(Error::Kind::Io,
                       Words::tr("What you type cannot be kept in %1: %2. Save often, or free some space.")
                           .arg(path, file.errorString()));
    return {};
}

std::optional<UnsavedNotes> readUnsaved(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (!json[u"base"_s].isString() || !json[u"body"_s].isString())
        return std::nullopt;
    return UnsavedNotes{json[u"base"_s].toString(), json[u"body"_s].toString(), json[u"aside"_s].toString()};
}

void forgetUnsaved(const QString &path)
{
    QFile::remove(path);
}

} // namespace unmoor
