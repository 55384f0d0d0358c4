// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logsave.h"

#include "app/buildlog/ansitext.h"
#include "app/core/pool.h"
#include "app/core/words.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Result<qsizetype> saveLines(const LogStore &store, const LogFilter &filter, const QString &path, std::stop_token stop)
{
    QSaveFile file(path);
    file.open(QIODevice::WriteOnly); // where that fails, so does commit()
    const qsizetype end = store.lineCount();
    LogRecords records = store.records();
    qsizetype saved = 0;
    for (qsizetype from = 0; from < end && file.error() == QFile::NoError; from += LogEntries::perChunk) {
        if (stop.stop_requested())
            return failure(Error::Kind::Canceled, Words::tr("Saving was canceled."));
        for (const LogEntry &entry : store.entries(from, std::min(LogEntries::perChunk, end - from))) {
            if (!filter.accepts(entry))
                continue;
            file.write(plainLine(records.text(entry)).toUtf8() + '\n');
            ++saved;
        }
    }
    if (file.commit())
        return saved;
    return failure(Error::Kind::Io,
                   Words::tr("The log could not be saved as %1: %2. Choose a folder that can be "
                             "written and has space.")
                       .arg(path, file.errorString()));
}

} // namespace

QFuture<Result<qsizetype>> saveLog(std::shared_ptr<const LogStore> store, const LogFilter &filter, const QString &file,
                                   std::stop_token stop)
{
    return runInPool(*QThreadPool::globalInstance(),
                     [store = std::move(store), filter, file, stop] { return saveLines(*store, filter, file, stop); });
}

} // namespace unmoor
