// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/writtendate.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

int monthNumber(const QString &name)
{
    static const QString months = u"janfebmaraprmayjunjulaugsepoctnovdec"_s;
    return int(months.indexOf(name.left(3).toLower())) / 3 + 1;
}

QDate dateOf(const QRegularExpressionMatch &match)
{
    const QString name = match.captured(u"name"_s);
    const int month = name.isEmpty() ? match.captured(u"m"_s).toInt() : monthNumber(name);
    return {match.captured(u"y"_s).toInt(), month, match.captured(u"d"_s).toInt()};
}

QRegularExpressionMatch matchOf(const QString &text)
{
    static const QString month = u"(?<name>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?"_s;
    static const QRegularExpression forms[] = {
        QRegularExpression(uR"(\b(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})\b)"_s),
        QRegularExpression(uR"(\b(?<d>\d{1,2})(?<th>st|nd|rd|th)?[ -](?:of )?%1[ -,]+(?<y>\d{4})\b)"_s.arg(month),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(uR"(\b%1 (?<d>\d{1,2})(?<th>st|nd|rd|th)?,? (?<y>\d{4})\b)"_s.arg(month),
                           QRegularExpression::CaseInsensitiveOption),
    };
    for (const QRegularExpression &form : forms) {
        const QRegularExpressionMatch match = form.match(text);
        if (match.hasMatch() && dateOf(match).isValid())
            return match;
    }
    return {};
}

QString ordinalEnd(int day)
{
    if (day / 10 == 1)
        return u"th"_s;
    return day % 10 == 1 ? u"st"_s : day % 10 == 2 ? u"nd"_s : day % 10 == 3 ? u"rd"_s : u"th"_s;
}

/// Whether one-digit numbers get a zero: the month of numbers tells, else the day itself.
bool padsNumbers(const QRegularExpressionMatch &match)
{
    const bool isNumeric = match.hasCaptured(u"m"_s);
    return isNumeric ? match.capturedLength(u"m"_s) == 2 : match.captured(u"d"_s).startsWith(u'0');
}

QString padded(int number, bool pads)
{
    return QString::number(number).rightJustified(pads ? 2 : 1, u'0');
}

/// "Jun", "June", or "JUNE".
QString monthLike(const QString &example, int month)
{
    const bool isShort = example.size() == 3 && example.compare(u"may"_s, Qt::CaseInsensitive) != 0;
    QString name = QLocale::c().monthName(month, isShort ? QLocale::ShortFormat : QLocale::LongFormat);
    return example == example.toUpper() ? name.toUpper() : example == example.toLower() ? name.toLower() : name;
}

} // namespace

std::optional<WrittenDate> findDate(const QString &text)
{
    const QRegularExpressionMatch match = matchOf(text);
    if (!match.hasMatch())
        return std::nullopt;
    return WrittenDate{dateOf(match), match.capturedStart(), match.capturedLength()};
}

std::optional<WrittenDate> findDateBeside(const QString &version, QString text)
{
    if (const qsizetype at = text.indexOf(version); at >= 0)
        text.replace(at, version.size(), QString(version.size(), u' '));
    return findDate(text);
}

QString writtenLike(const QString &example, QDate date)
{
    const QRegularExpressionMatch match = matchOf(example);
    if (!match.hasMatch())
        return date.toString(Qt::ISODate);
    struct Part
    {
        QString group;
        QString text;
    };
    const QString name = match.captured(u"name"_s);
    const QList<Part> parts{
        {u"y"_s, QString::number(date.year())},
        {u"m"_s, padded(date.month(), padsNumbers(match))},
        {u"name"_s, name.isEmpty() ? QString() : monthLike(name, date.month())},
        {u"d"_s, padded(date.day(), padsNumbers(match))},
        {u"th"_s, ordinalEnd(date.day())},
    };
    QMap<qsizetype, Part> byPlace;
    for (const Part &part : parts) {
        if (match.hasCaptured(part.group) && match.capturedLength(part.group) > 0)
            byPlace.insert(match.capturedStart(part.group), part);
    }
    QString written;
    qsizetype at = match.capturedStart();
    for (const auto &[start, part] : byPlace.asKeyValueRange()) {
        written += example.sliced(at, start - at) + part.text;
        at = match.capturedEnd(part.group);
    }
    return written + example.sliced(at, match.capturedEnd() - at);
}

} // namespace unmoor
