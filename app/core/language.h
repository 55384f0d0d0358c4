// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// The language of what people read: "de", "en", … It is, in this order, that of the variable UNMOOR_LANGUAGE, the one
/// that was chosen on this machine (\a chosen; empty: none was), or the system's.
QString spokenLanguage(const QString &chosen = {});

/// Has all texts of Words::tr() and tr() in \a language from now on, and Qt's own, where the language is known; English
/// otherwise. Needs an application. What was translated before stays as it is.
void speak(const QString &language);
/// The same, and an Unmoor that this process starts speaks it, too.
void speakFromNowOn(const QString &language);

/// The language that documents for scripts are in.
inline constexpr auto scriptLanguage = "en";

} // namespace unmoor
