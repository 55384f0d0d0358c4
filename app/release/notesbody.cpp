// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/notesbody.h"

#include "app/changelog/lineends.h"
#include "app/changelog/versionorder.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/project/tagtemplate.h"
#include "app/project/targettriple.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Readers never see it; it tells a person's words from Unmoor's when the body comes back from the host.
QString marker()
{
    return u"<!-- What follows is written by Unmoor, as unmoor.toml asks. -->"_s;
}

QString urlPart(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s).replace(u'\n', u' ');
}

QString fileLink(const NotesTarget &target, const NotesFacts &facts)
{
    if (facts.webUrl.isEmpty())
        return u'`' + target.fileName + u'`';
    return u"[%1](%2/releases/download/%3/%4)"_s.arg(cell(target.fileName), facts.webUrl, urlPart(facts.tag),
                                                     urlPart(target.fileName));
}

QString downloads(const NotesFacts &facts)
{
    QStringList rows;
    for (const NotesTarget &target : facts.targets) {
        if (!target.fileName.isEmpty())
            rows.append(u"| %1 | %2 | %3 | `%4` |"_s.arg(cell(target.label), fileLink(target, facts),
                                                         formatBytes(target.bytes),
                                                         QString::fromLatin1(target.sha256)));
    }
    if (rows.isEmpty())
        return {};
    return u"## Downloads\n\n| For | File | Size | SHA-256 |\n| --- | --- | ---: | --- |\n"_s + rows.join(u'\n');
}

QString install(const NotesSettings &settings, const NotesFacts &facts)
{
    const QString text =
        expandTemplate(settings.install, {.name = facts.name, .version = facts.version, .tag = facts.tag});
    return u"## Install\n\n"_s + wordLines(text).join(u'\n');
}

/// What users must know because of what was found in an archive.
QStringList findingNotices(const NotesTarget &target)
{
    QStringList notices;
    if (target.codes.contains(u"macho-adhoc"_s) || target.codes.contains(u"macho-unsigned"_s))
        notices.append(
            u"the programs are not signed by a developer that Apple knows, so macOS refuses a downloaded copy. "
            "After unpacking, clear the mark of the download: `xattr -dr com.apple.quarantine FOLDER`"_s);
    if (target.codes.contains(u"pe-vc-runtime"_s))
        notices.append(u"the programs need Microsoft's Visual C++ runtime"_s);
    return notices;
}

QString notices(const NotesFacts &facts)
{
    QStringList lines;
    for (const NotesTarget &target : facts.targets) {
        const QString label = u"**%1**: "_s.arg(target.label);
        if (target.fileName.isEmpty()) {
            if (!target.leftOutReason.isEmpty())
                lines.append(u"- %1no archive: %2"_s.arg(label, target.leftOutReason));
            continue;
        }
        for (const QString &notice : findingNotices(target))
            lines.append(u"- %1%2."_s.arg(label, notice));
        if (!target.notice.isEmpty())
            lines.append(u"- %1%2"_s.arg(label, wordLines(target.notice).join(u' ')));
    }
    return lines.isEmpty() ? QString() : u"## Good to know\n\n"_s + lines.join(u'\n');
}

QString compare(const NotesFacts &facts)
{
    if (facts.webUrl.isEmpty() || facts.previousTag.isEmpty())
        return {};
    return u"**All changes**: [%1...%2](%3/compare/%4...%5)"_s.arg(facts.previousTag, facts.tag, facts.webUrl,
                                                                   urlPart(facts.previousTag), urlPart(facts.tag));
}

QString block(const QString &name, const NotesSettings &settings, const NotesFacts &facts)
{
    if (name == u"downloads")
        return downloads(facts);
    if (name == u"install")
        return install(settings, facts);
    return name == u"notices" ? notices(facts) : compare(facts);
}

