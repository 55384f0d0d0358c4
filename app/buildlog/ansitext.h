// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace unmoor {

/// A color as an escape code names it.
struct AnsiColor
{
    int index = -1; ///< 0 to 15: black … white and their bright ones; -1: see rgb
    quint32 rgb = 0; ///< 0xRRGGBB, of the 256 color cube or true color

    bool operator==(const AnsiColor &) const = default;
};

/// How a stretch of text looks.
struct AnsiStyle
{
    std::optional<AnsiColor> foreground;
    std::optional<AnsiColor> background;
    bool bold = false;
    bool faint = false;
    bool italic = false;
    bool underline = false;
    bool strikeOut = false;
    QString link; ///< OSC 8 address

    bool isPlain() const { return *this == AnsiStyle{}; }
    bool operator==(const AnsiStyle &) const = default;
};

/// Characters of AnsiText::text that are not plain.
struct AnsiSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    AnsiStyle style;

    bool operator==(const AnsiSpan &) const = default;
};

/// One line of a log as a person should see it.
struct AnsiText
{
    QString text;
    QList<AnsiSpan> spans; ///< in order, without overlap

    bool operator==(const AnsiText &) const = default;
};

/// Reads one line: SGR codes and OSC 8 links become spans, other escape sequences vanish, a carriage return starts the
/// line over, tabs reach to the next multiple of 8, and control and direction characters become visible signs.
AnsiText parseAnsi(QStringView line);

/// parseAnsi().text; quick where \a line holds nothing special.
QString plainLine(const QString &line);

} // namespace unmoor
