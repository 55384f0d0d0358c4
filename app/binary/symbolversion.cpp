// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/symbolversion.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What distributions came with. glibc and the names: release notes of the distributions. GLIBCXX and CXXABI: the GCC
/// of that release (of its updates, where they bring a newer libstdc++), by the table "ABI Policy and Guidelines" of
/// GCC's libstdc++ manual; they agree with the policies of PyPA's auditwheel for 2.17, 2.28, 2.31, 2.34, 2.35 and 2.39.
struct Release
{
    QVersionNumber glibc;
    QVersionNumber glibcxx;
    QVersionNumber cxxabi;
    QLatin1StringView names;
};

const std::array<Release, 16> &releases()
{
    static const std::array<Release, 16> table{{
        {{2, 17}, {3, 4, 19}, {1, 3, 7}, "RHEL 7"_L1},
        {{2, 19}, {3, 4, 20}, {1, 3, 8}, "Debian 8"_L1},
        {{2, 23}, {3, 4, 21}, {1, 3, 9}, "Ubuntu 16.04"_L1},
        {{2, 24}, {3, 4, 22}, {1, 3, 10}, "Debian 9"_L1},
        {{2, 27}, {3, 4, 25}, {1, 3, 11}, "Ubuntu 18.04"_L1},
        {{2, 28}, {3, 4, 25}, {1, 3, 11}, "Debian 10, RHEL 8"_L1},
        {{2, 31}, {3, 4, 28}, {1, 3, 12}, "Debian 11, Ubuntu 20.04"_L1},
        {{2, 34}, {3, 4, 29}, {1, 3, 13}, "RHEL 9"_L1},
        {{2, 35}, {3, 4, 30}, {1, 3, 13}, "Ubuntu 22.04"_L1},
        {{2, 36}, {3, 4, 30}, {1, 3, 13}, "Debian 12"_L1},
        {{2, 37}, {3, 4, 31}, {1, 3, 14}, "Fedora 38"_L1},
        {{2, 38}, {3, 4, 32}, {1, 3, 14}, "Fedora 39"_L1},
        {{2, 39}, {3, 4, 33}, {1, 3, 15}, "Ubuntu 24.04, RHEL 10"_L1},
        {{2, 40}, {3, 4, 33}, {1, 3, 15}, "Fedora 41"_L1},
        {{2, 41}, {3, 4, 33}, {1, 3, 15}, "Debian 13, Ubuntu 25.04"_L1},
        {{2, 42}, {3, 4, 34}, {1, 3, 16}, "Fedora 43, Ubuntu 25.10"_L1},
    }};
    return table;
}

} // namespace

QVersionNumber parseVersion(const QString &text)
{
    qsizetype end = 0;
    const QVersionNumber number = QVersionNumber::fromString(text, &end);
    return end == text.size() ? number.normalized() : QVersionNumber();
}

std::optional<SymbolVersion> parseSymbolVersion(const QString &name)
{
    if (name == "GLIBC_ABI_DT_RELR"_L1)
        return SymbolVersion{u"GLIBC"_s, {2, 36}};
    const qsizetype underscore = name.lastIndexOf(u'_');
    if (underscore <= 0)
        return std::nullopt;
    const QVersionNumber number = parseVersion(name.sliced(underscore + 1));
    if (number.isNull())
        return std::nullopt;
    return SymbolVersion{name.first(underscore), number};
}

std::optional<CxxRuntime> cxxRuntimeWith(const QVersionNumber &glibc)
{
    const auto after = std::ranges::find_if(releases(), [&](const Release &release) { return release.glibc > glibc; });
    if (after == releases().begin())
        return std::nullopt;
    const Release &release = *(after - 1);
    return CxxRuntime{release.glibcxx, release.cxxabi};
}

QString firstDistributionWith(const SymbolVersion &version)
{
    const auto offers = [&](const Release &release) {
        if (version.family == "GLIBC"_L1)
            return release.glibc >= version.number;
        if (version.family == "GLIBCXX"_L1)
            return release.glibcxx >= version.number;
        return version.family == "CXXABI"_L1 && release.cxxabi >= version.number;
    };
    const auto first = std::ranges::find_if(releases(), offers);
    return first == releases().end() ? QString() : QString(first->names);
}

} // namespace unmoor
