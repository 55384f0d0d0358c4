// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/projectfiles.h"

#include "app/core/glob.h"
#include "app/core/plainfile.h"
#include "app/core/words.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString joined(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

/// Walks a glob component by component, so that only folders which can match are opened.
class GlobWalk
{
public:
    GlobWalk(const QString &root, const QString &glob)
        : m_root(root)
        , m_components(Glob::components(glob))
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
        else if (Glob::isPlain(component))
            take(joined(folder, component), depth);
        else if (component.contains(u'/') || component.contains(u"**"))
            visitAllBelow(folder, folder, Glob(m_components.sliced(depth).join(u'/')));
        else
            visitMatching(folder, depth);
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
        const Glob glob(m_components[depth]);
        for (const QString &name : entries(folder, last ? QDir::Files : QDir::Dirs | QDir::NoSymLinks))
            if (glob.matches(name))
                take(joined(folder, name), depth);
    }

    /// For what does not say how many folders it crosses: "{a,b/c}.md".
    void visitAllBelow(const QString &start, const QString &folder, const Glob &rest)
    {
        const qsizetype prefix = start.isEmpty() ? 0 : start.size() + 1;
        for (const QString &name : entries(folder, QDir::Files))
            if (const QString path = joined(folder, name); rest.matches(path.sliced(prefix)))
                m_files += path;
        for (const QString &name : entries(folder, QDir::Dirs | QDir::NoSymLinks))
            visitAllBelow(start, joined(folder, name), rest);
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

} // namespace

bool staysInside(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return !path.isEmpty() && QDir::isRelativePath(clean) && clean != u".." && !clean.startsWith(u"../");
}

Result<QByteArray> readProjectFile(const QString &root, const QString &path, qint64 most)
{
    const QFileInfo info(QDir(root).filePath(path));
    if (!staysInside(path))
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 is outside the project. Name a file below its folder.").arg(path));
    if (!info.exists() || info.isDir())
        return failure(Error::Kind::NotFound, Words::tr("There is no file %1 in the project.").arg(path));
    return readPlainFile({.path = info.filePath(), .most = most, .folder = root, .name = path});
}

QStringList projectFiles(const QString &root, const QString &glob)
{
    return staysInside(glob) ? GlobWalk(root, glob).files() : QStringList();
}

} // namespace unmoor
