// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/nixevent.h"

#include "app/nix/loglinescanner.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

NixEvent textEvent(QByteArrayView line)
{
    // ssh ends its lines with CR LF.
    while (line.endsWith('\r'))
        line.chop(1);
    return {.action = NixEvent::Action::Text, .text = QString::fromUtf8(line)};
}

NixEvent::Action actionOf(const QString &name)
{
    if (name == "start"_L1)
        return NixEvent::Action::Start;
    if (name == "stop"_L1)
        return NixEvent::Action::Stop;
    if (name == "result"_L1)
        return NixEvent::Action::Result;
    return name == "msg"_L1 ? NixEvent::Action::Message : NixEvent::Action::Unknown;
}

bool carriesOneText(int resultType)
{
    return resultType == NixEvent::LogLine || resultType == NixEvent::PostBuildLogLine
        || resultType == NixEvent::SetPhase;
}

void readResult(NixEvent &event)
{
    if (!carriesOneText(event.type) || event.fields.size() != 1)
        return;
    event.text = event.fields.first().toString();
    event.fields = {};
}

void readMessage(NixEvent &event, const QJsonObject &object)
{
    event.text = object["msg"_L1].toString();
    event.rawMessage = object["raw_msg"_L1].toString();
    event.file = object["file"_L1].toString();
    event.line = object["line"_L1].toInt();
    event.column = object["column"_L1].toInt();
}

NixEvent eventOf(const QJsonObject &object)
{
    NixEvent event;
    event.action = actionOf(object["action"_L1].toString());
    event.id = quint64(object["id"_L1].toInteger());
    event.parent = quint64(object["parent"_L1].toInteger());
    event.type = object["type"_L1].toInt();
    event.level = object["level"_L1].toInt();
    event.text = object["text"_L1].toString();
    event.fields = object["fields"_L1].toArray();
    if (event.action == NixEvent::Action::Result)
        readResult(event);
    else if (event.action == NixEvent::Action::Message)
        readMessage(event, object);
    return event;
}

} // namespace

NixEvent parseNixLine(QByteArrayView line)
{
    if (!line.startsWith(nixRecordPrefix))
        return textEvent(line);
    const QByteArrayView json = line.sliced(nixRecordPrefix.size());
    if (const auto scanned = scanLogLine(json))
        return {.action = NixEvent::Action::Result,
                .id = scanned->id,
                .type = NixEvent::LogLine,
                .text = unescapedJson(scanned->text)};
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
    return document.isObject() ? eventOf(document.object()) : textEvent(line);
}

} // namespace unmoor
