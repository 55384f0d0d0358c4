// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowapp.h"

#include "cli/commands.h"
#include "mainframe/mainwindow.h"
#include "mainframe/workspace.h"
#include "matrix/matrixview.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

int showWindow(const Invocation &invocation)
{
    QGuiApplication::setDesktopFileName(u"unmoor"_s); // the desktop's entry for the window and its news
    theme::apply(*qApp, RecentProjects(invocation.stateDir).appearance());
    MainWindow window(sessionOptions(invocation));
    window.show();
    const bool isProject = QFileInfo::exists(QDir(invocation.project).filePath(u"unmoor.toml"_s));
    if (invocation.command == Invocation::Command::Rehearse)
        window.startRehearsal();
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
    for (int row = 0; row < session.targets().size(); ++row) {
        const TargetState &target = session.targets()[row];
        const qint64 bytes = target.isIn() ? QFileInfo(target.record.logFile).size() : -1;
        if (bytes > longest) {
            longest = bytes;
            best = row;
        }
    }
    return best;
}

} // namespace

QStringList savePictures(Session &session, const QString &folder)
{
    static const QList<std::pair<StepRail::Step, QString>> pages{
        {StepRail::Plan, u"plan"_s},   {StepRail::Build, u"build"_s},     {StepRail::Archives, u"archives"_s},
        {StepRail::Notes, u"notes"_s}, {StepRail::Publish, u"publish"_s}, {StepRail::History, u"history"_s}};
    QStringList saved;
    QDir().mkpath(folder);
    const auto save = [&](QWidget &window, const QString &name) {
        const QString path = QDir(folder).absoluteFilePath(name + u".png"_s);
        QCoreApplication::processEvents();
        if (window.grab().save(path))
            saved.append(path);
    };
    for (const auto &[appearance, suffix] :
         {std::pair{theme::Appearance::Light, QString()}, {theme::Appearance::Dark, u"-dark"_s}}) {
        theme::apply(*qApp, appearance);
        MainWindow window(session.options());
        window.show();
        save(window, u"start"_s + suffix);
        window.showSession(session);
        window.workspace()->matrix()->setCurrentRow(rowWithLongestLog(session));
        while (session.isReadingLogs())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        for (const auto &[step, name] : pages) {
            window.workspace()->setStep(step);
            save(window, name + suffix);
        }
        window.resize(1024, 700);
        window.workspace()->setStep(StepRail::Archives);
        save(window, u"archives-1024x700"_s + suffix);
    }
    return saved;
}

} // namespace unmoor
