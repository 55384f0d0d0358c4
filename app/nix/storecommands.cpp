// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/storecommands.h"

using namespace Qt::StringLiterals;

namespace unmoor {

QStringList atStore(const RemoteStore &store)
{
    return store.isLocal() ? QStringList() : QStringList{u"--store"_s, store.url};
}

QStringList builtAtStore(const RemoteStore &store)
{
    return store.isLocal() ? QStringList() : atStore(store) + QStringList{u"--eval-store"_s, u"auto"_s};
}

Command pathInfoCommand(const QString &path, const RemoteStore &store)
{
    return nixCommand(QStringList{u"path-info"_s, u"--json"_s, path} + atStore(store), {}, store.sshOptions);
}

Command copyCommand(const QString &path, const RemoteStore &store)
{
    return nixCommand(
        {u"copy"_s, u"--no-check-sigs"_s, u"--from"_s, store.url, path, u"--log-format"_s, u"internal-json"_s}, {},
        store.sshOptions);
}

Command sendCommand(const QString &drvPath, const RemoteStore &store)
{
    return nixCommand({u"copy"_s, u"--derivation"_s, u"--to"_s, store.url, drvPath}, {}, store.sshOptions);
}

Command rootCommand(const QString &path, const QString &link)
{
    return nixCommand({u"build"_s, path, u"--offline"_s, u"--out-link"_s, link}, {});
}

} // namespace unmoor
