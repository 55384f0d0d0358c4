// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/core/chain.h"
#include "app/core/words.h"
#include "app/release/layoutsource.h"
#include "app/release/projectsurvey.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Where archives are at hand, the proposal has their layouts.
QFuture<Result<ProposalFacts>> withLayouts(const ProposalFacts &facts, const Invocation &invocation, Session &session,
                                           const Console &console)
{
    const LayoutReading reading{session.engine().inspector(), console.stop()};
    auto read = withLayoutsOfFiles(facts, invocation.from, reading);
    if (!invocation.fromRelease)
        return read;
    return andThen(read, &session, [=, &session, state = invocation.stateDir](const ProposalFacts &known) {
        return withLayoutsOfRelease(known, session.client(), state, reading,
                                    [console](const QString &line) { console.log(line); });
    });
}

QFuture<int> runInit(const Invocation &invocation, Session &session, const Console &console)
{
    const QString directory = QDir(invocation.project).absolutePath();
    const QString path = QDir(directory).filePath(u"unmoor.toml"_s);
    if (!QDir(directory).exists())
        return exitWith(console.fail({Error::Kind::NotFound, Words::tr("There is no folder %1.").arg(directory)}));
    if (QFile::exists(path) && !invocation.force)
        return exitWith(console.fail(
            {Error::Kind::InvalidInput, Words::tr("%1 is there already. Overwrite it with --force.").arg(path)}));
    ProposalSurvey survey{.trust = Trust::Given, .stop = console.stop()};
    survey.said = [console](const QString &line) { console.log(line); };
    const auto facts = surveyProject(session, directory, survey);
    auto whole = inEitherCase(facts, &session, [=, &session](const ProposalFacts &found) {
        return withLayouts(found, invocation, session, console);
    });
    return whole.then(&session, [=](const Result<ProposalFacts> &found) {
        if (!found)
            return console.fail(found.error());
        if (console.stop().stop_requested())
            return console.fail({Error::Kind::Canceled, Words::tr("Nothing was written: that was canceled.")});
        const auto written = writeManifest(directory, proposeManifest(*found), Overwrite::Yes);
        if (!written)
            return console.fail(written.error());
        console.print(QJsonObject{{u"schema"_s, 1}, {u"path"_s, *written}});
        console.print(Words::tr("Wrote %1. Read it through, then: unmoor plan\n").arg(*written));
        return 0;
    });
}

Result<void> takeInit(Invocation &invocation, const QCommandLineParser &given, const QStringList &)
{
    invocation.force = given.isSet(u"force"_s);
    invocation.from = given.values(u"from"_s);
    invocation.fromRelease = given.isSet(u"from-release"_s);
    return {};
}

} // namespace

CliCommand initCommand()
{
    return {.id = Invocation::Command::Init,
            .name = u"init"_s,
            .usage = u"[--force] [--from [TRIPLE=]ARCHIVE]… [--from-release]"_s,
            .summary = Words::tr("write a commented unmoor.toml for this project"),
            .options = {{u"force"_s, Words::tr("Overwrite an unmoor.toml that is there.")},
                        {u"from"_s, Words::tr("An archive to propose a layout from."), u"[TRIPLE=]ARCHIVE"_s},
                        {u"from-release"_s,
                         Words::tr("Download the newest release's archives and propose layouts from them.")}},
            .trust = Trust::Given,
            .take = takeInit,
            .run = runInit};
}

} // namespace unmoor
