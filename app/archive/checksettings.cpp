// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/checksettings.h"

#include "app/core/glob.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

const Acceptance *acceptanceOf(const Finding &finding, const CheckSettings &settings, const QString &triple)
{
    for (const Acceptance &acceptance : settings.accepted) {
        if (acceptance.code == finding.code && (acceptance.triple.isEmpty() || acceptance.triple == triple)
            && (acceptance.path.isEmpty() || acceptance.path == finding.path
                || Glob(acceptance.path).matches(finding.path)))
            return &acceptance;
    }
    return nullptr;
}

} // namespace

bool isFirm(const QString &code)
{
    static const QStringList firm{u"stream-truncated"_s, u"stream-corrupt"_s,   u"limit-reached"_s,
                                  u"member-crc"_s,       u"member-encrypted"_s, u"checksum-mismatch"_s};
    return firm.contains(code);
}

QList<Finding> applySettings(const QList<Finding> &findings, const CheckSettings &settings, const QString &triple)
{
    QList<Finding> applied;
    for (Finding finding : findings) {
        if (!isFirm(finding.code)) {
            if (const auto severity = settings.severities.constFind(finding.code);
                severity != settings.severities.cend()) {
                if (!severity->has_value())
                    continue;
                finding.severity = **severity;
            }
            if (const Acceptance *acceptance = acceptanceOf(finding, settings, triple)) {
                finding.accepted = {finding.severity, acceptance->reason, acceptance->source};
                finding.severity = Severity::Info;
            }
        }
        applied.append(finding);
    }
    return applied;
}

} // namespace unmoor
