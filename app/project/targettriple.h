// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace unmoor {

/// A Rust/LLVM target triple, such as "x86_64-unknown-linux-gnu".
struct TargetTriple
{
    enum class Os { Linux, MacOs, Windows, Other };

    QString arch; ///< "x86_64", "aarch64"
    QString vendor; ///< "unknown", "apple", "pc"
    QString system; ///< "linux", "darwin", "windows"
    QString abi; ///< "gnu", "musl", "msvc"; empty for darwin

    /// Three or four parts of letters, digits, "_" and "."; nullopt otherwise.
    static std::optional<TargetTriple> parse(QStringView text);
    Os os() const;
    QString machine() const; ///< the processor in the words of BinaryFacts: "x86-64", "aarch64", "x86", "arm"
    QString toString() const; ///< of a target without a processor the system alone: "linux"
    QString peopleName() const; ///< "Linux x86-64", "macOS Apple silicon", "Windows x86-64"

    bool operator==(const TargetTriple &) const = default;
};

} // namespace unmoor
