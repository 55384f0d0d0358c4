// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Info:
        return u"info"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject toJson(const Finding &finding)
{
    QJsonObject object{{u"severity"_s, severityName(finding.severity)},
                       {u"code"_s, finding.code},
                       {u"path"_s, finding.path},
                       {u"message"_s, finding.message},
                       {u"hint"_s, finding.hint}};
    if (finding.accepted)
        object.insert(u"accepted"_s,
                      QJsonObject{{u"severity"_s, severityName(finding.accepted->severity)},
                                  {u"reason"_s, finding.accepted->reason},
                                  {u"source"_s, finding.accepted->source}});
    return object;
}

QJsonArray toJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings)
        array.append(toJson(finding));
    return array;
}

int countOf(const QList<Finding> &findings, Severity severity)
{
    return int(std::ranges::count(findings, severity, &Finding::severity));
}

} // namespace unmoor
