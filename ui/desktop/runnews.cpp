// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/runnews.h"

#include "app/core/format.h"
#include "app/core/words.h"

#include <QApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

RunNewsText runNews(const RunDetails &details, const QString &what)
{
    const github::WorkflowRun &run = details.run;
    const QString name = u"%1 %2"_s.arg(run.name.isEmpty() ? run.path.section(u'/', -1) : run.name).arg(run.number);
    QStringList bad;
    for (const github::RunJob &job : details.jobs)
        if (job.hasEnded() && !job.hasSucceeded() && job.conclusion != "skipped"_L1)
            bad += job.name;
    const QString took = formatSeconds(double(std::max<qint64>(run.startedAt.secsTo(run.updatedAt), 0)));
    if (run.hasSucceeded())
        return {.title = Words::tr("%1: %2 succeeded").arg(what, name),
                .text = Words::tr("All its jobs are done, after %1.").arg(took)};
    return {.title = Words::tr("%1: %2 failed").arg(what, name),
            .text = bad.isEmpty() ? Words::tr("It ended as \"%1\", after %2.").arg(run.conclusion, took)
                                  : Words::tr("%1, after %2.").arg(someOf(bad), took),
            .failed = true};
}

RunNews::RunNews(Session &session, QWidget *window, QObject *parent)
    : RunNews(session, window, QDBusConnection::sessionBus(), parent)
{
}

RunNews::RunNews(Session &session, QWidget *window, const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_notifier(bus)
{
    connect(&session.runs(), &Runs::runEnded, this, &RunNews::tell);
    connect(&m_notifier, &Notifier::activated, this, &RunNews::showWindow);
}

void RunNews::tell(const RunDetails &details)
{
    const github::WorkflowRun &run = details.run;
    const int limit = m_session.engine().settings().notifySeconds;
    const bool isShort = run.startedAt.secsTo(run.updatedAt) < limit;
    const bool isNoNews = run.conclusion == "cancelled"_L1 || run.conclusion == "skipped"_L1;
    if (m_window->isActiveWindow() || limit == 0 || isShort || isNoNews)
        return;
    const RunNewsText news =
        runNews(details, u"%1 %2"_s.arg(m_session.project().manifest.name, m_session.project().tag()).trimmed());
    m_notifier.notify(news.title, news.text, news.failed);
    QApplication::alert(m_window);
}

void RunNews::showWindow()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace unmoor
