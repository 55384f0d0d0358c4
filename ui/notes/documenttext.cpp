// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/documenttext.h"

namespace unmoor {

namespace {

constexpr QChar blockEnd = QChar::ParagraphSeparator;

struct StandIn
{
    QChar own;
    QChar shown;
};

constexpr StandIn standIns[] = {
    {blockEnd, QChar(0xFDD2)}, {QChar(0xFDD0), QChar(0xFDD3)}, {QChar(0xFDD1), QChar(0xFDD4)}};

} // namespace

QString toDocument(QString text)
{
    for (const StandIn &standIn : standIns)
        text.replace(standIn.own, standIn.shown);
    return text.replace(u'\n', blockEnd);
}

QString fromDocument(QString raw)
{
    raw.replace(blockEnd, u'\n');
    for (const StandIn &standIn : standIns)
        raw.replace(standIn.shown, standIn.own);
    return raw;
}

} // namespace unmoor
