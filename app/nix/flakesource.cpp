// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/flakesource.h"

#include "app/core/plainfile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString encoded(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

/// A folder below \a root, as the query of a URL says it; empty for root itself.
QString folderQuery(const QString &root, const QString &directory)
{
    const QString inside = QDir(root).relativeFilePath(directory);
    return inside == "."_L1 || inside.isEmpty() ? QString() : u"dir="_s + encoded(inside);
}

} // namespace

FlakeSource flakeInFolder(const QString &directory, const FlakePlace &place)
{
    // Nix would read some characters of a bare path as something else.
    static const QRegularExpression plain(u"^[A-Za-z0-9/._+-]+$"_s);
    const QString path = QDir::cleanPath(QDir(QDir(directory).absolutePath()).filePath(place.folder));
    const QString root = gitRoot(path);
    // With submodules it has to be said that the folder is git's.
    const bool isPlain = !place.submodules || root.isEmpty();
    if (isPlain && plain.match(path).hasMatch())
        return {directory, path};
    if (root.isEmpty())
        return {directory, u"path:"_s + encoded(path)};
    QStringList query;
    if (const QString folder = folderQuery(root, path); !folder.isEmpty())
        query += folder;
    if (place.submodules)
        query += u"submodules=1"_s;
    return {directory, u"git+file://"_s + encoded(root) + (query.isEmpty() ? QString() : u'?' + query.join(u'&'))};
}

FlakeSource flakeAtCommit(const QString &directory, const QString &root, const QString &commit, bool isShallow,
                          const FlakePlace &place)
{
    QStringList query{u"rev="_s + commit};
    const QString project = QFileInfo(directory).canonicalFilePath();
    if (const QString folder = folderQuery(root, QDir::cleanPath(QDir(project).filePath(place.folder)));
        !folder.isEmpty())
        query += folder;
    if (isShallow)
        query += u"shallow=1"_s;
    if (place.submodules)
        query += u"submodules=1"_s;
    return {directory, u"git+file://%1?%2"_s.arg(encoded(root), query.join(u'&'))};
}

} // namespace unmoor
