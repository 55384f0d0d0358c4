// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace unmoor {

/// Whether \a text begins with "#!" and the name of a shell that speaks sh.
bool isShellScript(QByteArrayView text);

// Two characters that stand for what a script knows only when it runs. They are taken out of the text first.
inline constexpr QChar rootMark(0xE000); // the absolute path of the folder that the archive was unpacked to
inline constexpr QChar unknownMark(0xE001);

/// May stand in the name of a variable.
bool isNameCharacter(QChar c);

/// Variables that a user's own environment may hold; a launcher is judged by one in which they are not set.
bool isInherited(const QString &name);

/// A word of which nothing is known.
QString unknown();

/// "/x/../y" and the like, without "." and "..".
QString normalized(const QString &path);

/// The folder of \a path; of a bare name the current one.
QString parentOf(const QString &path);

/// The path in the archive that an expanded word names absolutely; nullopt where it names none, or is not known.
std::optional<QString> shellPath(const QString &word);

/// Whether a part of an expanded word depends on what only the running machine knows.
bool isUnknown(const QString &word);

} // namespace unmoor