/// Whether a text says that Macs with Intel processors run programs for Apple silicon.
bool claimsRosettaForIntel(const QString &text)
{
    static const QRegularExpression claim(
        uR"(\bintel(-based)? (macs?|macbooks?|machines?|users?)\b[^.\n]{0,120})"
        uR"(\b(rosetta|run[^.\n]{0,40}(apple silicon|arm64|aarch64))|)"
        uR"(\brosetta( 2)?\b[^.\n]{0,60}\b(for|on) intel (macs?|macbooks?|machines?|users?)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression denial(uR"(\b(not|no|never|cannot|can't|doesn't|don't)\b)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = claim.match(text);
    return match.hasMatch() && !denial.match(match.captured()).hasMatch();
}

/// Whether no archive of this release holds a program that an Intel Mac runs, though one is for macOS.
bool hasOnlyArmMacs(const NotesFacts &facts)
{
    bool hasMac = false;
    for (const NotesTarget &target : facts.targets) {
        const auto triple = TargetTriple::parse(target.triple);
        if (!triple || triple->os() != TargetTriple::Os::MacOs || target.fileName.isEmpty())
            continue;
        hasMac = true;
        if (target.architectures.contains(u"x86_64") || triple->arch == u"x86_64")
            return false;
    }
    return hasMac;
}

NotesProblem rosetta(const QString &file, int line, const QString &where)
{
    return {
        {Severity::Warning, u"claim-rosetta"_s, file,
         where.isEmpty()
             ? Words::tr("The text says that Intel Macs run the Apple silicon programs, but they do not.")
             : Words::tr("%1 says that Intel Macs run the Apple silicon programs, but they do not.").arg(where),
         Words::tr("Rosetta 2 translates Intel programs on Apple silicon, not the other way, and no archive of this "
                   "release holds a program for Intel Macs. Say so, or ship one.")},
        line};
}

} // namespace

QString notesBody(const QString &section, const NotesSettings &settings, const NotesFacts &facts)
{
    QStringList blocks;
    for (const QString &name : settings.blocks) {
        if (const QString text = block(name, settings, facts); !text.isEmpty())
            blocks.append(text);
    }
    if (blocks.isEmpty())
        return section;
    return section + u"\n\n"_s + marker() + u"\n\n"_s + blocks.join(u"\n\n"_s);
}

QString writtenPart(const QString &body)
{
    const QString text = QString(body).replace(u"\r\n"_s, u"\n"_s);
    const qsizetype at = text.indexOf(marker());
    return wordLines(at < 0 ? text : text.first(at)).join(u'\n');
}

QList<NotesProblem> claimProblems(const QString &section, int firstLine, const QString &fileName,
                                  const NotesFacts &facts)
{
    QList<NotesProblem> problems;
    if (!hasOnlyArmMacs(facts))
        return problems;
    int line = firstLine;
    for (const QString &text : section.split(u'\n')) {
        if (claimsRosettaForIntel(text))
            problems.append(rosetta(fileName, line, {}));
        ++line;
    }
    for (const NotesTarget &target : facts.targets) {
        if (claimsRosettaForIntel(target.leftOutReason) || claimsRosettaForIntel(target.notice))
            problems.append(rosetta(u"unmoor.toml"_s, 0, Words::tr("The text for %1").arg(target.triple)));
    }
    return problems;
}

bool makesClaims(const QString &section, const ReleaseManifest &manifest)
{
    return std::ranges::any_of(section.split(u'\n'), claimsRosettaForIntel)
        || std::ranges::any_of(manifest.targets, [](const ManifestTarget &target) {
               return claimsRosettaForIntel(target.dropped) || claimsRosettaForIntel(target.notice);
           });
}

QString webUrlOf(const QUrl &apiUrl, const QString &repository)
{
    if (repository.isEmpty())
        return {};
    QUrl url = apiUrl;
    url.setPath({});
    if (apiUrl.host() == u"api.github.com")
        url.setHost(u"github.com"_s);
    return url.toString() + u'/' + repository;
}

NotesContext notesContextOf(const ReleaseManifest &manifest, const QString &directory, const QString &version,
                            const QStringList &tags, const QString &webUrl)
{
    const QDir top(directory);
    return {.version = version,
            .fileName = manifest.changelog,
            .today = QDate::currentDate(),
            .tag = TagTemplate(manifest).tagOf(version),
            .taggedVersions = taggedVersions(manifest, tags).keys(),
            .webUrl = QUrl(webUrl),
            .entriesIn = [top](const QString &folder) {
                return QDir(top.filePath(folder)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
            }};
}

ChangelogReading readingOf(const ReleaseManifest &manifest)
{
    return {.package = manifest.name, .scheme = manifest.scheme};
}

QMap<QString, QString> taggedVersions(const ReleaseManifest &manifest, const QStringList &tags)
{
    const TagTemplate form(manifest);
    QMap<QString, QString> tagged;
    for (const QString &tag : tags)
        if (const auto version = form.versionIn(tag); version && version->front().isDigit())
            tagged.insert(*version, tag);
    return tagged;
}

QString tagBefore(const QMap<QString, QString> &tagged, const QString &version, VersionScheme scheme)
{
    QString newest;
    for (const QString &other : tagged.keys()) {
        const bool counts = isEarlyVersion(version, scheme) || !isEarlyVersion(other, scheme);
        if (counts && compareVersions(other, version, scheme) < 0
            && (newest.isEmpty() || compareVersions(other, newest, scheme) > 0))
            newest = other;
    }
    return tagged.value(newest);
}

} // namespace unmoor
