// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machines/builderprocesses.h"

#include "app/core/format.h"
#include "app/core/words.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Process
{
    qint64 pid = 0;
    qint64 parent = 0;
    QString user;
    QString since; ///< wall clock
    QString busy; ///< processor time
    QString share; ///< percent of a processor
    qint64 rssKib = 0;
    QString command;
};

QList<Process> parsed(const QString &ps)
{
    static const QRegularExpression line(
        u"^\\s*(\\d+)\\s+(\\d+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\d+)\\s+(.*)$"_s,
        QRegularExpression::MultilineOption);
    QList<Process> processes;
    for (const auto &match : line.globalMatch(ps))
        processes += {match.captured(1).toLongLong(),
                      match.captured(2).toLongLong(),
                      match.captured(3),
                      match.captured(4),
                      match.captured(5),
                      match.captured(6),
                      match.captured(7).toLongLong(),
                      match.captured(8)};
    return processes;
}

bool isBuildUser(const QString &user)
{
    return user.startsWith("nixbld"_L1) || user.startsWith("_nixbld"_L1);
}

/// \a pid's children and theirs, each with its depth.
void collect(const QMultiMap<qint64, Process> &children, qint64 pid, int depth, QSet<qint64> &seen, QStringList &rows)
{
    // A multimap has the newest first; ps lists the oldest first.
    const QList<Process> own = children.values(pid);
    for (auto process = own.crbegin(); process != own.crend(); ++process) {
        if (seen.contains(process->pid))
            continue;
        seen.insert(process->pid);
        rows += u"%1  %2  %3  %4  %5  %6%7"_s.arg(process->pid, 8)
                    .arg(process->since, 12)
                    .arg(process->busy, 10)
                    .arg(process->share + u'%', 7)
                    .arg(formatBytes(process->rssKib * 1024), 10)
                    .arg(QString(depth * 2, u' '), process->command.left(400));
        collect(children, process->pid, depth + 1, seen, rows);
    }
}

} // namespace

QString builderProcessTable(const QString &ps, qint64 ancestor)
{
    const QList<Process> processes = parsed(ps);
    QMultiMap<qint64, Process> children;
    QMap<qint64, QString> users;
    for (const Process &process : processes) {
        children.insert(process.parent, process);
        users.insert(process.pid, process.user);
    }
    QSet<qint64> seen;
    QStringList rows;
    if (ancestor > 0)
        collect(children, ancestor, 0, seen, rows);
    for (const Process &process : processes)
        if (isBuildUser(process.user) && !seen.contains(process.pid) && !isBuildUser(users.value(process.parent))) {
            QMultiMap<qint64, Process> alone = children;
            alone.insert(-1, process);
            collect(alone, -1, 0, seen, rows);
        }
    if (rows.isEmpty())
        return Words::tr("Nothing builds there now.");
    const QString head = u"%1  %2  %3  %4  %5  %6"_s.arg(u"PID"_s, 8)
                             .arg(Words::tr("RUNS FOR"), 12)
                             .arg(Words::tr("CPU TIME"), 10)
                             .arg(Words::tr("CPU"), 7)
                             .arg(Words::tr("MEMORY"), 10)
                             .arg(Words::tr("COMMAND"));
    return head + u'\n' + rows.join(u'\n') + u'\n';
}

} // namespace unmoor
