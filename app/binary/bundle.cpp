// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/bundle.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostHops = 16;
constexpr qsizetype mostParts = 64; // deeper links and relative paths are not followed
constexpr qsizetype mostOfOneName = 64;

} // namespace

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.first(slash);
}

QString nameOf(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

std::optional<QString> joinPath(const QString &folder, QStringView relative)
{
    QStringList parts = folder.split(u'/', Qt::SkipEmptyParts);
    for (const QStringView part : relative.split(u'/', Qt::SkipEmptyParts)) {
        if (part == "."_L1)
            continue;
        if (part != ".."_L1)
            parts.append(part.toString());
        else if (parts.isEmpty())
            return std::nullopt;
        else
            parts.removeLast();
    }
    return parts.join(u'/');
}

QString relativeTo(const QString &folder, const QString &path)
{
    const QStringList from = folder.split(u'/', Qt::SkipEmptyParts);
    const QStringList to = path.split(u'/', Qt::SkipEmptyParts);
    qsizetype common = 0;
    while (common < from.size() && common < to.size() && from.at(common) == to.at(common))
        ++common;
    return (QStringList(from.size() - common, u".."_s) + to.mid(common)).join(u'/');
}

Bundle::Bundle(const QList<BundledFile> &files)
{
    QHash<QString, const BundledFile *> byPath;
    QStringList inOrder;
    for (const BundledFile &file : files) {
        if (file.path.isEmpty())
            continue;
        if (!byPath.contains(file.path))
            inOrder.append(file.path);
        byPath.insert(file.path, &file);
    }
    for (const QString &path : std::as_const(inOrder)) {
        const BundledFile *file = byPath.value(path);
        if (!file->target.isEmpty()) {
            m_links.insert(path, file->target);
            continue;
        }
        m_files.append(file);
        place(path, file);
    }
    for (const QString &path : std::as_const(inOrder)) {
        if (!m_links.contains(path))
            continue;
        if (const BundledFile *file = this->file(path)) {
            place(path, file);
            m_linkNames[file].append(nameOf(path));
        }
    }
}

void Bundle::place(const QString &path, const BundledFile *file)
{
    const QString name = nameOf(path);
    QString folder = folderOf(path);
    m_folders[folder].insert(name, file);
    // The folders above exist too, if only as steps on the way; the first one that is known has its own already.
    while (!folder.isEmpty()) {
        folder = folderOf(folder);
        if (m_folders.contains(folder))
            break;
        m_folders.insert(folder, {});
    }
    auto &same = m_byName[name];
    if (same.size() < mostOfOneName && !same.contains(file))
        same.append(file);
}

QString Bundle::behindLinks(const QString &path) const
{
    if (m_links.isEmpty())
        return path;
    QString current = path;
    for (int hop = 0; hop < mostHops; ++hop) {
        if (const auto direct = m_links.constFind(current); direct != m_links.constEnd()) {
            current = *direct;
            continue;
        }
        const QStringList parts = current.split(u'/');
        if (parts.size() > mostParts)
            return current;
        bool changed = false;
        QString folder;
        for (qsizetype i = 0; i + 1 < parts.size() && !changed; ++i) {
            folder += (i == 0 ? QString() : u"/"_s) + parts.at(i);
            const auto link = m_links.constFind(folder);
            if (link == m_links.constEnd())
                continue;
            current = joinPath(*link, parts.mid(i + 1).join(u'/')).value_or(QString());
            changed = true;
        }
        if (!changed)
            return current;
    }
    return {};
}

const BundledFile *Bundle::file(const QString &path) const
{
    const auto lookUp = [this](const QString &where) -> const BundledFile * {
        const auto folder = m_folders.constFind(folderOf(where));
        return folder == m_folders.constEnd() ? nullptr : folder->value(nameOf(where));
    };
    const BundledFile *direct = lookUp(path);
    return direct ? direct : lookUp(behindLinks(path));
}

const Bundle::Folder *Bundle::folder(const QString &path) const
{
    auto found = m_folders.constFind(path);
    if (found == m_folders.constEnd() && !path.isEmpty()) {
        const QString behind = behindLinks(path);
        if (!behind.isEmpty())
            found = m_folders.constFind(behind);
    }
    return found == m_folders.constEnd() ? nullptr : &*found;
}

QString SearchFolder::shown() const
{
    if (kind != Kind::InArchive)
        return stored.isEmpty() ? u"."_s : stored;
    return path.isEmpty() ? u"."_s : path;
}

const BundledFile *SearchFolder::find(const QString &name, const Bundle &bundle, const QString &asker) const
{
    if (kind == Kind::InArchive)
        return files ? files->value(name) : nullptr;
    if (kind != Kind::CurrentFolder)
        return nullptr;
    QString above = asker;
    for (qsizetype level = 0; level < mostParts && !above.isEmpty(); ++level) {
        above = folderOf(above);
        const auto folder = joinPath(above, path);
        const Bundle::Folder *inside = folder ? bundle.folder(*folder) : nullptr;
        if (const BundledFile *file = inside ? inside->value(name) : nullptr)
            return file;
    }
    return nullptr;
}

} // namespace unmoor
