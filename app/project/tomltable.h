// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QStringList>
#include <optional>

// The shared library of the distribution is built with exceptions; only the headers can do without.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.hpp>

namespace unmoor {

/// What is wrong with a TOML file; the problem that stands first in it is the one that is told.
class TomlProblems
{
public:
    explicit TomlProblems(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }

    void add(const toml::source_position &at, const QString &message);
    bool isEmpty() const { return !m_at; }
    Error error() const; ///< "FILE:LINE:COLUMN: …"

private:
    QString m_fileName;
    toml::source_position m_at{}; ///< 0:0, which is false, while there is no problem
    QString m_message;
};

/// A table of which every key is known. What is not as asked for goes to the problems, and a value of the right type
/// comes back all the same, so that reading is a straight line.
class TomlTable
{
public:
    /// \a name: how messages call it, such as "[project]". A key outside \a known is a problem at once.
    TomlTable(const toml::table &table, QString name, const QStringList &known, TomlProblems &problems);

    bool has(QLatin1StringView key) const;
    bool isString(QLatin1StringView key) const;
    bool isString(QLatin1StringView key, QStringView text) const; ///< exactly this one
    bool isBoolean(QLatin1StringView key) const;
    bool isEmptyArray(QLatin1StringView key) const;
    int line() const; ///< where the table begins, 1-based

    QString requiredString(QLatin1StringView key) const; ///< there, and not empty
    QString string(QLatin1StringView key, const QString &fallback = {}) const;
    std::optional<bool> boolean(QLatin1StringView key) const;
    std::optional<qint64> integer(QLatin1StringView key) const;
    QStringList strings(QLatin1StringView key) const; ///< none of them empty
    std::optional<TomlTable> table(QLatin1StringView key, const QString &name, const QStringList &known) const;
    QList<TomlTable> tables(QLatin1StringView key, const QString &name, const QStringList &known) const;
    QStringList keys() const;

    /// A problem with the value of \a key, or with the table where there is no such key.
    void refuse(QLatin1StringView key, const QString &message) const;
    /// A key that should be there: not told where an unknown key is likely to be the same key misspelled.
    void refuseMissing(const QString &message) const;
    QString label(QLatin1StringView key) const; ///< "tag" of [project]

private:
    void refuseUnknown(const QStringList &known);
    void refuseType(const toml::node &node, const QString &what, const QString &wanted) const;

    const toml::table *m_table;
    QString m_name;
    TomlProblems *m_problems;
    bool m_hasUnknown = false;
};

} // namespace unmoor
