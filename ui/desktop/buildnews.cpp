// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/buildnews.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/desktop/notifier.h"
#include "ui/desktop/taskbarprogress.h"

#include <QApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Build = TargetState::Build;

bool isUnderWay(const TargetState &target)
{
    return target.build == Build::Waiting || target.build == Build::Running;
}

double shareDone(const TargetState &target)
{
    return target.build == Build::Running ? target.progress : target.build == Build::Waiting ? 0 : 1;
}

} // namespace

BuildNewsText buildNews(const QList<TargetState> &targets, const QStringList &triples, double seconds,
                        const QString &what)
{
    QStringList good;
    QStringList bad;
    for (const TargetState &target : targets) {
        if (!triples.contains(target.target.triple))
            continue;
        if (target.hasArchive())
            good += target.target.triple;
        else if (target.build == Build::Failed)
            bad +=
                target.failure ? u"%1: %2"_s.arg(target.target.triple, target.failure->message) : target.target.triple;
    }
    if (!bad.isEmpty())
        return {.title = Words::tr("%1: %2 of %3 targets failed").arg(what).arg(bad.size()).arg(triples.size()),
                .text = bad.join(u'\n'),
                .failed = true};
    return {.title = u"%1: %2"_s.arg(
                what, counted(good.size(), Words::tr("1 target is built"), Words::tr("%1 targets are built"))),
            .text = Words::tr("%1, after %2.").arg(good.join(u", "_s), formatSeconds(seconds))};
}

/// Where the news goes.
class BuildNews::Desktop
{
public:
    explicit Desktop(const QDBusConnection &bus)
        : notifier(bus)
        , taskbar(bus)
    {
    }

    Notifier notifier;
    TaskbarProgress taskbar;
};

BuildNews::BuildNews(Session &session, QWidget *window, QObject *parent)
    : BuildNews(session, window, QDBusConnection::sessionBus(), parent)
{
}

BuildNews::~BuildNews() = default;

BuildNews::BuildNews(Session &session, QWidget *window, const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_desktop(std::make_unique<Desktop>(bus))
{
    connect(&session, &Session::activityChanged, this, &BuildNews::follow);
    connect(&session.targets(), &Targets::changed, this, &BuildNews::follow);
    connect(&session.targets(), &Targets::ticked, this, &BuildNews::follow);
    connect(&m_desktop->notifier, &Notifier::activated, this, &BuildNews::showWindow);
}

void BuildNews::follow()
{
    if (!m_session.builds().isRunning()) {
        if (m_clock.isValid())
            ended();
        return;
    }
    if (!m_clock.isValid()) {
        m_clock.start();
        m_triples.clear();
    }
    double done = 0;
    bool failed = false;
    for (const TargetState &target : m_session.targets().rows()) {
        if (isUnderWay(target) && !m_triples.contains(target.target.triple))
            m_triples += target.target.triple;
        if (m_triples.contains(target.target.triple)) {
            done += shareDone(target);
            failed = failed || target.build == Build::Failed;
        }
    }
    if (!m_triples.isEmpty())
        m_desktop->taskbar.set(done / double(m_triples.size()), failed);
}

void BuildNews::ended()
{
    const qint64 msec = m_clock.elapsed();
    m_clock.invalidate();
    const BuildNewsText news =
        buildNews(m_session.targets().rows(), m_triples, double(msec) / 1000,
                  u"%1 %2"_s.arg(m_session.project().manifest.name, m_session.project().tag()).trimmed());
    const bool away = !m_window->isActiveWindow();
    m_desktop->taskbar.set(std::nullopt, news.failed && away);
    const bool canceled = std::ranges::any_of(m_session.targets().rows(), [this](const TargetState &target) {
        return m_triples.contains(target.target.triple) && target.build == Build::Canceled;
    });
    const int limit = m_session.engine().settings().notifySeconds;
    if (!away || canceled || m_triples.isEmpty() || limit == 0 || msec < limit * qint64(1000))
        return;
    m_desktop->notifier.notify(news.title, news.text, news.failed);
    QApplication::alert(m_window);
}

void BuildNews::showWindow()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    m_desktop->taskbar.set(std::nullopt);
}

} // namespace unmoor
