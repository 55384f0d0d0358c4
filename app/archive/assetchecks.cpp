// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/assetchecks.h"

#include "app/archive/lonefile.h"
#include "app/core/words.h"

#include <QFileInfo>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// The format that a file called \a name should have: "tar.xz", "zip", …; ".gz" for whatever is packed so; empty where
/// the name promises nothing.
QString promisedFormat(const QString &name)
{
    static const QSet<QString> zips{u"zip"_s,  u"jar"_s, u"war"_s, u"whl"_s, u"nupkg"_s,
                                    u"vsix"_s, u"xpi"_s, u"apk"_s, u"aab"_s};
    static const QMap<QString, QString> shortNames{
        {u"tgz"_s, u"tar.gz"_s},   {u"txz"_s, u"tar.xz"_s},       {u"tbz"_s, u"tar.bz2"_s}, {u"tbz2"_s, u"tar.bz2"_s},
        {u"tzst"_s, u"tar.zst"_s}, {u"tar"_s, u"tar"_s},          {u"7z"_s, u"7z"_s},       {u"deb"_s, u"deb"_s},
        {u"rpm"_s, u"rpm"_s},      {u"appimage"_s, u"AppImage"_s}};
    static const QSet<QString> compressions{u"gz"_s, u"xz"_s, u"bz2"_s, u"zst"_s, u"lz4"_s, u"lz"_s, u"lzma"_s, u"z"_s};
    const QString lower = name.toLower();
    const QString suffix = lower.section(u'.', -1);
    if (!lower.contains(u'.'))
        return {};
    if (zips.contains(suffix))
        return u"zip"_s;
    if (compressions.contains(suffix))
        return lower.section(u'.', -2, -2) == "tar"_L1 ? u"tar."_s + suffix : u'.' + suffix;
    return shortNames.value(suffix);
}

bool isPackage(const ArchiveContents &contents)
{
    return contents.format == "deb"_L1 || contents.format == "rpm"_L1;
}

/// Where the system's own folders are: a package may link to what another one installs there.
bool isLinkIntoTheSystem(const ArchiveContents &contents, const QString &path)
{
    const auto entry = std::ranges::find(contents.entries, path, &ArchiveEntry::path);
    return entry != contents.entries.end() && entry->link.startsWith(u'/') && !entry->link.startsWith("/nix/"_L1);
}

bool comesFromElsewhere(const ArchiveContents &contents, const Finding &finding)
{
    static const QSet<QString> codes{u"needed-unresolved"_s, u"library-unreachable"_s, u"library-unused"_s,
                                     u"symlink-dangling"_s};
    return codes.contains(finding.code)
        || (finding.code == "symlink-escapes"_L1 && isLinkIntoTheSystem(contents, finding.path));
}

bool isAboutTheStarter(const Finding &finding)
{
    static const QSet<QString> codes{u"needed-unresolved"_s, u"weak-hardening"_s, u"not-stripped"_s,
                                     u"store-path-in-data"_s};
    return codes.contains(finding.code);
}

Finding notJudged(Severity severity, const ArchiveContents &contents, const QString &message, const QString &hint)
{
    return {severity, u"not-judged"_s, contents.fileName, message, hint};
}

} // namespace

QList<Finding> checkExtension(const ArchiveContents &contents)
{
    const QString promised = promisedFormat(contents.fileName);
    const bool keeps = promised.isEmpty() || contents.format.compare(promised, Qt::CaseInsensitive) == 0
        || (promised.startsWith(u'.') && contents.format.endsWith(promised, Qt::CaseInsensitive));
    if (keeps || !contents.isWhole())
        return {};
    return {{Severity::Error, u"wrong-extension"_s, contents.fileName,
             Words::tr("%1 is called like a %2 file, but its content is of another kind: %3. Programs that go by the "
                       "name cannot open it.")
                 .arg(contents.fileName, promised.startsWith(u'.') ? promised.sliced(1) : promised, contents.format),
             Words::tr("Pack it as its name says, or name it after what it is.")}};
}

void settleByKind(const ArchiveContents &contents, QList<Finding> &findings)
{
    // What it is, is said below.
    if (contents.isLone)
        findings.removeIf([](const Finding &finding) { return finding.code == "nested-archive"_L1; });
    const QString base = contents.isLone ? contents.format.section(u'.', 0, 0) : contents.format;
    if (isPackage(contents)) {
        const bool hasLibraries = std::ranges::any_of(
            findings, [](const Finding &finding) { return finding.code == "needed-unresolved"_L1; });
        findings.removeIf([&](const Finding &finding) { return comesFromElsewhere(contents, finding); });
        if (hasLibraries)
            findings.append(notJudged(
                Severity::Info, contents,
                Words::tr("Some libraries that its programs need are not in this package. Whether the packages "
                          "that it depends on bring them was not judged."),
                Words::tr("Install it once on a fresh system: apt or dnf says what is missing.")));
    } else if (base == "AppImage"_L1) {
        findings.removeIf(isAboutTheStarter);
        findings.append(notJudged(Severity::Info, contents,
                                  Words::tr("Only the program that starts this AppImage was judged: what its image "
                                            "holds was not read."),
                                  Words::tr("Unpack it with --appimage-extract where you want to look inside, and "
                                            "inspect an archive of that.")));
    } else if (contents.isLone && isOpaque(base)) {
        findings.append(notJudged(Severity::Warning, contents,
                                  Words::tr("%1 is a %2 file, of which Unmoor reads nothing: only its size and its "
                                            "checksum are known.")
                                      .arg(contents.fileName, base),
                                  Words::tr("Try it on a machine of the kind that it is for.")));
    }
}

Finding noTargetFinding(const ArchiveContents &contents)
{
    return notJudged(
        Severity::Info, contents,
        Words::tr(
            "No target was given, and the name %1 tells none. Whether what is inside is made for the right system "
            "and processor, and what only that system asks for, was not judged.")
            .arg(contents.fileName),
        Words::tr("Say which it is: --target x86_64-unknown-linux-gnu."));
}

Finding noProcessorFinding(const ArchiveContents &contents, const QString &triple)
{
    return notJudged(
        Severity::Info, contents,
        Words::tr("The name %1 tells the system (%2), and no processor. Whether what is inside is made for "
                  "the right processor was not judged.")
            .arg(contents.fileName, triple),
        Words::tr("Say which it is: --target x86_64-unknown-linux-gnu."));
}

} // namespace unmoor
