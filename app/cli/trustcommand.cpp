// SPDX-License-Identifier: GPL-3.0-or-later
// unmoor trust: whose checkouts may run the code that they bring along.
#include "app/cli/command.h"
#include "app/core/spokenword.h"
#include "app/core/words.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QJsonObject toJson(const TrustAnswer &answer)
{
    return {{u"directory"_s, answer.directory},
            {u"root"_s, answer.root.isEmpty() ? QJsonValue() : QJsonValue(answer.root)},
            {u"trusted"_s, answer.trust == Trust::Given}};
}

int listTrust(const Settings &settings, const Console &console)
{
    QJsonArray folders;
    QString text;
    const QString trusted = Words::tr("trusted");
    const QString refused = Words::tr("not trusted");
    for (const TrustAnswer &answer : settings.trust) {
        folders.append(toJson(answer));
        text += u"%1  %2\n"_s.arg(answer.trust == Trust::Given ? trusted : refused, -columnWidth({trusted, refused}))
                    .arg(answer.directory);
    }
    console.print(QJsonObject{{u"schema"_s, 1}, {u"folders"_s, folders}});
    console.print(text.isEmpty() ? Words::tr("No project's folder is trusted.\n") : text);
    return 0;
}

int changeTrust(const Invocation &invocation, Session &session, const Console &console)
{
    const bool adds = invocation.trustAction == "add"_L1;
    if (adds && !QFileInfo(invocation.trustFolder).isDir())
        return console.fail({Error::Kind::NotFound, Words::tr("There is no folder %1.").arg(invocation.trustFolder)});
    const TrustAnswer place = trustPlace(invocation.trustFolder);
    const auto changed = session.engine().settingsStore().change([&](Settings &settings) {
        if (adds)
            settings.setTrust(invocation.trustFolder, Trust::Given);
        else
            settings.trust.removeIf([&](const TrustAnswer &answer) { return answer.directory == place.directory; });
    });
    if (!changed)
        return console.fail(changed.error());
    QJsonObject document = toJson(place);
    document.insert(u"schema"_s, 1);
    document.insert(u"trusted"_s, adds);
    console.print(document);
    console.print(adds ? Words::tr("%1 is trusted: its flake may be evaluated and built.\n").arg(place.directory)
                       : Words::tr("%1 is not trusted any more.\n").arg(place.directory));
    return 0;
}

QFuture<int> runTrust(const Invocation &invocation, Session &session, const Console &console)
{
    if (const auto read = session.engine().settingsStore().read(); !read)
        return exitWith(console.fail(read.error()));
    return exitWith(invocation.trustAction == "list"_L1 ? listTrust(session.engine().settings(), console)
                                                        : changeTrust(invocation, session, console));
}

Result<void> takeTrust(Invocation &invocation, const QCommandLineParser &, const QStringList &words)
{
    invocation.trustAction = words.value(0, u"list"_s);
    static const QStringList actions{u"list"_s, u"add"_s, u"remove"_s};
    if (!actions.contains(invocation.trustAction) || (invocation.trustAction == "list"_L1 && words.size() > 1))
        return wrongUsage(usageOf(trustCommand()));
    invocation.trustFolder = QDir(words.value(1, invocation.project)).absolutePath();
    return {};
}

} // namespace

CliCommand trustCommand()
{
    return {.id = Invocation::Command::Trust,
            .name = u"trust"_s,
            .usage = u"[list | add [DIR] | remove [DIR]]"_s,
            .summary = Words::tr("whose checkouts may run their code when the window opens them"),
            .options = {},
            .maxWords = 2,
            .take = takeTrust,
            .run = runTrust};
}

} // namespace unmoor
