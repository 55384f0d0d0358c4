// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archivescan.h"
#include "app/archive/checksettings.h"
#include "app/archive/layoutreport.h"
#include "app/portability/portability.h"

#include <QJsonObject>
#include <optional>

namespace unmoor {

/// Everything that is known of one archive.
struct Inspection
{
    ArchiveContents contents;
    LayoutReport report; ///< every finding, those about programs too, with the project's severities
    QMap<QString, QList<ResolutionStep>> chains; ///< see PortabilityReport; by the path of the entry
    QList<Finding> unsettled; ///< the report's findings before the project's settings

    bool passes() const { return report.passes(); }
};

/// By what an archive is judged.
struct InspectionRules
{
    std::optional<ExpectedLayout> layout;
    std::optional<PortabilityTarget> target;
    CheckSettings checks;
    ScanLimits limits;
    LoneFiles lone = LoneFiles::Programs;

    bool operator==(const InspectionRules &) const = default;
};

/// \a inspection with the severities and acceptances of \a settings instead of those that it has.
Inspection withSettings(Inspection inspection, const CheckSettings &settings, const QString &triple);

/// Reads \a path whole and judges it by \a rules. Blocks: call it in a pool, or through an InspectionProcess.
/// Errors and \a onProgress: see scanArchive().
Result<Inspection> inspectArchive(const QString &path, const InspectionRules &rules = {}, std::stop_token stop = {},
                                  const ScanCallback &onProgress = {});

/// The files and links of \a entries, where they come to lie. \a programs: paths of those that a layout says are
/// programs.
QList<BundledFile> bundledFiles(const QList<ArchiveEntry> &entries, const QSet<QString> &programs = {});

/// The document that `unmoor inspect --json` prints. \a target is the triple, or empty.
QJsonObject inspectionToJson(const Inspection &inspection, const QString &path, const QString &target);

} // namespace unmoor
