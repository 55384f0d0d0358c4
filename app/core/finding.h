// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace unmoor {

enum class Severity { Error, Warning, Info };

/// One thing that a check found. Codes are stable kebab-case words that scripts rely on; the README lists them.
struct Finding
{
    Severity severity = Severity::Error;
    QString code;
    QString path; ///< archive entry or file it is about; empty where it is about the whole
    QString message; ///< what is wrong, in one sentence
    QString hint; ///< how to mend it

    bool operator==(const Finding &) const = default;
};

QString severityName(Severity severity); ///< "error", "warning", "info"
QJsonObject toJson(const Finding &finding);
QJsonArray toJson(const QList<Finding> &findings);
int countOf(const QList<Finding> &findings, Severity severity);

} // namespace unmoor
