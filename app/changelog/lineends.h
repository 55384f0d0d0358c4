// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace unmoor {

/// The line end that most lines of \a bytes have; "\n" for a file without any.
QByteArray usualLineEnd(const QByteArray &bytes);

/// The lines of \a text without their ends, blank ones at both ends cut.
QStringList wordLines(QString text);

} // namespace unmoor
