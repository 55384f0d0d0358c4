// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/fileedit.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileEdit)
};

} // namespace

int FileEdit::line() const
{
    for (const DiffLine &line : diff())
        if (line.kind != DiffLine::Kind::Same)
            return line.line;
    return 0;
}

Result<QByteArray> readCheckoutFile(const QString &root, const QString &file)
{
    QFile there(QDir(root).filePath(file));
    if (!there.exists())
        return QByteArray();
    if (!there.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Io, Words::tr("Could not read %1: %2.").arg(file, there.errorString()));
    const QByteArray bytes = there.readAll();
    return bytes.isNull() ? QByteArray("") : bytes;
}

Result<void> applyEdit(const QString &root, const FileEdit &edit)
{
    const Result<QByteArray> now = readCheckoutFile(root, edit.file);
    if (!now)
        return std::unexpected(now.error());
    if (*now != edit.before || now->isNull() != edit.before.isNull())
        return failure(Error::Kind::Conflict,
                       Words::tr("%1 changed since the edit was proposed, so nothing was written. Build again to see "
                                 "what is offered now.")
                           .arg(edit.file));
    QSaveFile file(QDir(root).filePath(edit.file));
    if (!file.open(QIODevice::WriteOnly) || file.write(edit.after) != edit.after.size() || !file.commit())
        return failure(Error::Kind::Io,
                       Words::tr("Could not write %1: %2. The file is as it was; make sure that it and its folder are "
                                 "writable and that the disk has room.")
                           .arg(edit.file, file.errorString()));
    return {};
}

} // namespace unmoor
