// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/tomltable.h"

#include "app/core/format.h"
#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

std::string_view view(QLatin1StringView key)
{
    return {key.data(), size_t(key.size())};
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString typeName(const toml::node &node)
{
    switch (node.type()) {
    case toml::node_type::table:
        return Words::tr("a table");
    case toml::node_type::array:
        return node.is_array_of_tables() ? Words::tr("an array of tables") : Words::tr("an array");
    case toml::node_type::string:
        return Words::tr("a string");
    case toml::node_type::integer:
    case toml::node_type::floating_point:
        return Words::tr("a number");
    case toml::node_type::boolean:
        return Words::tr("true or false");
    default:
        return Words::tr("a date or time");
    }
}

} // namespace

void TomlProblems::add(const toml::source_position &at, const QString &message)
{
    if (!isEmpty() && !(at < m_at))
        return;
    m_at = at;
    m_message = message;
}

Error TomlProblems::error() const
{
    return {Error::Kind::InvalidInput,
            u"%1:%2:%3: %4"_s.arg(m_fileName, QString::number(m_at.line), QString::number(m_at.column), m_message)};
}

TomlTable::TomlTable(const toml::table &table, QString name, const QStringList &known, TomlProblems &problems)
    : m_table(&table)
    , m_name(std::move(name))
    , m_problems(&problems)
{
    if (!known.isEmpty())
        refuseUnknown(known);
}

void TomlTable::refuseUnknown(const QStringList &known)
{
    for (const auto &[key, node] : *m_table) {
        const QString name = toQString(key.str());
        if (known.contains(name))
            continue;
        m_hasUnknown = true;
        constexpr qsizetype mostListed = 20;
        const QString nearest = nearestWord(name, known);
        const QString keys = known.size() > mostListed ? Words::tr("those that the manual lists, in docs/manifest.md")
                                                       : known.join(u", "_s);
        m_problems->add(key.source().begin,
                        nearest.isEmpty()
                            ? Words::tr("Unknown key \"%1\" in %2. Its keys are: %3.").arg(name, m_name, keys)
                            : Words::tr("Unknown key \"%1\" in %2: did you mean \"%3\"?").arg(name, m_name, nearest));
    }
}

bool TomlTable::has(QLatin1StringView key) const
{
    return m_table->contains(view(key));
}

bool TomlTable::isString(QLatin1StringView key) const
{
    const toml::node *node = m_table->get(view(key));
    return node && node->is_string();
}

bool TomlTable::isString(QLatin1StringView key, QStringView text) const
{
    return isString(key) && string(key) == text;
}

bool TomlTable::isBoolean(QLatin1StringView key) const
{
    const toml::node *node = m_table->get(view(key));
    return node && node->is_boolean();
}

bool TomlTable::isEmptyArray(QLatin1StringView key) const
{
    const toml::node *node = m_table->get(view(key));
    return node && node->is_array() && node->as_array()->empty();
}

int TomlTable::line() const
{
    return int(m_table->source().begin.line);
}

QString TomlTable::label(QLatin1StringView key) const
{
    return Words::tr("\"%1\" of %2").arg(key, m_name);
}

QString TomlTable::requiredString(QLatin1StringView key) const
{
    if (!has(key)) {
        refuseMissing(Words::tr("%1 needs the key \"%2\".").arg(m_name, key));
        return {};
    }
    const QString text = string(key);
    if (text.isEmpty() && isString(key))
        refuse(key, Words::tr("%1 must not be empty.").arg(label(key)));
    return text;
}

QString TomlTable::string(QLatin1StringView key, const QString &fallback) const
{
    const toml::node *node = m_table->get(view(key));
    if (!node)
        return fallback;
    if (const auto *text = node->as_string())
        return toQString(text->get());
    refuseType(*node, label(key), Words::tr("a string"));
    return fallback;
}

std::optional<bool> TomlTable::boolean(QLatin1StringView key) const
{
    const toml::node *node = m_table->get(view(key));
    if (!node)
        return {};
    if (const auto *value = node->as_boolean())
        return value->get();
    refuseType(*node, label(key), Words::tr("true or false"));
    return {};
}

std::optional<qint64> TomlTable::integer(QLatin1StringView key) const
{
    const toml::node *node = m_table->get(view(key));
    if (!node)
        return {};
    if (const auto *value = node->as_integer())
        return value->get();
    refuseType(*node, label(key), Words::tr("a whole number"));
    return {};
}

QStringList TomlTable::strings(QLatin1StringView key) const
{
    const toml::node *node = m_table->get(view(key));
    if (!node)
        return {};
    if (!node->is_array()) {
        refuseType(*node, label(key), Words::tr("an array of strings"));
        return {};
    }
    QStringList texts;
    for (const toml::node &item : *node->as_array()) {
        if (const auto *text = item.as_string(); text && !text->get().empty())
            texts += toQString(text->get());
        else if (text)
            m_problems->add(item.source().begin, Words::tr("%1 must hold no empty string.").arg(label(key)));
        else
            refuseType(item, Words::tr("An item of %1").arg(label(key)), Words::tr("a string"));
    }
    return texts;
}

std::optional<TomlTable> TomlTable::table(QLatin1StringView key, const QString &name, const QStringList &known) const
{
    const toml::node *node = m_table->get(view(key));
    if (!node)
        return {};
    if (const auto *found = node->as_table())
        return TomlTable(*found, name, known, *m_problems);
    refuseType(*node, label(key), Words::tr("a table"));
    return {};
}

QList<TomlTable> TomlTable::tables(QLatin1StringView key, const QString &name, const QStringList &known) const
{
    const toml::node *node = m_table->get(view(key));
    if (!node)
        return {};
    if (!node->is_array()) {
        refuseType(*node, label(key),
                   name.startsWith(u"[[") ? Words::tr("an array of tables, written %1").arg(name)
                                          : Words::tr("an array of tables"));
        return {};
    }
    QList<TomlTable> found;
    for (const toml::node &item : *node->as_array()) {
        if (const auto *one = item.as_table())
            found += TomlTable(*one, name, known, *m_problems);
        else
            refuseType(item, Words::tr("An item of %1").arg(label(key)), Words::tr("a table"));
    }
    return found;
}

QStringList TomlTable::keys() const
{
    QStringList names;
    for (const auto &[key, node] : *m_table)
        names += toQString(key.str());
    return names;
}

void TomlTable::refuse(QLatin1StringView key, const QString &message) const
{
    const toml::node *node = m_table->get(view(key));
    m_problems->add((node ? *node : *m_table).source().begin, message);
}

void TomlTable::refuseMissing(const QString &message) const
{
    if (!m_hasUnknown)
        m_problems->add(m_table->source().begin, message);
}

void TomlTable::refuseType(const toml::node &node, const QString &what, const QString &wanted) const
{
    m_problems->add(node.source().begin, Words::tr("%1 must be %2, not %3.").arg(what, wanted, typeName(node)));
}

} // namespace unmoor
