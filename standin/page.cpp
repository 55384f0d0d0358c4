// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/page.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "standin/documents.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

QString stateOf(const Release &release)
{
    if (release.draft)
        return Words::tr("Draft: on GitHub, only you would see this page.");
    return release.prerelease ? Words::tr("Pre-release") : Words::tr("Published");
}

QString row(const Repository &repository, const Release &release, const Asset &asset)
{
    const QString name = asset.name.toHtmlEscaped();
    const QString path = u"/%1/releases/download/%2/%3"_s.arg(
        repository.fullName, QString::fromLatin1(QUrl::toPercentEncoding(urlTag(release))),
        QString::fromLatin1(QUrl::toPercentEncoding(asset.name)));
    const QString link = release.draft ? name : u"<a href=\"%1\">%2</a>"_s.arg(path.toHtmlEscaped(), name);
    const QString digest = QString::fromLatin1(asset.sha256);
    return u"<tr><td>%1<td>%2<td>%3<td><code>%4</code>"_s.arg(link, asset.state, formatBytes(asset.size), digest);
}

} // namespace

QByteArray releasePage(const Repository &repository, const Release &release)
{
    QString rows;
    for (const Asset &asset : release.assets)
        rows += row(repository, release, asset);
    const QString title = release.name.isEmpty() ? release.tagName : release.name;
    return u"<!doctype html><meta charset=\"utf-8\"><title>%1</title>"
           "<body style=\"font-family: sans-serif; max-width: 60em; margin: 2em auto\">"
           "<p>%2</p><h1>%1</h1><p>%3 · %4</p><pre style=\"white-space: pre-wrap\">%5</pre>"
           "<table cellpadding=\"6\">%6</table>"_s
               .arg(title.toHtmlEscaped(), repository.fullName.toHtmlEscaped(), release.tagName.toHtmlEscaped(),
                    stateOf(release), release.body.toHtmlEscaped(), rows)
               .toUtf8();
}

} // namespace unmoor::rehearsal
