// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivescan.h"
#include "archive/layoutreport.h"

#include <QJsonObject>
#include <optional>

namespace unmoor {

/// Everything that is known of one archive.
struct Inspection
{
    ArchiveContents contents;
    LayoutReport report;

    bool passes() const { return report.passes(); }
};

/// Reads \a path whole and judges it against \a layout, if there is one. Blocks: call it through QtConcurrent.
/// Errors and \a onEntries: see scanArchive().
Result<Inspection> inspectArchive(const QString &path, const std::optional<ExpectedLayout> &layout,
                                  std::stop_token stop = {}, const EntriesCallback &onEntries = {});

/// The document that `unmoor inspect --json` prints. \a target is the triple, or empty.
QJsonObject inspectionToJson(const Inspection &inspection, const QString &path, const QString &target);

} // namespace unmoor
