// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace unmoor {

struct ScannedLogLine
{
    quint64 id = 0;
    QString text;
};

/// Reads `{"action":"result","fields":["TEXT"],"id":N,"type":101}` in exactly the form in which Nix writes it, several
/// times faster than a JSON parser: nearly every record of a long build has it. Nothing for any other form, which the
/// JSON parser then reads.
std::optional<ScannedLogLine> scanLogLine(QByteArrayView json);

} // namespace unmoor
