// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/nametarget.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What a word of a name says, in the words of a triple; empty parts are not said by it.
struct Said
{
    QString system;
    QString arch;
    QString abi;
};

QString archOf(const QString &word)
{
    static const QMap<QString, QString> archs{{u"x8664"_s, u"x86_64"_s},
                                              {u"amd64"_s, u"x86_64"_s},
                                              {u"x64"_s, u"x86_64"_s},
                                              {u"64bit"_s, u"x86_64"_s},
                                              {u"intel"_s, u"x86_64"_s},
                                              {u"x86"_s, u"i686"_s},
                                              {u"386"_s, u"i686"_s},
                                              {u"i386"_s, u"i686"_s},
                                              {u"i486"_s, u"i686"_s},
                                              {u"i586"_s, u"i686"_s},
                                              {u"i686"_s, u"i686"_s},
                                              {u"ia32"_s, u"i686"_s},
                                              {u"32bit"_s, u"i686"_s},
                                              {u"aarch64"_s, u"aarch64"_s},
                                              {u"arm64"_s, u"aarch64"_s},
                                              {u"arm64v8"_s, u"aarch64"_s},
                                              {u"armv8"_s, u"aarch64"_s},
                                              {u"applesilicon"_s, u"aarch64"_s},
                                              {u"arm"_s, u"arm"_s},
                                              {u"armhf"_s, u"armv7"_s},
                                              {u"armel"_s, u"arm"_s},
                                              {u"armv5"_s, u"arm"_s},
                                              {u"armv6"_s, u"armv6"_s},
                                              {u"armv6l"_s, u"armv6"_s},
                                              {u"armv6hf"_s, u"armv6"_s},
                                              {u"armv7"_s, u"armv7"_s},
                                              {u"armv7l"_s, u"armv7"_s},
                                              {u"armv7hf"_s, u"armv7"_s},
                                              {u"armv7hl"_s, u"armv7"_s},
                                              {u"riscv64"_s, u"riscv64"_s},
                                              {u"riscv64gc"_s, u"riscv64gc"_s},
                                              {u"ppc64"_s, u"powerpc64"_s},
                                              {u"ppc64le"_s, u"powerpc64le"_s},
                                              {u"ppc64el"_s, u"powerpc64le"_s},
                                              {u"powerpc64"_s, u"powerpc64"_s},
                                              {u"powerpc64le"_s, u"powerpc64le"_s},
                                              {u"s390x"_s, u"s390x"_s},
                                              {u"loong64"_s, u"loongarch64"_s},
                                              {u"loongarch64"_s, u"loongarch64"_s},
                                              {u"all"_s, u"all"_s},
                                              {u"universal"_s, u"universal"_s},
                                              {u"universal2"_s, u"universal2"_s}};
    return archs.value(word);
}

Said meaningOf(const QString &word)
{
    static const QMap<QString, Said> words{{u"linux"_s, {u"linux"_s, {}, {}}},
                                           {u"linux64"_s, {u"linux"_s, u"x86_64"_s, {}}},
                                           {u"linux32"_s, {u"linux"_s, u"i686"_s, {}}},
                                           {u"darwin"_s, {u"darwin"_s, {}, {}}},
                                           {u"mac"_s, {u"darwin"_s, {}, {}}},
                                           {u"osx"_s, {u"darwin"_s, {}, {}}},
                                           {u"macosx"_s, {u"darwin"_s, {}, {}}},
                                           {u"windows"_s, {u"windows"_s, {}, {}}},
                                           {u"win"_s, {u"windows"_s, {}, {}}},
                                           // Node's name of the system, whatever the processor.
                                           {u"win32"_s, {u"windows"_s, {}, {}}},
                                           {u"win64"_s, {u"windows"_s, u"x86_64"_s, {}}},
                                           {u"windows64"_s, {u"windows"_s, u"x86_64"_s, {}}},
                                           {u"windows32"_s, {u"windows"_s, u"i686"_s, {}}},
                                           {u"mingw"_s, {u"windows"_s, {}, u"gnu"_s}},
                                           {u"mingw32"_s, {u"windows"_s, {}, u"gnu"_s}},
                                           {u"mingw64"_s, {u"windows"_s, u"x86_64"_s, u"gnu"_s}},
                                           {u"android"_s, {u"android"_s, {}, {}}},
                                           {u"androideabi"_s, {u"android"_s, {}, {}}},
                                           {u"freebsd"_s, {u"freebsd"_s, {}, {}}},
                                           {u"openbsd"_s, {u"openbsd"_s, {}, {}}},
                                           {u"netbsd"_s, {u"netbsd"_s, {}, {}}},
                                           {u"illumos"_s, {u"illumos"_s, {}, {}}},
                                           {u"ios"_s, {u"ios"_s, {}, {}}},
                                           {u"wasm"_s, {u"wasi"_s, u"wasm32"_s, {}}},
                                           {u"wasm32"_s, {u"wasi"_s, u"wasm32"_s, {}}},
                                           {u"wasi"_s, {u"wasi"_s, u"wasm32"_s, {}}},
                                           {u"musllinux"_s, {u"linux"_s, {}, u"musl"_s}},
                                           {u"gnu"_s, {{}, {}, u"gnu"_s}},
                                           {u"glibc"_s, {{}, {}, u"gnu"_s}},
                                           {u"gnueabihf"_s, {{}, {}, u"gnueabihf"_s}},
                                           {u"gnueabi"_s, {{}, {}, u"gnueabi"_s}},
                                           {u"musl"_s, {{}, {}, u"musl"_s}},
                                           {u"musleabihf"_s, {{}, {}, u"musleabihf"_s}},
                                           {u"musleabi"_s, {{}, {}, u"musleabi"_s}},
                                           {u"msvc"_s, {{}, {}, u"msvc"_s}}};
    static const QRegularExpression joined(
        u"\\A(linux|darwin|macos|osx|mac|windows|win)(arm64|aarch64|amd64|x64|x86)\\z"_s);
    static const QRegularExpression macOs(u"\\Amacos[0-9]*\\z"_s);
    static const QRegularExpression manyLinux(u"\\Amanylinux[0-9]*\\z"_s);
    if (const auto known = words.constFind(word); known != words.constEnd())
        return *known;
    if (const auto both = joined.match(word); both.hasMatch()) // "linuxarm64"
        return {meaningOf(both.captured(1)).system, archOf(both.captured(2)), {}};
    if (word == "osx64"_L1 || word == "macos64"_L1)
        return {u"darwin"_s, u"x86_64"_s, {}};
    if (macOs.match(word).hasMatch())
        return {u"darwin"_s, {}, {}};
    if (manyLinux.match(word).hasMatch())
        return {u"linux"_s, {}, u"gnu"_s};
    return {{}, archOf(word), {}};
}

