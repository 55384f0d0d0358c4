// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/outputtarget.h"

#include "app/project/nametarget.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// A whole triple, as Rust or GNU writes it.
QString wholeTriple(const QString &name)
{
    static const QRegularExpression expression(
        u"(x86_64|aarch64|arm64|i[3-6]86|arm\\w*|riscv64\\w*|powerpc64\\w*|s390x|loongarch64|universal2?)-"
        "(unknown|apple|pc|w64|uwp)-(linux|darwin|windows|mingw32|freebsd|netbsd)"
        "(?:-(gnu\\w*|musl\\w*|msvc|static))?(?![A-Za-z0-9])"_s);
    const auto match = expression.match(name);
    if (!match.hasMatch())
        return {};
    if (match.captured(3) == "mingw32"_L1)
        return match.captured(1) + u"-pc-windows-gnu"_s;
    const QString vendor = match.captured(2) == "w64"_L1 ? u"pc"_s : match.captured(2);
    const QString abi = match.captured(4) == "static"_L1 ? u"musl"_s : match.captured(4);
    const QString triple = match.captured(1) + u'-' + vendor + u'-' + match.captured(3);
    return abi.isEmpty() ? triple : triple + u'-' + abi;
}

/// \a name with a hyphen at its humps, and Nix's own words said in those of file names.
QString plainName(const QString &name)
{
    static const QRegularExpression hump(u"(?<=[a-z0-9])(?=[A-Z])"_s);
    static const QList<std::pair<QRegularExpression, QString>> nixWords{
        {QRegularExpression(u"mingw-?w64|ucrt64"_s), u"mingw64"_s},
        {QRegularExpression(u"\\bmusl64\\b"_s), u"x86_64-linux-musl"_s},
        {QRegularExpression(u"\\bgnu64\\b"_s), u"x86_64-linux-gnu"_s},
        {QRegularExpression(u"\\bmusl32\\b"_s), u"i686-linux-musl"_s},
        {QRegularExpression(u"\\bgnu32\\b"_s), u"i686-linux-gnu"_s},
        {QRegularExpression(u"\\barmv7l-hf\\b"_s), u"armv7l"_s},
        {QRegularExpression(u"\\bmultiplatform\\b"_s), u"linux"_s},
        {QRegularExpression(u"\\bstatic\\b"_s), u"musl"_s},
        {QRegularExpression(u"\\b(apple-silicon|silicon)\\b"_s), u"darwin-arm64"_s}};
    QString plain = name;
    plain.replace(hump, u"-"_s);
    plain = plain.toLower();
    for (const auto &[word, meaning] : nixWords)
        plain.replace(word, meaning);
    return plain;
}

/// "x86_64-linux" in the words of a triple.
std::optional<TargetTriple> targetOfSystem(const QString &system)
{
    auto target = targetInName(system);
    if (target && target->arch == "riscv64"_L1)
        target->arch = u"riscv64gc"_s;
    return target;
}

QString usualAbi(const TargetTriple &target, const QString &said)
{
    const bool isOldArm = target.arch.startsWith("arm"_L1);
    if (target.system == "windows"_L1)
        return said.isEmpty() ? u"msvc"_s : said;
    if (target.system != "linux"_L1)
        return {};
    if (said == "musl"_L1)
        return isOldArm ? u"musleabihf"_s : said;
    if (said.isEmpty() || said == "gnu"_L1)
        return isOldArm ? u"gnueabihf"_s : u"gnu"_s;
    return said;
}

/// Whether the name leaves the system open, so that the one it stands under counts.
std::optional<TargetTriple> targetUnder(const QString &plain, const TargetTriple &host)
{
    if (const auto named = targetInName(plain))
        return named;
    return targetInName(plain + u'-' + host.system);
}

} // namespace

QStringList wordsOfName(const QString &name)
{
    static const QRegularExpression between(u"[^a-z0-9]+"_s);
    static const QRegularExpression hump(u"(?<=[a-z0-9])(?=[A-Z])"_s);
    QString words = name;
    words.replace(hump, u"-"_s);
    return words.toLower().split(between, Qt::SkipEmptyParts);
}

QString tripleOfOutput(const QString &system, const QString &name, const QString &derivation)
{
    if (const QString whole = wholeTriple(name); !whole.isEmpty())
        return whole;
    const auto host = targetOfSystem(system);
    if (!host)
        return {};
    const QString plain = plainName(name);
    auto target = targetUnder(plain, *host);
    if (!target)
        return {};
    const bool saysNothing = !targetInName(plain) && target->arch.isEmpty() && target->abi.isEmpty();
    if (const QString whole = wholeTriple(derivation); saysNothing && !whole.isEmpty())
        return whole;
    static const QStringList withTriples{u"linux"_s, u"darwin"_s, u"windows"_s, u"freebsd"_s, u"netbsd"_s};
    if (!withTriples.contains(target->system))
        return {};
    if (target->arch == "arm"_L1 && target->system != "linux"_L1)
        target->arch = u"aarch64"_s;
    if (target->arch.isEmpty())
        target->arch = target->system == host->system ? host->arch
            : target->system == "windows"_L1          ? u"x86_64"_s
            : target->system == "linux"_L1            ? host->arch
                                                      : QString();
    if (target->arch.isEmpty())
        return {};
    target->abi = usualAbi(*target, target->abi);
    return target->toString();
}

} // namespace unmoor
