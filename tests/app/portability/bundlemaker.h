// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/portability.h"

#include <algorithm>
#include <ctime>

namespace unmoor {

inline BundledFile withFacts(const QString &path, const BinaryFacts &facts, quint32 mode = 0755)
{
    return {.path = path, .mode = mode, .binary = std::make_shared<const BinaryFacts>(facts)};
}

inline BundledFile elfFile(const QString &path, const ElfFacts &elf, quint32 mode = 0755)
{
    return withFacts(path, {.format = elf}, mode);
}

inline BundledFile script(const QString &path, const QByteArray &text, quint32 mode = 0755)
{
    return {.path = path, .mode = mode, .text = text};
}

inline BundledFile link(const QString &path, const QString &target)
{
    return {.path = path, .mode = 0777, .target = target};
}

/// A program as a careful build leaves it.
inline ElfFacts elfProgram(const QStringList &needed)
{
    return {.kind = ElfFacts::Kind::Program,
            .machine = QStringLiteral("x86-64"),
            .interpreter = QStringLiteral("/lib64/ld-linux-x86-64.so.2"),
            .isDynamic = true,
            .needed = needed,
            .isPositionIndependent = true,
            .hasRelro = true,
            .bindsNow = true};
}

inline ElfFacts elfLibrary(const QString &soname, const QStringList &needed = {})
{
    return {.kind = ElfFacts::Kind::Library,
            .machine = QStringLiteral("x86-64"),
            .isDynamic = true,
            .needed = needed,
            .soname = soname,
            .isPositionIndependent = true,
            .hasRelro = true,
            .bindsNow = true};
}

inline ElfFacts withRunPath(ElfFacts elf, const QStringList &runPath)
{
    elf.hasRunPath = true;
    elf.runPath = runPath;
    return elf;
}

inline ElfFacts withRPath(ElfFacts elf, const QStringList &rPath)
{
    elf.hasRPath = true;
    elf.rPath = rPath;
    return elf;
}

/// Of this process: other programs on the machine take none of it.
inline double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

inline QStringList codesOf(const PortabilityReport &report)
{
    QStringList codes;
    for (const Finding &finding : report.findings)
        codes.append(finding.code);
    codes.sort();
    return codes;
}

inline QList<Finding> findingsOf(const PortabilityReport &report, const QString &code)
{
    QList<Finding> findings;
    std::ranges::copy_if(report.findings, std::back_inserter(findings),
                         [&](const Finding &finding) { return finding.code == code; });
    return findings;
}

inline ResolutionStep stepOf(const PortabilityReport &report, const QString &path, const QString &name)
{
    for (const ResolutionStep &step : report.chains.value(path)) {
        if (step.name == name)
            return step;
    }
    return {};
}

} // namespace unmoor
