// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/inspection.h"

namespace unmoor {

/// What passes between a process that inspects and the one that wants to know. Both are the same build of Unmoor, so
/// the bytes have no version.
struct InspectionRequest
{
    QString path;
    InspectionRules rules;
    qint64 memory = 0; ///< bytes that the process may take

    bool operator==(const InspectionRequest &) const = default;
};

QByteArray toBytes(const InspectionRequest &request);
QByteArray toBytes(const ScanProgress &progress);
QByteArray toBytes(const Result<Inspection> &outcome);

/// nullopt where \a bytes are not what toBytes() made: nothing that they say is believed, no size either.
std::optional<InspectionRequest> requestFrom(const QByteArray &bytes);
std::optional<ScanProgress> progressFrom(const QByteArray &bytes);
std::optional<Result<Inspection>> outcomeFrom(const QByteArray &bytes);

} // namespace unmoor
