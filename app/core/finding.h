// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace unmoor {

enum class Severity { Error, Warning, Info };

/// One thing that a check found. Codes are stable kebab-case words that scripts rely on; docs/checks.md lists them.
struct Finding
{
    Severity severity = Severity::Error;
    QString code;
    QString path; ///< archive entry or file it is about; empty where it is about the whole
    QString message; ///< what is wrong, in one sentence
    QString hint; ///< how to mend it

    /// Why a person lives with it; then severity is Info, and this has the one it would have.
    struct Accepted
    {
        Severity severity = Severity::Error;
        QString reason;
        QString source;
        bool operator==(const Accepted &) const = default;
    };
    std::optional<Accepted> accepted = {};

    bool operator==(const Finding &) const = default;
};

QString severityName(Severity severity); ///< "error", "warning", "info"
QJsonObject toJson(const Finding &finding);
QJsonArray toJson(const QList<Finding> &findings);
int countOf(const QList<Finding> &findings, Severity severity);

} // namespace unmoor
