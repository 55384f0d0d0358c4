// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowapp.h"

#include "app/cli/commands.h"
#include "app/core/language.h"
#include "app/core/words.h"
#include "ui/desktop/contrastportal.h"
#include "ui/mainframe/mainwindow.h"
#include "ui/mainframe/recentprojects.h"
#include "ui/mainframe/workspace.h"
#include "ui/matrix/matrixview.h"
#include "ui/widgets/keys.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QScreen>
#include <QTimer>
#include <functional>

using namespace Qt::StringLiterals;

namespace unmoor {

int showWindow(const Invocation &invocation)
{
    QGuiApplication::setDesktopFileName(
        u"io.github.unmoor.unmoor"_s); // the desktop's entry for the window and its news
    speakFromNowOn(spokenLanguage(RecentProjects(invocation.stateDir).language()));
    theme::apply(*qApp, RecentProjects(invocation.stateDir).appearance());
    const ContrastPortal desktop;
    QObject::connect(&desktop, &ContrastPortal::contrastChanged, qApp, &theme::setSystemContrast);
    openMenusOnShiftF10(*qApp);
    Engine engine(invocation.stateDir, {.program = QCoreApplication::applicationFilePath()});
    MainWindow window(engine, sessionOptions(invocation));
    window.rememberLook();
    constexpr QSize frame(16, 40); // about what a desktop puts around a window
    const QSize room = window.screen()->availableSize() - frame;
    window.resize(window.size().boundedTo(room).expandedTo(window.minimumSize()));
    window.show();
    const bool isProject = QFileInfo::exists(QDir(invocation.project).filePath(u"unmoor.toml"_s));
    if (invocation.command == Invocation::Command::Rehearse)
        window.startRehearsal(invocation.projectGiven ? invocation.project : QString());
    else if (invocation.projectGiven || isProject)
        window.openProject(invocation.project);
    return QApplication::exec();
}

namespace {

/// The target whose build has most to show.
int rowWithLongestLog(const Session &session)
{
    int best = 0;
    qint64 longest = -1;
    for (int row = 0; row < session.targets().rows().size(); ++row) {
        const TargetState &target = session.targets().rows()[row];
        const qint64 bytes = target.isIn() ? QFileInfo(target.record.logFile).size() : -1;
        if (bytes > longest) {
            longest = bytes;
            best = row;
        }
    }
    return best;
}

/// Takes one picture in a turn of the event loop, so that what a page posts to itself is done before the next.
class Photographer : public QObject
{
public:
    Photographer(Session &session, const QString &folder)
        : QObject(&session)
        , m_session(session)
        , m_folder(folder)
    {
        QDir().mkpath(folder);
        connect(&session.builds(), &BuildQueue::progressed, this, [this] {
            if (std::exchange(m_waits, m_session.logs().isReading()) && !m_waits)
                goOn();
        });
        plan(theme::Appearance::Light, {});
        plan(theme::Appearance::Dark, u"-dark"_s);
        plan(theme::Appearance::Light, u"-large-text"_s, 1.5);
    }

    QFuture<Result<QStringList>> start()
    {
        m_promise.start();
        goOn();
        return m_promise.future();
    }

private:
    /// \a textSize: of its usual one. Large text is shown in a small window.
    void plan(theme::Appearance appearance, const QString &suffix, double textSize = 1)
    {
        static const QList<std::pair<StepRail::Step, QString>> pages{
            {StepRail::Plan, u"plan"_s},   {StepRail::Build, u"build"_s},     {StepRail::Archives, u"archives"_s},
            {StepRail::Notes, u"notes"_s}, {StepRail::Publish, u"publish"_s}, {StepRail::History, u"history"_s}};
        m_steps.append([this, appearance, textSize, usual = qApp->font()] {
            theme::apply(*qApp, appearance);
            QFont font = usual;
            font.setPointSizeF(usual.pointSizeF() * textSize);
            m_window.reset();
            qApp->setFont(font);
            m_window = std::make_unique<MainWindow>(m_session.engine(), m_session.options());
            if (textSize > 1)
                m_window->resize(1024, 700);
            m_window->show();
        });
        m_steps.append([this, suffix] {
            save(u"start"_s + suffix);
            m_window->showSession(m_session);
            m_window->workspace()->matrix()->setCurrentRow(rowWithLongestLog(m_session));
        });
        for (const auto &[step, name] : pages) {
            m_steps.append([this, step] { m_window->workspace()->setStep(step); });
            m_steps.append([this, name, suffix] { save(name + suffix); });
        }
        if (textSize > 1)
            return m_steps.append([usual = qApp->font()] { qApp->setFont(usual); });
        m_steps.append([this] {
            m_window->resize(1024, 700);
            m_window->workspace()->setStep(StepRail::Archives);
        });
        m_steps.append([this, suffix] { save(u"archives-1024x700"_s + suffix); });
    }

    void goOn()
    {
        QTimer::singleShot(0, this, [this] {
            m_waits = m_session.logs().isReading();
            if (m_waits)
                return; // its end goes on
            if (m_steps.isEmpty())
                return end();
            m_steps.takeFirst()();
            goOn();
        });
    }

    void save(const QString &name)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // layouts that follow each other
        const QString path = QDir(m_folder).absoluteFilePath(name + u".png"_s);
        if (m_window->grab().save(path))
            m_saved.append(path);
        else
            m_lost.append(path);
    }

    void end()
    {
        deleteLater();
        m_window.reset();
        m_promise.addResult(m_lost.isEmpty()
                                ? Result<QStringList>(m_saved)
                                : failure(Error::Kind::Io,
                                          Words::tr("Could not save %1. Make sure that the folder can be written "
                                                    "and that the disk has room.")
                                              .arg(m_lost.join(u", "_s))));
        m_promise.finish();
    }

    Session &m_session;
    QString m_folder;
    QList<std::function<void()>> m_steps;
    std::unique_ptr<MainWindow> m_window;
    bool m_waits = false; ///< for logs to be read
    QStringList m_saved;
    QStringList m_lost;
    QPromise<Result<QStringList>> m_promise;
};

} // namespace

QFuture<Result<QStringList>> savePictures(Session &session, const QString &folder)
{
    return (new Photographer(session, folder))->start();
}

} // namespace unmoor
