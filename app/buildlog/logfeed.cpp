// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logfeed.h"

#include "app/buildlog/logtail.h"
#include "app/nix/loglinescanner.h"

#include <QTemporaryFile>
#include <limits>

namespace unmoor {

LogFeed::LogFeed(std::shared_ptr<LogStore> store)
    : m_store(std::move(store))
{
    m_monitor.setLog(m_store);
}

void LogFeed::read(QByteArrayView line, qint64 offset, qint64 msec)
{
    if (line.startsWith(nixRecordPrefix)) {
        // Nearly every record; its text need not be unpacked before somebody looks at it.
        if (const auto output = scanLogLine(line.sliced(nixRecordPrefix.size()))) {
            const LogOrigin origin = m_monitor.applyOutput(output->id, output->lines, msec);
            if (output->lines > 1 || m_marker.needs(origin.derivation, output->text))
                addText(origin, unescapedJson(output->text), offset);
            else
                m_store->append({.offset = offset, .derivation = origin.derivation});
            return;
        }
    }
    const NixEvent event = parseNixLine(line);
    if (const auto origin = m_monitor.apply(event, msec))
        addText(*origin, event.text, offset);
}

void LogFeed::addText(const LogOrigin &origin, const QString &text, qint64 offset)
{
    LogEntry entry{.offset = offset, .derivation = origin.derivation, .level = origin.level};
    const QStringList lines = text.split(u'\n');
    for (qsizetype part = 0; part < lines.size(); ++part) {
        const LogMark mark = m_marker.mark(origin, lines[part], part > 0);
        entry.part = quint16(qMin<qsizetype>(part, std::numeric_limits<quint16>::max()));
        entry.problem = mark.problem;
        m_store->append(entry, mark);
    }
}

namespace {

BuildMonitor replayed(const QString &file, const QString &host)
{
    auto store = std::make_shared<LogStore>(file);
    LogFeed feed(store);
    feed.setHost(host);
    LogTail tail;
    if (!store->open() || !tail.open(file))
        return feed.monitor();
    const LogTimes times = LogTimes::beside(file);
    const auto sink = [&](QByteArrayView line, qint64 offset) {
        feed.read(line, offset, qMax<qint64>(times.at(offset), 0));
    };
    tail.read(sink, QDeadlineTimer(QDeadlineTimer::Forever));
    tail.finish(sink);
    return feed.monitor();
}

} // namespace

BuildMonitor monitorOfLogFile(const QString &file)
{
    return replayed(file, {});
}

BuildMonitor monitorOfLog(const QByteArray &log, const QString &host)
{
    QTemporaryFile file; // the store holds it open when its name is gone
    if (!file.open() || file.write(log) != log.size() || !file.flush())
        return {};
    return replayed(file.fileName(), host);
}

} // namespace unmoor
