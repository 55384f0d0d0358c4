// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/fileedit.h"

#include "app/core/insidefolder.h"
#include "app/core/plainfile.h"
#include "app/core/words.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace unmoor {

int FileEdit::line() const
{
    for (const DiffLine &line : diff())
        if (line.kind != DiffLine::Kind::Same)
            return line.line;
    return 0;
}

QString unifiedText(const FileEdit &edit)
{
    QString text = edit.file + u":\n"_s;
    for (const DiffLine &line : edit.diff()) {
        const QChar sign = line.kind == DiffLine::Kind::Added ? u'+'
            : line.kind == DiffLine::Kind::Removed            ? u'-'
                                                              : u' ';
        text += u"%1 %2\n"_s.arg(sign).arg(line.text);
    }
    return text;
}

Result<QByteArray> readCheckoutFile(const QString &root, const QString &file)
{
    const auto bytes = readPlainFile({.path = QDir(root).filePath(file), .folder = root, .name = file});
    if (!bytes && bytes.error().kind == Error::Kind::NotFound)
        return QByteArray();
    if (!bytes)
        return bytes;
    return bytes->isNull() ? QByteArray("") : *bytes;
}

Result<void> applyEdit(const QString &root, const FileEdit &edit)
{
    const Result<QByteArray> now = readCheckoutFile(root, edit.file);
    if (!now)
        return std::unexpected(now.error());
    if (*now != edit.before || now->isNull() != edit.before.isNull())
        return failure(Error::Kind::Conflict,
                       Words::tr("%1 changed since the edit was proposed, so nothing was written. Ask for it once "
                                 "more to see what is offered now.")
                           .arg(edit.file));
    if (auto inside = staysInside(root, QDir(root).filePath(edit.file)); !inside)
        return inside;
    QSaveFile file(QDir(root).filePath(edit.file));
    if (!file.open(QIODevice::WriteOnly) || file.write(edit.after) != edit.after.size() || !file.commit())
        return failure(Error::Kind::Io,
                       Words::tr("Could not write %1: %2. The file is as it was; make sure that it and its folder are "
                                 "writable and that the disk has room.")
                           .arg(edit.file, file.errorString()));
    return {};
}

} // namespace unmoor
