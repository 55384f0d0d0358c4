// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/outputchoice.h"

#include "app/core/words.h"
#include "app/project/outputtarget.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// How well an output's name fits a release; less is better.
enum class Fit { Release, Archive, Bundle, Platform, Default, No };

struct OutputCandidate
{
    FlakeOutput output;
    QString triple;
    Fit fit = Fit::No;
    QString why; ///< Fit::No
    QStringList words;
};

bool hasOneOf(const QStringList &words, const QStringList &wanted)
{
    return std::ranges::any_of(wanted, [&](const QString &word) { return words.contains(word); });
}

/// Why an output of this name is never shipped; empty where nothing speaks against it.
QString whyNever(const QStringList &words)
{
    static const QStringList images{u"docker"_s, u"image"_s, u"images"_s, u"oci"_s, u"container"_s};
    static const QStringList all{u"all"_s, u"platform"_s, u"platforms"_s, u"everything"_s, u"combined"_s};
    static const QStringList tools{u"notes"_s,  u"script"_s, u"scripts"_s,   u"tool"_s,   u"tools"_s,    u"publish"_s,
                                   u"upload"_s, u"bump"_s,   u"changelog"_s, u"update"_s, u"checksums"_s};
    static const QStringList development{u"dev"_s,    u"debug"_s,    u"test"_s,     u"tests"_s,  u"check"_s,
                                         u"checks"_s, u"docs"_s,     u"doc"_s,      u"man"_s,    u"deps"_s,
                                         u"vendor"_s, u"coverage"_s, u"fmt"_s,      u"format"_s, u"lint"_s,
                                         u"shell"_s,  u"bench"_s,    u"clippy"_s,   u"src"_s,    u"source"_s,
                                         u"cache"_s,  u"cargo"_s,    u"devshell"_s, u"devenv"_s, u"unwrapped"_s};
    if (hasOneOf(words, images))
        return Words::tr("a container image");
    if (hasOneOf(words, all))
        return Words::tr("it holds several platforms");
    if (hasOneOf(words, tools))
        return Words::tr("a tool for making releases");
    return hasOneOf(words, development) ? Words::tr("for development") : QString();
}

Fit fitOfWords(const QStringList &words)
{
    static const QStringList release{u"release"_s, u"releases"_s};
    static const QStringList archive{u"dist"_s,    u"distribution"_s, u"archive"_s,   u"archives"_s,
                                     u"tarball"_s, u"artifact"_s,     u"artifacts"_s, u"zip"_s};
    static const QStringList bundle{u"bundle"_s, u"bundled"_s, u"appimage"_s, u"deb"_s, u"rpm"_s, u"portable"_s};
    return hasOneOf(words, release) ? Fit::Release
        : hasOneOf(words, archive)  ? Fit::Archive
        : hasOneOf(words, bundle)   ? Fit::Bundle
                                    : Fit::No;
}

OutputCandidate candidateOf(const FlakeOutput &output, const QStringList &projectWords)
{
    OutputCandidate candidate{.output = output,
                              .triple = tripleOfOutput(output.system, output.output, output.name),
                              .words = wordsOfName(output.output)};
    QStringList ownWords = candidate.words;
    ownWords.removeIf([&](const QString &word) { return projectWords.contains(word); });
    candidate.why = whyNever(ownWords);
    if (!candidate.why.isEmpty())
        return candidate;
    if (candidate.triple.isEmpty()) {
        candidate.why = Words::tr("its name does not say for which one platform it is");
        return candidate;
    }
    candidate.fit = fitOfWords(candidate.words);
    if (candidate.fit != Fit::No)
        return candidate;
    const bool saysPlatform = candidate.triple != tripleOfOutput(output.system, u"x"_s)
        || tripleOfOutput(u"x86_64-linux"_s, output.output) == tripleOfOutput(u"aarch64-darwin"_s, output.output);
    candidate.fit = saysPlatform ? Fit::Platform : output.output == "default"_L1 ? Fit::Default : Fit::No;
    if (candidate.fit == Fit::No)
        candidate.why = Words::tr("not called a release");
    return candidate;
}

/// An output is best built where it is at home.
int homeDistance(const OutputCandidate &candidate)
{
    static const QStringList order{u"x86_64-linux"_s, u"aarch64-linux"_s};
    const bool isHome = candidate.triple == tripleOfOutput(candidate.output.system, u"x"_s);
    return isHome ? 0 : order.contains(candidate.output.system) ? 1 + int(order.indexOf(candidate.output.system)) : 9;
}

bool isBetter(const OutputCandidate &a, const OutputCandidate &b, const QString &project)
{
    const auto key = [&](const OutputCandidate &candidate) {
        return std::tuple(candidate.fit, homeDistance(candidate),
                          !candidate.output.output.contains(project, Qt::CaseInsensitive), candidate.words.size(),
                          candidate.output.output);
    };
    return key(a) < key(b);
}

} // namespace

bool isReleaseName(const QString &output)
{
    const QStringList words = wordsOfName(output);
    return fitOfWords(words) != Fit::No && whyNever(words).isEmpty();
}

OutputChoice chooseOutputs(const QList<FlakeOutput> &outputs, const QString &project)
{
    QList<OutputCandidate> candidates;
    for (const FlakeOutput &output : outputs)
        candidates.append(candidateOf(output, wordsOfName(project)));
    const bool hasReleases =
        std::ranges::any_of(candidates, [](const OutputCandidate &candidate) { return candidate.fit <= Fit::Bundle; });
    QMap<QString, OutputCandidate> best;
    for (OutputCandidate &candidate : candidates) {
        if (hasReleases && candidate.fit != Fit::No && candidate.fit > Fit::Bundle) {
            candidate.fit = Fit::No;
            candidate.why = Words::tr("not called a release, as others are");
        }
        const auto other = best.constFind(candidate.triple);
        if (candidate.fit != Fit::No && (other == best.constEnd() || isBetter(candidate, *other, project)))
            best.insert(candidate.triple, candidate);
    }
    OutputChoice choice;
    for (const OutputCandidate &candidate : std::as_const(candidates)) {
        const auto taken = best.constFind(candidate.triple);
        if (candidate.fit != Fit::No && taken->output == candidate.output)
            choice.targets.append({candidate.output, candidate.triple, {}});
        else
            choice.leftOut.append({candidate.output, candidate.triple,
                                   candidate.fit == Fit::No
                                       ? candidate.why
                                       : Words::tr("%1 is for the same platform").arg(taken->output.output)});
    }
    return choice;
}

} // namespace unmoor
