// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivescan.h"
#include "archive/checksettings.h"
#include "archive/layoutreport.h"
#include "binary/portability.h"

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

    bool operator==(const InspectionRules &) const = default;
};

/// \a inspection with the severities and acceptances of \a settings instead of those that it has.
Inspection withSettings(Inspection inspection, const CheckSettings &settings, const QString &triple);

/// Reads \a path whole and judges it by \a rules. Blocks: call it in a pool, or through an InspectionProcess.
/// Errors and \a onProgress: see scanArchive().
Result<Inspection> inspectArchive(const QString &path, const InspectionRules &rules = {}, std::stop_token stop = {},
                                  const ScanCallback &onProgress = {});

/// The files and links of \a entries, where they come to lie.
QList<BundledFile> bundledFiles(const QList<ArchiveEntry> &entries);

/// The document that `unmoor inspect --json` prints. \a target is the triple, or empty.
QJsonObject inspectionToJson(const Inspection &inspection, const QString &path, const QString &target);

} // namespace unmoor
