// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QJsonObject>
#include <QString>
#include <stop_token>

namespace unmoor {

/// What a command has to do with whoever started it: standard output for results, standard error for everything else,
/// and whether it shall end. Both outputs show what a terminal would obey as signs: names and messages come from
/// archives, logs and hosts.
class Console
{
public:
    explicit Console(bool json, std::stop_token stop = {})
        : m_json(json)
        , m_stop(std::move(stop))
    {
    }

    bool isJson() const { return m_json; }
    const std::stop_token &stop() const { return m_stop; } ///< requested by Ctrl+C
    void print(const QString &text) const; ///< standard output; silent with --json
    /// The same to the byte, for a text that goes on into a file. At a terminal it is shown as the others are.
    void printExactly(const QString &text) const;
    void print(const QJsonObject &document) const; ///< standard output; only with --json
    void log(const QString &line) const; ///< one line on standard error
    void log(const QStringList &lines) const; ///< the same of many, in one write

    /// Says the error and gives the exit code that goes with its kind: 130 canceled, 2 for what cannot be read or used,
    /// else 1.
    int fail(const Error &error) const;

private:
    bool m_json;
    std::stop_token m_stop;
};

} // namespace unmoor
