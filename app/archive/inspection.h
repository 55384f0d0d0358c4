// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivescan.h"
#include "archive/layoutreport.h"

#include <QJsonObject>

namespace unmoor {

/// Everything that is known of one archive.
struct Inspection
{
    ArchiveContents contents;
    LayoutReport report;

    bool passes() const { return report.passes(); }
};

/// The document that `unmoor inspect --json` prints. \a target is the triple, or empty.
QJsonObject inspectionToJson(const Inspection &inspection, const QString &path, const QString &target);

} // namespace unmoor
