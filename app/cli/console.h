// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace unmoor {

/// Standard output for results, standard error for everything else.
class Console
{
public:
    explicit Console(bool json)
        : m_json(json)
    {
    }

    bool isJson() const { return m_json; }
    void print(const QString &text) const; ///< standard output, as it is; silent with --json
    void print(const QJsonObject &document) const; ///< standard output; only with --json
    void log(const QString &line) const; ///< one line on standard error

    /// Says the error and gives the exit code that goes with its kind: 130 canceled, 2 for what cannot be read or used,
    /// else 1.
    int fail(const Error &error) const;

private:
    bool m_json;
};

} // namespace unmoor
