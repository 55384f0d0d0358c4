// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintext.h"

#include <QTextDocument>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace unmoor {

QString toolTipText(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

void showToolTip(const QPoint &globalPosition, const QString &text, QWidget *widget, const QRect &area)
{
    QToolTip::showText(globalPosition, toolTipText(text), widget, area);
}

QString buttonLabel(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace unmoor
