// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/listcontinuation.h"

#include "app/changelog/linestart.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

std::optional<ListItem> listItem(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^([ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?(.*)$)"_s);
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch() || isThematicBreak(line.trimmed().toUtf8()))
        return std::nullopt;
    const QString number = match.captured(3);
    const QString marker =
        number.isEmpty() ? match.captured(2) : QString::number(number.toLongLong() + 1) + match.captured(4);
    ListItem item{.next = match.captured(1) + marker + match.captured(5), .contentAt = match.capturedStart(7)};
    if (match.capturedLength(6) > 0)
        item.next += u"[ ] "_s;
    item.isEmpty = match.captured(7).trimmed().isEmpty();
    return item;
}

} // namespace unmoor
