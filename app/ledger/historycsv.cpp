// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ledger/historycsv.h"

#include "app/core/words.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QByteArray historyCsv(const QList<ReleaseRecord> &releases)
{
    const auto cell = [](QString text) { return u'"' + text.replace(u'"', u"\"\""_s) + u'"'; };
    QString csv = u"tag,version,revision,state,files,bytes,build_seconds,updated,url,note\r\n"_s;
    for (const ReleaseRecord &release : releases)
        csv += QStringList{cell(release.tag),
                           cell(release.version),
                           release.revision,
                           release.state,
                           QString::number(release.files),
                           QString::number(release.bytes),
                           QString::number(release.buildSeconds, 'f', 1),
                           release.updatedAt.toString(Qt::ISODate),
                           cell(release.url),
                           cell(release.note)}
                   .join(u',')
            + u"\r\n"_s;
    return csv.toUtf8();
}

} // namespace

Result<void> writeHistoryCsv(const QList<ReleaseRecord> &releases, const QString &path)
{
    const QByteArray bytes = historyCsv(releases);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::Io,
                       Words::tr("Could not write %1: %2. Choose a folder that is "
                                 "writable and has room.")
                           .arg(path, file.errorString()));
    return {};
}

} // namespace unmoor
