// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <expected>
#include <memory>
#include <vector>

namespace unmoor {

struct YamlValue;
using YamlPtr = std::shared_ptr<const YamlValue>;

/// A value of a YAML document, and where it stands. What an alias refers to is the same object as at its anchor.
struct YamlValue
{
    enum class Kind { Scalar, Sequence, Mapping };

    struct Entry
    {
        QString key;
        int line = 0; ///< 1-based
        YamlPtr value;
    };

    Kind kind = Kind::Scalar;
    QString text; ///< of a scalar
    bool isPlain = false; ///< a scalar without quotes, which may be a number, a boolean or null
    bool isLiteral = false; ///< a block that begins with "|": its lines are the file's
    int line = 0; ///< 1-based
    int column = 0; ///< 1-based, in characters
    std::vector<YamlPtr> items; ///< of a sequence
    std::vector<Entry> entries; ///< of a mapping, in the order of the file

    bool isScalar() const { return kind == Kind::Scalar; }
    bool isSequence() const { return kind == Kind::Sequence; }
    bool isMapping() const { return kind == Kind::Mapping; }
    bool isNull() const;

    const YamlValue *find(QStringView key) const; ///< null where this has no such key, or is no mapping
    const Entry *entry(QStringView key) const; ///< the same, with its place
    QString textAt(QStringView key) const; ///< of the scalar there; empty where there is none

    // What it weighs, with everything that aliases repeat in it.
    qint64 weight = 1; ///< values
    int height = 1; ///< values above one another
};

/// Why a text is no YAML that can be used, and where.
struct YamlProblem
{
    QString message; ///< a sentence
    int line = 0; ///< 1-based; 0: not known
    int column = 0; ///< 1-based

    bool operator==(const YamlProblem &) const = default;
};

/// Reads the one document of \a text. Refused are texts of more than 1 MiB, more than 64 values above one another, more
/// than 100,000 values (counting each time what an alias repeats), keys that occur twice, and keys that are no text.
/// An empty text is null.
std::expected<YamlPtr, YamlProblem> readYaml(const QByteArray &text);

} // namespace unmoor
