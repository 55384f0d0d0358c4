// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace unmoor {

/// The record of what a builder wrote.
struct ScannedLogLine
{
    quint64 id = 0;
    QByteArrayView text; ///< as it stands in the record, see unescapedJson()
    int lines = 1; ///< more where the text holds line breaks
};

/// Reads `{"action":"result","fields":["TEXT"],"id":N,"type":101}` in exactly the form in which Nix writes it, many
/// times faster than a JSON parser: nearly every record of a long build has it. Nothing for any other form, which the
/// JSON parser then reads.
std::optional<ScannedLogLine> scanLogLine(QByteArrayView json);

/// What \a text, the well-formed inside of a JSON string, stands for.
QString unescapedJson(QByteArrayView text);

} // namespace unmoor
