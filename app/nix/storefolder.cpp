// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/storefolder.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QUrlQuery>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString storeBelow(const QString &root)
{
    return root.isEmpty() ? usualStoreFolder : QDir::cleanPath(root + usualStoreFolder);
}

/// Whether the part of a store's address before its "?" means files of this machine, reached directly or by a daemon.
bool isOfThisMachine(const QString &address)
{
    static const QStringList names{u"local"_s, u"daemon"_s, u"auto"_s, QString()};
    return names.contains(address) || address.startsWith("local:"_L1) || address.startsWith("unix:"_L1)
        || address.startsWith("local-overlay:"_L1);
}

} // namespace

QString storeFolderOf(const QString &setting, const QString &ownRoot)
{
    const QString address = setting.section(u'?', 0, 0);
    const QUrlQuery parameters(setting.section(u'?', 1));
    if (address.startsWith(u'/') || address.startsWith("./"_L1))
        return storeBelow(QDir(address).absolutePath());
    if (!isOfThisMachine(address))
        return usualStoreFolder;
    const QString real = parameters.queryItemValue(u"real"_s, QUrl::FullyDecoded);
    if (!real.isEmpty())
        return QDir::cleanPath(real);
    const QString root = parameters.queryItemValue(u"root"_s, QUrl::FullyDecoded);
    const bool isAuto = parameters.isEmpty() && (address.isEmpty() || address == "auto"_L1);
    return storeBelow(isAuto ? ownRoot : root);
}

/// The rule is Nix's: openStore() of its libstore.
QString ownStoreRoot()
{
    const QString state = qEnvironmentVariable("NIX_STATE_DIR", u"/nix/var/nix"_s);
    const bool isSetElsewhere =
        qEnvironmentVariableIsSet("NIX_STATE_DIR") || qEnvironmentVariableIsSet("NIX_STORE_DIR");
    const QString daemon = qEnvironmentVariable("NIX_DAEMON_SOCKET_PATH", state + u"/daemon-socket/socket"_s);
    if (isSetElsewhere || ::getuid() == 0 || QFileInfo::exists(state) || QFileInfo::exists(daemon))
        return {};
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/nix/root"_s;
}

QString realPath(const QString &storePath, const QString &folder)
{
    const bool isInStore = storePath.startsWith(usualStoreFolder + u'/');
    return isInStore ? folder + storePath.sliced(usualStoreFolder.size()) : storePath;
}

qint64 freeBytesOfStore(const QString &folder)
{
    QStorageInfo store(folder);
    if (!store.isValid())
        store.setPath(QDir::rootPath());
    return store.bytesAvailable();
}

} // namespace unmoor
