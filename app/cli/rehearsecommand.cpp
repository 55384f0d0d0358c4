// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

Result<void> takeRehearse(Invocation &invocation, const QCommandLineParser &given, const QStringList &)
{
    invocation.window = given.isSet(u"window"_s);
    invocation.screenshots = given.value(u"screenshots"_s);
    return {};
}

} // namespace

CliCommand rehearseCommand()
{
    return {.id = Invocation::Command::Rehearse,
            .name = u"rehearse"_s,
            .usage = u"[--window] [--screenshots DIR]"_s,
            .summary = Words::tr("the whole release against a stand-in for GitHub on this machine"),
            .options = {{u"window"_s, Words::tr("Open the window on the rehearsal.")},
                        {u"screenshots"_s, Words::tr("Save a picture of every page in this folder."), u"DIR"_s}},
            .take = takeRehearse};
}

} // namespace unmoor
