// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/ansiformat.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace unmoor {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](float part) {
        const double value = part;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](float a, float b) { return float(a * (1 - share) + b * share); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()),
                            mix(one.blueF(), other.blueF()));
}

QColor themeColor(int index, const QPalette &palette)
{
    switch (index) {
    case 0:
    case 8:
        return theme::color(theme::Role::SecondaryText, palette);
    case 1:
    case 9:
        return theme::stateColor(theme::State::Error, palette);
    case 2:
    case 10:
        return theme::stateColor(theme::State::Done, palette);
    case 3:
    case 11:
        return theme::stateColor(theme::State::Warning, palette);
    case 4:
    case 12:
        return theme::color(theme::Role::Accent, palette);
    case 5:
    case 13:
        return theme::stateColor(theme::State::Waiting, palette);
    case 6:
    case 14:
        return theme::stateColor(theme::State::Cached, palette);
    default:
        return palette.color(QPalette::Text);
    }
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor readableColor(const AnsiColor &color, const QPalette &palette)
{
    if (color.index >= 0)
        return themeColor(color.index, palette);
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor wanted = QColor::fromRgb(color.rgb);
    QColor shown = wanted;
    for (double share = 0; share < 1 && contrast(shown, base) < 4.5; share += 0.1)
        shown = mixed(wanted, text, share);
    return shown;
}

QTextCharFormat formatOf(const AnsiStyle &style, const QPalette &palette)
{
    QTextCharFormat format;
    if (style.foreground)
        format.setForeground(readableColor(*style.foreground, palette));
    else if (style.faint)
        format.setForeground(theme::color(theme::Role::SecondaryText, palette));
    if (style.background) {
        QColor tint = readableColor(*style.background, palette);
        tint.setAlphaF(0.2F); // so that any text stays readable on it
        format.setBackground(tint);
    }
    if (style.bold)
        format.setFontWeight(QFont::DemiBold);
    format.setFontItalic(style.italic);
    format.setFontStrikeOut(style.strikeOut);
    if (style.underline || !style.link.isEmpty())
        format.setUnderlineStyle(style.underline ? QTextCharFormat::SingleUnderline : QTextCharFormat::DotLine);
    return format;
}

QList<QTextLayout::FormatRange> formatsOf(const QList<AnsiSpan> &spans, qsizetype most, const QPalette &palette)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const AnsiSpan &span : spans) {
        if (span.start >= most)
            break;
        const qsizetype length = std::min(span.length, most - span.start);
        ranges.append({int(span.start), int(length), formatOf(span.style, palette)});
    }
    return ranges;
}

} // namespace unmoor
