// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that sees engine and window: understands the command line and starts the one that it asks for.
#include "app/archive/inspectionprocess.h"
#include "app/cli/commands.h"
#include "app/cli/completion.h"
#include "app/cli/interrupt.h"
#include "app/core/chain.h"
#include "app/core/childenvironment.h"
#include "app/core/language.h"
#include "app/core/words.h"
#include "app/rehearsal/rehearsal.h"
#include "ui/windowapp.h"

#include <QApplication>
#include <QJsonArray>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(u"unmoor"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(UNMOOR_VERSION));
    QCoreApplication::setOrganizationName(u"Unmoor"_s);
}

/// Documents are read by scripts, which hold on to their words.
QString languageFor(bool json)
{
    return json ? QString::fromLatin1(scriptLanguage) : spokenLanguage();
}

/// Reads the command line while there is an application: the commands' own words are translated when they are asked for
/// first.
Result<Invocation> understand(const QStringList &arguments, int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    speak(languageFor(arguments.contains(u"--json"_s)));
    return parseInvocation(arguments);
}

/// Answers what needs no project and no engine.
int sayAtOnce(const Invocation &invocation, int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    speak(spokenLanguage());
    Console(false).print(
        invocation.command == Invocation::Command::Help ? helpText() : completionText(completeWords(invocation.typed)));
    return 0;
}

/// What it finds is said in the language of whoever started it.
int inspectApart(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    speak(spokenLanguage());
    return runInspectionApart();
}

/// A command that was interrupted says so, whatever it failed with in the end.
int exitCode(int code, const std::stop_token &stop)
{
    return code != 0 && stop.stop_requested() ? 130 : code;
}

int runCommandLine(const Invocation &invocation, int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    nameApplication();
    speakFromNowOn(languageFor(invocation.json));
    std::stop_source stop;
    const Console console(invocation.json, stop.get_token());
    Engine engine(invocation.stateDir, {.program = QCoreApplication::applicationFilePath()});
    Session session(engine, sessionOptions(invocation));
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, &session, [&] {
        stop.request_stop();
        engine.machines().cancel();
        session.cancel();
    });
    // What the command begins after that ends at once.
    QObject::connect(&session, &Session::activityChanged, &session, [&] {
        if (stop.stop_requested())
            session.cancel();
    });
    QTimer::singleShot(0, &session, [&] {
        runCommand(invocation, session, console).then(&session, [&](int code) {
            QCoreApplication::exit(exitCode(code, stop.get_token()));
        });
    });
    return QCoreApplication::exec();
}

/// The rehearsal as a command: no window, unless pictures of it are asked for.
int runRehearsal(const Invocation &invocation, int argc, char **argv)
{
    const bool pictures = !invocation.screenshots.isEmpty();
    const std::unique_ptr<QCoreApplication> app(pictures ? new QApplication(argc, argv)
                                                         : new QCoreApplication(argc, argv));
    nameApplication();
    speakFromNowOn(languageFor(invocation.json));
    std::stop_source stop;
    const Console console(invocation.json, stop.get_token());
    Rehearsal rehearsal(invocation.stateDir, invocation.projectGiven ? invocation.project : QString(),
                        {.program = QCoreApplication::applicationFilePath()});
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, &rehearsal, [&] {
        stop.request_stop();
        rehearsal.cancel();
    });
    QObject::connect(&rehearsal, &Rehearsal::said, &rehearsal, [&](const QString &line) { console.log(line); });

    const auto finish = [&](const Result<bool> &complete) {
        if (!complete) {
            // Whoever reads the document learns how far it came, and why no farther.
            QJsonObject document = rehearsal.document();
            document[u"complete"_s] = false;
            document[u"error"_s] = complete.error().message;
            console.print(document);
            const int code = console.fail(complete.error());
            return QCoreApplication::exit(
                exitCode(complete.error().kind == Error::Kind::Failed ? 1 : code, stop.get_token()));
        }
        const auto report = [&, isComplete = *complete](const Result<QStringList> &saved) {
            QJsonObject document = rehearsal.document();
            if (pictures)
                document[u"screenshots"_s] = QJsonArray::fromStringList(saved.value_or(QStringList()));
            if (!saved)
                console.log(u"unmoor: "_s + saved.error().message);
            console.print(document);
            console.print(isComplete ? Words::tr("The release is complete and verified.\n")
                                     : Words::tr("The release is not complete.\n"));
            const bool wasCanceled = !saved && saved.error().kind == Error::Kind::Canceled;
            QCoreApplication::exit(wasCanceled ? 130 : isComplete ? 0 : 1);
        };
        if (pictures)
            unlessStopped(savePictures(rehearsal.session(), invocation.screenshots), &rehearsal, stop.get_token(),
                          Words::tr("Saving the pictures was canceled."))
                .then(&rehearsal, report);
        else
            report(QStringList());
    };
    QTimer::singleShot(0, &rehearsal, [&] {
        rehearsal.prepare().then(&rehearsal, [&](const Result<void> &prepared) {
            if (!prepared)
                return finish(std::unexpected(prepared.error()));
            rehearsal.run().then(&rehearsal, finish);
        });
    });
    return QCoreApplication::exec();
}

/// Qt's own warnings name files and addresses, too.
void sayWarning(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    Console(false).log(qFormatLogMessage(type, context, text));
}

int runWindow(const Invocation &invocation, int argc, char **argv)
{
    QApplication app(argc, argv);
    nameApplication();
    return showWindow(invocation);
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(sayWarning);
    leaveNoCore();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (arguments == InspectionProcess().arguments)
        return inspectApart(argc, argv);
    const auto invocation = understand(arguments, argc, argv);
    if (!invocation)
        return Console(false).fail(invocation.error());

    const bool hasScreen = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    switch (invocation->command) {
    case Invocation::Command::Help:
    case Invocation::Command::Complete:
        return sayAtOnce(*invocation, argc, argv);
    case Invocation::Command::Version:
        Console(false).print(u"unmoor %1\n"_s.arg(QLatin1String(UNMOOR_VERSION)));
        return 0;
    case Invocation::Command::Rehearse:
        if (!hasScreen && !invocation->screenshots.isEmpty())
            qputenv("QT_QPA_PLATFORM", "offscreen");
        if (!invocation->window)
            return runRehearsal(*invocation, argc, argv);
        [[fallthrough]];
    case Invocation::Command::Window:
        if (!hasScreen)
            return Console(false).fail({Error::Kind::InvalidInput,
                                        QStringLiteral("There is no screen (DISPLAY and WAYLAND_DISPLAY are not set). "
                                                       "Use a command instead: unmoor --help")});
        return runWindow(*invocation, argc, argv);
    default:
        return runCommandLine(*invocation, argc, argv);
    }
}
