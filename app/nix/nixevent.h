// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonArray>
#include <QString>

namespace unmoor {

/// What a line of the stream that is a record begins with.
inline constexpr QByteArrayView nixRecordPrefix("@nix ");

/// One line of `nix --log-format internal-json` on standard error.
struct NixEvent
{
    enum class Action {
        Start,
        Stop,
        Result,
        Message, ///< "msg"
        Text, ///< a line that is not "@nix {…}": ssh's own words, or a line cut short by a kill
        Unknown, ///< an action of a newer Nix: kept, never fatal
    };

    /// Activity types (start) that have a meaning here; others keep their number.
    enum ActivityType {
        CopyPath = 100,
        FileTransfer = 101,
        Realise = 102,
        CopyPaths = 103,
        Builds = 104,
        Build = 105,
        Substitute = 108,
        QueryPathInfo = 109,
        PostBuildHook = 110,
        BuildWaiting = 111,
        FetchTree = 112,
    };
    /// Result types.
    enum ResultType { LogLine = 101, SetPhase = 104, Progress = 105, SetExpected = 106, PostBuildLogLine = 107 };

    Action action = Action::Unknown;
    quint64 id = 0; ///< can exceed 2^53
    quint64 parent = 0;
    int type = 0;
    int level = 0; ///< 0 error, 1 warning, 3 info, 4+ talkative
    /// start: its text; msg: the message with its escape codes; result LogLine and PostBuildLogLine: the line;
    /// SetPhase: the phase; Text: the line.
    QString text;
    QString rawMessage; ///< msg of an error: raw_msg
    QString file; ///< msg: position, where Nix gives one
    int line = 0;
    int column = 0;
    QJsonArray fields; ///< empty where the one field is in text

    bool operator==(const NixEvent &) const = default;
};

/// Parses one line without its line end. Never fails: what is not understood comes as Text or Unknown.
NixEvent parseNixLine(QByteArrayView line);

} // namespace unmoor
