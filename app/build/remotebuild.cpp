// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/build/remotebuild.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString outputOf(const NixBuildRequest &request)
{
    const QString attribute =
        request.attribute.isEmpty() ? packageAttribute(request.system, request.output) : request.attribute;
    return installable(request.flake.reference, attribute);
}

} // namespace

Command buildCommand(const NixBuildRequest &request, const RemoteStore &store)
{
    QStringList arguments{u"build"_s, outputOf(request), u"--log-format"_s, u"internal-json"_s, u"--json"_s};
    arguments += builtAtStore(store);
    if (!request.useEvalCache)
        arguments += {u"--option"_s, u"eval-cache"_s, u"false"_s};
    // A link for another store's path would be made nowhere.
    if (request.outLink.isEmpty() || !store.isLocal())
        arguments += u"--no-link"_s;
    else
        arguments += {u"--out-link"_s, request.outLink};
    return nixCommand(arguments, request.flake.directory, store.sshOptions);
}

Command outputInfoCommand(const NixBuildRequest &request)
{
    return nixCommand({u"path-info"_s, u"--json"_s, outputOf(request), u"--no-update-lock-file"_s},
                      request.flake.directory);
}

} // namespace unmoor
