// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace unmoor {

/// A moment as people say it at \a now: "today 14:34", "yesterday 9:05", "3 days ago", "19 May", "19 May 2024".
QString whenText(const QDateTime &moment, const QDateTime &now);

/// As whenText(), but closer for what was just now: "just now", "4 min ago".
QString agoText(const QDateTime &moment, const QDateTime &now);

/// An estimate, honestly coarse: "about 40 s", "about 4 min", "about 1 h 20 min".
QString aboutText(double seconds);

/// What is left of a wait: "0:42", "12:05", "1:00:00".
QString countdownText(int seconds);
/// How old what is shown is: "just now", "12 s ago", "3 min ago", else as whenText().
QString ageText(const QDateTime &moment, const QDateTime &now);

} // namespace unmoor
