// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QLayout;
class QPushButton;

namespace unmoor {

/// What a part of the settings is called, a word about it, and what can be done there.
QLayout *pageHead(const QString &title, const QString &about, const QList<QPushButton *> &buttons = {});

} // namespace unmoor
