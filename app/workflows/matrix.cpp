// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/matrix.h"

#include "app/workflows/expression.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostRows = 256;

/// \a value as "key", or of a mapping "key.a" and "key.b". False where an expression stands in it.
bool flatten(const QString &key, const YamlValue &value, MatrixRow &row)
{
    if (value.isMapping())
        return std::ranges::all_of(value.entries, [&](const YamlValue::Entry &entry) {
            return flatten(key + u'.' + entry.key, *entry.value, row);
        });
    if (value.isSequence()) {
        QStringList texts;
        for (const YamlPtr &item : value.items)
            texts.append(item->text);
        row.insert(key, texts.join(u' '));
    } else {
        row.insert(key, value.isNull() ? QString() : value.text);
    }
    return !hasExpression(row.value(key));
}

/// A combination as `include` and `exclude` list it.
std::optional<MatrixRow> rowOf(const YamlValue &mapping)
{
    MatrixRow row;
    for (const YamlValue::Entry &entry : mapping.entries)
        if (!flatten(entry.key, *entry.value, row))
            return {};
    return row;
}

/// Adds the values of one list to what \a rows are so far.
std::optional<QList<MatrixRow>> crossed(const QList<MatrixRow> &rows, const YamlValue::Entry &axis)
{
    QList<MatrixRow> product;
    for (const MatrixRow &row : rows) {
        for (const YamlPtr &item : axis.value->items) {
            MatrixRow longer = row;
            if (product.size() >= mostRows || !flatten(axis.key, *item, longer))
                return {};
            product.append(longer);
        }
    }
    return product;
}

bool holds(const MatrixRow &row, const MatrixRow &part)
{
    return std::ranges::all_of(part.asKeyValueRange(), [&row](const auto &pair) {
        return row.contains(pair.first) && row.value(pair.first) == pair.second;
    });
}

/// An entry of `include` goes to every combination of which it changes nothing, and is one of its own where there is
/// none.
void include(QList<MatrixRow> &rows, const QList<MatrixRow> &original, const MatrixRow &added)
{
    bool isTaken = false;
    for (qsizetype i = 0; i < original.size(); ++i) {
        const bool changes = std::ranges::any_of(added.asKeyValueRange(), [&](const auto &pair) {
            return original.at(i).contains(pair.first) && original.at(i).value(pair.first) != pair.second;
        });
        if (changes)
            continue;
        isTaken = true;
        for (const auto &[key, value] : added.asKeyValueRange())
            rows[i].insert(key, value);
    }
    if (!isTaken)
        rows.append(added);
}

} // namespace

std::optional<QList<MatrixRow>> matrixRows(const YamlValue *strategy)
{
    const YamlValue *matrix = strategy ? strategy->find(u"matrix") : nullptr;
    if (!matrix)
        return QList<MatrixRow>{MatrixRow()};
    if (!matrix->isMapping())
        return {};
    std::optional<QList<MatrixRow>> rows = QList<MatrixRow>{MatrixRow()};
    bool hasAxis = false;
    for (const YamlValue::Entry &entry : matrix->entries) {
        if (entry.key == "include"_L1 || entry.key == "exclude"_L1)
            continue;
        if (!entry.value->isSequence())
            return {};
        rows = crossed(*rows, entry);
        if (!rows)
            return {};
        hasAxis = true;
    }
    if (!hasAxis)
        rows->clear();
    if (const YamlValue *excluded = matrix->find(u"exclude")) {
        if (!excluded->isSequence())
            return {};
        for (const YamlPtr &item : excluded->items) {
            const auto part = rowOf(*item);
            if (!part)
                return {};
            rows->removeIf([&part](const MatrixRow &row) { return holds(row, *part); });
        }
    }
    if (const YamlValue *included = matrix->find(u"include")) {
        if (!included->isSequence())
            return {};
        const QList<MatrixRow> original = *rows;
        for (const YamlPtr &item : included->items) {
            const auto added = rowOf(*item);
            if (!added || rows->size() >= mostRows)
                return {};
            include(*rows, original, *added);
        }
    }
    return rows;
}

} // namespace unmoor
