// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspection.h"

#include "app/archive/assetchecks.h"
#include "app/archive/checksumfile.h"
#include "app/archive/entrychecks.h"
#include "app/archive/entrypath.h"
#include "app/archive/packagingchecks.h"
#include "app/archive/sizebreakdown.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QJsonObject toJson(const ArchiveEntry &entry)
{
    return {{u"path"_s, entry.path},
            {u"type"_s, typeName(entry.type)},
            {u"mode"_s, u"%1"_s.arg(entry.mode, 4, 8, QLatin1Char('0'))},
            {u"size"_s, entry.size},
            {u"sha256"_s, QString::fromLatin1(entry.sha256)},
            {u"link"_s, entry.link},
            {u"binary"_s, entry.binary() ? QJsonValue(toJson(*entry.binary())) : QJsonValue::Null}};
}

QJsonArray toJson(const QList<ArchiveEntry> &entries)
{
    QJsonArray array;
    for (const ArchiveEntry &entry : entries)
        array.append(toJson(entry));
    return array;
}

QJsonObject countsOf(const Inspection &inspection)
{
    const QList<Finding> &findings = inspection.report.findings;
    return {{u"files"_s,
             qint64(std::ranges::count(inspection.contents.entries, ArchiveEntry::Type::File, &ArchiveEntry::type))},
            {u"errors"_s, countOf(findings, Severity::Error)},
            {u"warnings"_s, countOf(findings, Severity::Warning)},
            {u"infos"_s, countOf(findings, Severity::Info)}};
}

/// Adds what is wrong with single entries, unless the layout has said it.
void addEntryFindings(LayoutReport &report, const ArchiveContents &contents, const PortabilityTarget *target)
{
    QSet<QPair<QString, QString>> said;
    for (const Finding &finding : std::as_const(report.findings))
        said.insert({finding.code, finding.path});
    for (const Finding &finding : checkEntries(contents, target)) {
        if (!said.contains({finding.code, finding.path}))
            report.findings.append(finding);
    }
}

/// Whether a finding about programs is about the file alone. All others are about what it lacks, which in an archive
/// that breaks off may be in the part that was not read: the library, its loader, or the launcher that leads there.
bool isAboutOneFile(const Finding &finding)
{
    static const QSet<QString> codes{u"wrong-format"_s,     u"wrong-machine"_s,      u"binary-truncated"_s,
                                     u"runpath-in-store"_s, u"runpath-unsafe"_s,     u"library-path-leaks"_s,
                                     u"not-a-program"_s,    u"link-flattened"_s,     u"lfs-pointer"_s,
                                     u"runs-from-store"_s,  u"musl-loader"_s,        u"weak-hardening"_s,
                                     u"not-stripped"_s,     u"macho-install-name"_s, u"macho-minos"_s,
                                     u"macho-unsigned"_s,   u"macho-adhoc"_s};
    return codes.contains(finding.code);
}

/// A script that runs something of the store is told once, with what it does.
QList<Finding> withoutKnownStorePaths(QList<Finding> tidiness, const QList<Finding> &portability)
{
    QSet<QString> known;
    for (const Finding &finding : portability) {
        if (finding.code == "runs-from-store"_L1)
            known.insert(finding.path);
    }
    tidiness.removeIf([&](const Finding &finding) {
        return finding.code == "store-path-in-data"_L1 && known.contains(finding.path);
    });
    return tidiness;
}

/// Messages quote names of the archive, which may hold what moves the cursor or turns the text around.
void makePrintable(QList<Finding> &findings)
{
    for (Finding &finding : findings) {
        finding.message = printable(finding.message.toUtf8());
        finding.hint = printable(finding.hint.toUtf8());
    }
}

} // namespace

QList<BundledFile> bundledFiles(const QList<ArchiveEntry> &entries, const QSet<QString> &programs)
{
    QList<BundledFile> files;
    for (const ArchiveEntry &entry : entries) {
        if (entry.type == ArchiveEntry::Type::Directory || entry.type == ArchiveEntry::Type::Special)
            continue;
        BundledFile file{.path = placedParts(entry.path).join(u'/'), .mode = entry.mode, .sha256 = entry.sha256};
        file.contentKind = entry.contentKind;
        file.isNamedProgram = programs.contains(entry.path);
        if (entry.content) {
            file.binary = entry.content->binary;
            file.text = entry.content->text;
            file.wrappedProgram = entry.content->wrappedProgram;
            file.isCompiledWrapper = entry.content->isCompiledWrapper;
        }
        if (const auto target = linkTarget(entry); entry.type != ArchiveEntry::Type::File && target)
            file.target = target->join(u'/');
        files.append(file);
    }
    return files;
}

Inspection withSettings(Inspection inspection, const CheckSettings &settings, const QString &triple)
{
    inspection.report.findings = applySettings(inspection.unsettled, settings, triple);
    return inspection;
}

Result<Inspection> inspectArchive(const QString &path, const InspectionRules &rules, std::stop_token stop,
                                  const ScanCallback &onProgress)
{
    auto contents = scanArchive(path, rules.limits, stop, onProgress, rules.lone);
    if (!contents)
        return std::unexpected(contents.error());
    LayoutReport report = checkLayout(*contents, rules.layout ? &*rules.layout : nullptr);
    const PortabilityTarget *target = rules.target ? &*rules.target : nullptr;
    PortabilityReport portability = checkPortability(bundledFiles(contents->entries, report.programs), target);
    if (!contents->isWhole())
        portability.findings.removeIf([](const Finding &finding) { return !isAboutOneFile(finding); });
    addEntryFindings(report, *contents, target);
    report.findings += checkPackaging(*contents, target, report);
    report.findings += portability.findings + withoutKnownStorePaths(checkTidiness(*contents), portability.findings)
        + checkExtension(*contents) + checkChecksumFile(path, contents->sha256);
    settleByKind(*contents, report.findings);
    makePrintable(report.findings);
    QList<Finding> unsettled = report.findings;
    return withSettings({std::move(*contents), std::move(report), std::move(portability.chains), std::move(unsettled)},
                        rules.checks, target ? target->triple : QString());
}

QJsonObject inspectionToJson(const Inspection &inspection, const QString &path, const QString &target)
{
    const ArchiveContents &contents = inspection.contents;
    return {{u"schema"_s, 1},
            {u"archive"_s, path},
            {u"format"_s, contents.format},
            {u"bytes"_s, contents.bytes},
            {u"sha256"_s, QString::fromLatin1(contents.sha256)},
            {u"target"_s, target},
            {u"verdict"_s, inspection.passes() ? u"pass"_s : u"fail"_s},
            {u"entries"_s, toJson(contents.entries)},
            {u"findings"_s, toJson(inspection.report.findings)},
            {u"counts"_s, countsOf(inspection)},
            {u"sizes"_s, toJson(breakDownSizes(contents))}};
}

} // namespace unmoor
