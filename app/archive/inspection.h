// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/layoutreport.h"

namespace unmoor {

/// An archive, read and judged.
struct Inspection
{
    ArchiveContents contents;
    LayoutReport report;

    bool passes() const { return report.passes(); }
};

} // namespace unmoor
