// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace unmoor {

/// A date as it stands in a heading: "2026-06-24", "June 24, 2026", "24 Jun 2026".
struct WrittenDate
{
    QDate date;
    qsizetype at = 0;
    qsizetype length = 0;
};

/// The first date in \a text.
std::optional<WrittenDate> findDate(const QString &text);

/// The same beside \a version, which may look like a date itself: "2026.11.1 (2026-11-20)".
std::optional<WrittenDate> findDateBeside(const QString &version, QString text);

/// \a date written the way \a example is: the same order, separators and length of the month's name.
QString writtenLike(const QString &example, QDate date);

} // namespace unmoor
