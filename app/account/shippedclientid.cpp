// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/shippedclientid.h"

using namespace Qt::StringLiterals;

namespace unmoor {

QString shippedClientId(const QString &host)
{
    return shippedClientId(host, QStringLiteral(UNMOOR_OAUTH_CLIENT_ID));
}

QString shippedClientId(const QString &host, const QString &setting)
{
    return host == "github.com"_L1 ? setting.trimmed() : QString();
}

} // namespace unmoor
