// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/targettriple.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString archName(const TargetTriple &triple)
{
    if (triple.arch == u"x86_64")
        return triple.os() == TargetTriple::Os::MacOs ? u"Intel"_s : u"x86-64"_s;
    if (triple.arch == u"aarch64" || triple.arch == u"arm64")
        return triple.os() == TargetTriple::Os::MacOs ? u"Apple silicon"_s : u"ARM64"_s;
    if (triple.arch == u"i686" || triple.arch == u"i586")
        return u"x86"_s;
    if (triple.arch.startsWith(u"armv7"))
        return u"ARMv7"_s;
    if (triple.arch.startsWith(u"riscv64"))
        return u"RISC-V 64"_s;
    return triple.arch;
}

/// What sets a target apart from the usual one of its system.
QString abiSuffix(const TargetTriple &triple)
{
    if (triple.os() == TargetTriple::Os::Linux && triple.abi.startsWith(u"musl"))
        return u" (musl)"_s;
    const bool mingw = triple.abi.startsWith(u"gnu") || triple.system.startsWith(u"mingw");
    if (triple.os() == TargetTriple::Os::Windows && mingw)
        return u" (MinGW)"_s;
    return {};
}

} // namespace

std::optional<TargetTriple> TargetTriple::parse(QStringView text)
{
    static const QRegularExpression expression(
        uR"(\A([A-Za-z0-9_.]+)-([A-Za-z0-9_.]+)-([A-Za-z0-9_.]+)(?:-([A-Za-z0-9_.]+))?\z)"_s);
    const auto match = expression.matchView(text);
    if (!match.hasMatch())
        return {};
    return TargetTriple{match.captured(1), match.captured(2), match.captured(3), match.captured(4)};
}

TargetTriple::Os TargetTriple::os() const
{
    if (system == u"linux")
        return Os::Linux;
    if (system.startsWith(u"darwin") || system.startsWith(u"macos"))
        return Os::MacOs;
    if (system == u"windows" || system.startsWith(u"mingw"))
        return Os::Windows;
    return Os::Other;
}

QString TargetTriple::machine() const
{
    if (arch == u"x86_64")
        return u"x86-64"_s;
    if (arch == u"arm64")
        return u"aarch64"_s;
    if (arch.startsWith(u"i") && arch.endsWith(u"86"))
        return u"x86"_s;
    if (arch.startsWith(u"riscv64"))
        return u"riscv64"_s;
    if (arch.startsWith(u"powerpc64"))
        return u"ppc64"_s;
    return arch.startsWith(u"arm") || arch.startsWith(u"thumb") ? u"arm"_s : arch;
}

QString TargetTriple::toString() const
{
    if (arch.isEmpty())
        return system;
    const QString text = arch + u'-' + vendor + u'-' + system;
    return abi.isEmpty() ? text : text + u'-' + abi;
}

QString TargetTriple::peopleName() const
{
    switch (os()) {
    case Os::Linux:
        return u"Linux "_s + archName(*this) + abiSuffix(*this);
    case Os::MacOs:
        return u"macOS "_s + archName(*this);
    case Os::Windows:
        return u"Windows "_s + archName(*this) + abiSuffix(*this);
    case Os::Other:
        return toString();
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace unmoor
