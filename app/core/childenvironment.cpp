// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/childenvironment.h"

#include <cstdlib>
#include <cstring>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace unmoor {

QProcessEnvironment childEnvironment(const QMap<QString, QString> &changes)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"GITHUB_TOKEN"_s, u"GH_TOKEN"_s, u"GITHUB_ENTERPRISE_TOKEN"_s, u"GH_ENTERPRISE_TOKEN"_s})
        environment.remove(name);
    for (const auto &[name, value] : changes.asKeyValueRange()) {
        if (value.isNull())
            environment.remove(name);
        else
            environment.insert(name, value);
    }
    return environment;
}

QByteArray takeVariable(const QByteArray &name)
{
    const QByteArray value = qgetenv(name.constData());
    if (char *bytes = std::getenv(name.constData()))
        explicit_bzero(bytes, std::strlen(bytes));
    qunsetenv(name.constData());
    return value;
}

void leaveNoCore()
{
    // Of 1 the kernel makes no core at all; with 0 it still starts a handler (core(5)). PR_SET_DUMPABLE would do it as
    // well, but then the desktop's portals cannot tell who asks.
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    limit.rlim_cur = std::min<rlim_t>(1, limit.rlim_max);
    setrlimit(RLIMIT_CORE, &limit);
}

} // namespace unmoor
