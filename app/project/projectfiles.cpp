// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/projectfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectFiles)
};

QString joined(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

bool hasWildcard(const QString &component)
{
    return component.contains(u'*') || component.contains(u'?') || component.contains(u'[');
}

/// Walks a glob component by component, so that only folders which can match are opened.
class GlobWalk
{
public:
    GlobWalk(const QString &root, const QString &glob)
        : m_root(root)
        , m_components(glob.split(u'/', Qt::SkipEmptyParts))
    {
    }

    QStringList files()
    {
        visit({}, 0);
        m_files.sort();
        m_files.removeDuplicates();
        return m_files;
    }

private:
    void visit(const QString &folder, qsizetype depth)
    {
        if (depth == m_components.size())
            return;
        const QString &component = m_components[depth];
        if (component == u"**")
            visitAnyDepth(folder, depth);
        else if (hasWildcard(component))
            visitMatching(folder, depth);
        else
            take(joined(folder, component), depth);
    }

    void visitAnyDepth(const QString &folder, qsizetype depth)
    {
        // A glob that ends in "**" means every file below.
        if (depth + 1 == m_components.size())
            for (const QString &name : entries(folder, QDir::Files))
                take(joined(folder, name), depth);
        visit(folder, depth + 1);
        for (const QString &name : entries(folder, QDir::Dirs | QDir::NoSymLinks))
            visitAnyDepth(joined(folder, name), depth);
    }

    void visitMatching(const QString &folder, qsizetype depth)
    {
        const bool last = depth + 1 == m_components.size();
        const auto expression = QRegularExpression::fromWildcard(m_components[depth], Qt::CaseSensitive);
        for (const QString &name : entries(folder, last ? QDir::Files : QDir::Dirs | QDir::NoSymLinks))
            if (expression.match(name).hasMatch())
                take(joined(folder, name), depth);
    }

    void take(const QString &path, qsizetype depth)
    {
        if (depth + 1 < m_components.size())
            visit(path, depth + 1);
        else if (QFileInfo(QDir(m_root).filePath(path)).isFile())
            m_files += path;
    }

    QStringList entries(const QString &folder, QDir::Filters filters) const
    {
        return QDir(QDir(m_root).filePath(folder)).entryList(filters | QDir::NoDotAndDotDot, QDir::Name);
    }

    QString m_root;
    QStringList m_components;
    QStringList m_files;
};

bool isBelow(const QFileInfo &file, const QString &root)
{
    return file.canonicalFilePath().startsWith(QFileInfo(root).canonicalFilePath() + u'/');
}

} // namespace

bool staysInside(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return !path.isEmpty() && QDir::isRelativePath(clean) && clean != u".." && !clean.startsWith(u"../");
}

Result<QByteArray> readProjectFile(const QString &root, const QString &path)
{
    const QFileInfo info(QDir(root).filePath(path));
    if (!staysInside(path))
        return failure(Error::Kind::InvalidInput,
                       Text::tr("%1 is outside the project. Name a file below its folder.").arg(path));
    if (!info.isFile())
        return failure(Error::Kind::NotFound, Text::tr("There is no file %1 in the project.").arg(path));
    if (!isBelow(info, root))
        return failure(Error::Kind::InvalidInput,
                       Text::tr("%1 is a link to a file outside the project. Name a file below its folder.").arg(path));
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Io, Text::tr("Could not read %1: %2.").arg(path, file.errorString()));
    return file.readAll();
}

QStringList projectFiles(const QString &root, const QString &glob)
{
    return staysInside(glob) ? GlobWalk(root, glob).files() : QStringList();
}

} // namespace unmoor