/// The system that files of this suffix are for, whatever else the name says.
QString systemOfSuffix(const QString &suffix)
{
    static const QMap<QString, QString> systems{
        {u"deb"_s, u"linux"_s},     {u"rpm"_s, u"linux"_s},   {u"appimage"_s, u"linux"_s}, {u"snap"_s, u"linux"_s},
        {u"flatpak"_s, u"linux"_s}, {u"exe"_s, u"windows"_s}, {u"dll"_s, u"windows"_s},    {u"msi"_s, u"windows"_s},
        {u"dmg"_s, u"darwin"_s},    {u"pkg"_s, u"darwin"_s},  {u"dylib"_s, u"darwin"_s}};
    return systems.value(suffix);
}

QString onlyOne(const QSet<QString> &found)
{
    return found.size() == 1 ? *found.begin() : QString();
}

QString archOfAll(QSet<QString> archs, const QString &system)
{
    if (system != "darwin"_L1)
        archs -= {u"universal"_s, u"universal2"_s};
    // goreleaser calls what runs on every Mac "all".
    if (system == "darwin"_L1 && archs == QSet<QString>{u"all"_s})
        return u"universal"_s;
    archs.remove(u"all"_s);
    // "macos-x86_64-arm64" is both.
    const bool isBoth = system == "darwin"_L1 && archs == QSet<QString>{u"x86_64"_s, u"aarch64"_s};
    return isBoth ? u"universal"_s : onlyOne(archs);
}

} // namespace

std::optional<TargetTriple> targetInName(const QString &fileName)
{
    constexpr qsizetype longestName = 255;
    static const QRegularExpression processor(u"x86[-_]64"_s);
    static const QRegularExpression arm(u"aarch[-_]64|apple[-_. ]silicon"_s);
    static const QRegularExpression between(u"[^a-z0-9]+"_s);
    QString name = fileName.right(longestName).toLower();
    const QString suffix = name.section(u'.', -1);
    name.replace(processor, u"x8664"_s).replace(arm, u"aarch64"_s);
    QSet<QString> systems;
    QSet<QString> archs;
    QSet<QString> abis;
    for (const QString &word : name.split(between, Qt::SkipEmptyParts)) {
        const Said said = meaningOf(word);
        for (const auto &[part, all] : {std::pair(said.system, &systems), {said.arch, &archs}, {said.abi, &abis}})
            if (!part.isEmpty())
                all->insert(part);
    }
    // Android's triples say linux, too; its programs are no Linux programs.
    if (systems.contains(u"android"_s))
        systems.remove(u"linux"_s);
    QString system = onlyOne(systems);
    if (systems.isEmpty())
        system = systemOfSuffix(suffix);
    if (system.isEmpty())
        return {};
    TargetTriple target{.arch = archOfAll(archs, system), .vendor = u"unknown"_s, .system = system, .abi = {}};
    if (system == "darwin"_L1)
        target.vendor = u"apple"_s;
    else if (system == "windows"_L1)
        target.vendor = u"pc"_s;
    if (system == "linux"_L1 || system == "windows"_L1)
        target.abi = onlyOne(abis);
    return target;
}

std::optional<PortabilityTarget> portabilityTarget(const TargetTriple &target)
{
    if (target.os() == TargetTriple::Os::Other)
        return {};
    const PortabilityTarget::Os os = target.os() == TargetTriple::Os::Linux ? PortabilityTarget::Os::Linux
        : target.os() == TargetTriple::Os::MacOs                            ? PortabilityTarget::Os::MacOs
                                                                            : PortabilityTarget::Os::Windows;
    const bool isUniversal = os == PortabilityTarget::Os::MacOs && target.arch.startsWith("universal"_L1);
    return PortabilityTarget{.os = os,
                             .machine = isUniversal ? QString() : target.machine(),
                             .triple = target.toString(),
                             .isMusl = target.abi.startsWith("musl"_L1),
                             .isUniversal = isUniversal};
}

} // namespace unmoor
