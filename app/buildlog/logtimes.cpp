// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/logtimes.h"

#include "app/core/privatefile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr QByteArrayView startWord("started ");

} // namespace

QString LogTimes::fileBeside(const QString &logFile)
{
    return logFile + u".times"_s;
}

LogTimes LogTimes::beside(const QString &logFile)
{
    QFile file(fileBeside(logFile));
    LogTimes times;
    if (!file.open(QIODevice::ReadOnly))
        return times;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(100);
        if (!line.endsWith('\n'))
            break; // cut short: a number could be too
        if (line.startsWith(startWord)) {
            times.m_startedAt = line.mid(startWord.size()).trimmed().toLongLong();
            continue;
        }
        const QList<QByteArray> numbers = line.trimmed().split(' ');
        const Mark mark{numbers.first().toLongLong(), numbers.last().toLongLong()};
        const bool goesOn =
            times.isEmpty() || (mark.offset >= times.m_marks.last().offset && mark.msec >= times.m_marks.last().msec);
        if (numbers.size() == 2 && mark.offset >= 0 && mark.msec >= 0 && goesOn)
            times.add(mark);
    }
    return times;
}

qint64 LogTimes::at(qint64 offset) const
{
    const auto next = std::ranges::upper_bound(m_marks, offset, {}, &Mark::offset);
    return next == m_marks.cbegin() ? -1 : std::prev(next)->msec;
}

void LogTimesFile::open(const QString &logFile, qint64 startedAt)
{
    m_file.setFileName(LogTimes::fileBeside(logFile));
    if (openPrivate(m_file, QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        m_file.write(startWord.toByteArray() + QByteArray::number(startedAt) + '\n');
}

void LogTimesFile::write(const LogTimes::Mark &mark)
{
    if (m_file.isOpen())
        m_file.write(QByteArray::number(mark.offset) + ' ' + QByteArray::number(mark.msec) + '\n');
}

} // namespace unmoor
