// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/linktarget.h"

#include "app/core/insidefolder.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"

#include <QDir>
#include <QFileInfo>
#include <QSysInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longestPage = 4000; ///< characters that a person can look through at a pinch
constexpr qsizetype addressColumns = 80;

std::unexpected<Error> refused(const QString &why)
{
    return failure(Error::Kind::InvalidInput, why);
}

bool isAtOrBelow(const QUrl &page, const QUrl &base)
{
    const QUrl whole = page.adjusted(QUrl::NormalizePathSegments);
    const QString path = base.path(QUrl::FullyEncoded);
    const QString folder = path.endsWith(u'/') ? path : path + u'/';
    return !base.isEmpty() && whole.userInfo().isEmpty() && whole.scheme() == base.scheme()
        && whole.host() == base.host() && whole.port() == base.port()
        && (whole.path(QUrl::FullyEncoded) + u'/').startsWith(folder);
}

Result<LinkTarget> pageTarget(const QUrl &link, const LinkPlace &place)
{
    if (!link.isValid() || link.host().isEmpty())
        return refused(Words::tr("The link names no host, so nothing was opened: %1").arg(shownAddress(link)));
    if (link.toString(QUrl::FullyEncoded).size() > longestPage)
        return refused(Words::tr("The link's address has more than %1 characters, which nobody can check, so nothing "
                                 "was opened.")
                           .arg(longestPage));
    return LinkTarget{.page = link, .isKnown = isAtOrBelow(link, place.ownPage)};
}

bool isOfThisMachine(const QString &host)
{
    return host.isEmpty() || host == "localhost"_L1
        || host.compare(QSysInfo::machineHostName(), Qt::CaseInsensitive) == 0;
}

/// \a path as it was written: "/docs/x.md" begins at the checkout's top, as on the page of a repository.
Result<LinkTarget> fileTarget(const QString &path, bool isWholePath, const LinkPlace &place)
{
    const QString shown = withVisibleSigns(path);
    if (place.root.isEmpty())
        return refused(Words::tr("The link leads to a file, %1, and only pages are opened from here.").arg(shown));
    const QString folder = place.folder.isEmpty() ? place.root : place.folder;
    const QString there = isWholePath ? path : path.startsWith(u'/') ? place.root + path : folder + u'/' + path;
    const QString top = QFileInfo(place.root).canonicalFilePath();
    const QFileInfo file(QFileInfo(QDir::cleanPath(there)).canonicalFilePath());
    if (file.filePath().isEmpty())
        return failure(Error::Kind::NotFound,
                       Words::tr("The link leads to %1, which is not there, so nothing was opened.").arg(shown));
    if (file.filePath() != top && !isInside(top, file.filePath()))
        return refused(Words::tr("The link leads out of the project, to %1, so nothing was opened. Open it yourself "
                                 "where you know what it is.")
                           .arg(withVisibleSigns(file.filePath())));
    if (!file.isFile() && !file.isDir())
        return refused(
            Words::tr("The link leads to %1, which is neither a file nor a folder, so nothing was opened.").arg(shown));
    return LinkTarget{.file = file.filePath()};
}

} // namespace

Result<LinkTarget> linkTarget(const QUrl &link, const LinkPlace &place)
{
    const QString scheme = link.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1)
        return pageTarget(link, place);
    if (scheme == "file"_L1 && isOfThisMachine(link.host()))
        return fileTarget(link.path(QUrl::FullyDecoded), true, place);
    if (link.isRelative() && link.host().isEmpty() && !link.path().isEmpty())
        return fileTarget(link.path(QUrl::FullyDecoded), false, place);
    return refused(Words::tr("Only web pages (http and https) and files of the project are opened, so this was not: %1")
                       .arg(shownAddress(link)));
}

QString shownAddress(const QUrl &link)
{
    const QString address = withVisibleSigns(link.toString(QUrl::FullyEncoded));
    QStringList lines;
    for (qsizetype at = 0; at < address.size(); at += addressColumns)
        lines += address.sliced(at, std::min(addressColumns, address.size() - at));
    return lines.join(u'\n');
}

} // namespace unmoor
