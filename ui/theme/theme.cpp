// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/flatstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QPointer>
#include <QStyleHints>
#include <QToolTip>

#include <cmath>

namespace unmoor::theme {

using namespace Qt::StringLiterals;

namespace {

constexpr double bodyPixels = 13;

/// Which of a color's values: of the usual looks, and of those of high contrast.
enum class Shade { Light, Dark, HighLight, HighDark };

struct Color
{
    QRgb light;
    QRgb dark;
    QRgb highLight;
    QRgb highDark;
};

QColor pick(const Color &color, Shade shade)
{
    switch (shade) {
    case Shade::Light:
        return QColor::fromRgb(color.light);
    case Shade::Dark:
        return QColor::fromRgb(color.dark);
    case Shade::HighLight:
        return QColor::fromRgb(color.highLight);
    case Shade::HighDark:
        break;
    }
    return QColor::fromRgb(color.highDark);
}

// Only high contrast has a window of plain white or black: by it the look is told.
constexpr Color window{0xF3F4F6, 0x1F2227, 0xFFFFFF, 0x000000}, base{0xFFFFFF, 0x17191D, 0xFFFFFF, 0x000000},
    text{0x1B2027, 0xE4E7EB, 0x000000, 0xFFFFFF}, button{0xFFFFFF, 0x2A2E34, 0xFFFFFF, 0x000000};

Shade shadeOf(const QPalette &palette)
{
    const QRgb ground = palette.color(QPalette::Active, QPalette::Window).rgb() & RGB_MASK;
    if (ground == window.highLight)
        return Shade::HighLight;
    if (ground == window.highDark)
        return Shade::HighDark;
    return isDark(palette) ? Shade::Dark : Shade::Light;
}

Color colorOf(State state);

Color colorOf(Role role)
{
    switch (role) {
    case Role::Rail:
        return {0xEBEDF0, 0x1A1C20, 0xFFFFFF, 0x000000};
    case Role::SecondaryText:
        return {0x57616D, 0xA3ADB8, 0x2E353D, 0xD3DAE1};
    case Role::Line:
        return {0xD3D8DE, 0x353B43, 0x50565D, 0x9AA3AD};
    case Role::Selection:
        return {0xDDEAF6, 0x22384E, 0xC6DFF7, 0x0B3158};
    case Role::Accent:
        return {0x1560A8, 0x7DB9F5, 0x0A3E78, 0xA9D3FF};
    case Role::AccentButton:
        return {0x1560A8, 0x2B6FAE, 0x0A3E78, 0x0F4E91};
    case Role::ErrorTint:
        return colorOf(State::Error);
    case Role::WarningTint:
        return colorOf(State::Warning);
    case Role::NoteTint:
        return colorOf(Role::Accent);
    }
    return text;
}

Color colorOf(State state)
{
    switch (state) {
    case State::Running:
        return colorOf(Role::Accent);
    case State::Done:
    case State::Verified:
        return {0x1B7040, 0x6CCB94, 0x0C4524, 0x8FE8B2};
    case State::Cached:
        return {0x0F6C76, 0x62C6CF, 0x07454C, 0x86E3EC};
    case State::Warning:
        return {0x855200, 0xEDB94F, 0x563300, 0xFFCB66};
    case State::Error:
        return {0xB42318, 0xFF9184, 0x780C06, 0xFFB4AB};
    case State::Waiting:
        return {0x6A48A8, 0xC0A8F5, 0x3F2474, 0xD5C4FF};
    case State::Canceled:
        return {0x6B5A4D, 0xC9B5A3, 0x40342A, 0xE0D0C0};
    case State::Planned:
    case State::LeftOut:
    case State::Note:
    case State::Skipped:
        break;
    }
    return colorOf(Role::SecondaryText);
}

QColor mixed(const QColor &below, const QColor &above, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {part(below.red(), above.red()), part(below.green(), above.green()), part(below.blue(), above.blue())};
}

QPalette paletteOf(Shade shade)
{
    const bool isHigh = shade == Shade::HighLight || shade == Shade::HighDark;
    const QColor line = pick(colorOf(Role::Line), shade);
    const QColor accent = pick(colorOf(Role::Accent), shade);
    const QColor secondary = pick(colorOf(Role::SecondaryText), shade);
    QPalette palette(pick(text, shade), pick(button, shade), mixed(line, Qt::white, 0.3), mixed(line, Qt::black, 0.35),
                     line, pick(text, shade), Qt::white, pick(base, shade), pick(window, shade));
    palette.setColor(QPalette::AlternateBase, mixed(pick(base, shade), pick(window, shade), 0.5));
    palette.setColor(QPalette::Highlight, pick(colorOf(Role::Selection), shade));
    palette.setColor(QPalette::HighlightedText, pick(text, shade));
    palette.setColor(QPalette::Accent, accent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::PlaceholderText, secondary);
    palette.setColor(QPalette::ToolTipBase, pick(button, shade));
    palette.setColor(QPalette::ToolTipText, pick(text, shade));
    const QColor faint = mixed(pick(window, shade), secondary, isHigh ? 0.82 : 0.62);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Button, pick(window, shade));
    return palette;
}

bool isSystemContrastHigh = false;

Shade shadeFor(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return Shade::Light;
    case Appearance::Dark:
        return Shade::Dark;
    case Appearance::HighContrastLight:
        return Shade::HighLight;
    case Appearance::HighContrastDark:
        return Shade::HighDark;
    case Appearance::System:
        break;
    }
    const bool dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    if (isSystemContrastHigh)
        return dark ? Shade::HighDark : Shade::HighLight;
    return dark ? Shade::Dark : Shade::Light;
}

/// Keeps the palette what the person's choice and the system's scheme say.
class PaletteKeeper : public QObject
{
public:
    explicit PaletteKeeper(QApplication &app)
        : QObject(&app)
        , m_app(app)
    {
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { rebuild(); });
    }

    void follow(Appearance appearance)
    {
        m_appearance = appearance;
        auto *hints = QGuiApplication::styleHints();
        if (appearance == Appearance::System)
            hints->unsetColorScheme();
        else
            hints->setColorScheme(isDark(paletteOf(shadeFor(appearance))) ? Qt::ColorScheme::Dark
                                                                          : Qt::ColorScheme::Light);
        rebuild();
    }

    void rebuild()
    {
        const QPalette palette = paletteOf(shadeFor(m_appearance));
        if (m_app.palette() == palette)
            return;
        m_app.setPalette(palette);
        QToolTip::setPalette(palette);
    }

private:
    QApplication &m_app;
    Appearance m_appearance = Appearance::System;
};

QPointer<PaletteKeeper> keeper; ///< the application's

/// The system's size, in our family where it is installed. Qt's fallback of 9 points, where no desktop says a size,
/// is smaller than what the design starts from.
QFont applicationFont(const QFont &system)
{
    QFont font = system;
    if (QFontDatabase::hasFamily(u"Inter"_s))
        font.setFamilies({u"Inter"_s});
    if (const double pixels = QFontInfo(font).pixelSize(); pixels > 0 && pixels < bodyPixels && font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * bodyPixels / pixels);
    return font;
}

QFont monospaceFont()
{
    if (QFontDatabase::hasFamily(u"JetBrains Mono"_s))
        return QFont(u"JetBrains Mono"_s);
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

double pixelsOf(Type type)
{
    switch (type) {
    case Type::Header:
        return 11;
    case Type::Secondary:
    case Type::Mono:
    case Type::MonoStrong:
        return 12;
    case Type::Title:
        return 15;
    case Type::Start:
        return 20;
    case Type::Body:
    case Type::BodyStrong:
        break;
    }
    return bodyPixels;
}

QFont::Weight weightOf(Type type)
{
    switch (type) {
    case Type::Header:
        return QFont::Medium;
    case Type::BodyStrong:
    case Type::MonoStrong:
    case Type::Title:
    case Type::Start:
        return QFont::DemiBold;
    case Type::Secondary:
    case Type::Body:
    case Type::Mono:
        break;
    }
    return QFont::Normal;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

bool isHighContrast(const QPalette &palette)
{
    const Shade shade = shadeOf(palette);
    return shade == Shade::HighLight || shade == Shade::HighDark;
}

QColor color(Role role, const QPalette &palette)
{
    const Shade shade = shadeOf(palette);
    const QColor own = pick(colorOf(role), shade);
    if (role == Role::ErrorTint || role == Role::WarningTint || role == Role::NoteTint)
        return mixed(pick(base, shade), own, isDark(palette) ? 0.12 : 0.065);
    return own;
}

QColor stateColor(State state, const QPalette &palette)
{
    return pick(colorOf(state), shadeOf(palette));
}

QColor stateLine(State state, const QPalette &palette)
{
    QColor line = stateColor(state, palette);
    if (!isHighContrast(palette))
        line.setAlphaF(0.45F);
    return line;
}

QColor stateTextColor(State state, const QPalette &palette)
{
    switch (state) {
    case State::Planned:
    case State::Done:
    case State::Verified:
    case State::Cached:
        return palette.color(QPalette::Active, QPalette::Text);
    default:
        return stateColor(state, palette);
    }
}

QFont font(Type type)
{
    QFont font = QApplication::font();
    const double share = pixelsOf(type) / bodyPixels;
    if (type == Type::Mono || type == Type::MonoStrong) {
        font.setFamilies(monospaceFont().families());
        font.setFeature(QFont::Tag("calt"), 0); // ligatures would hide what a log or a mode really says
    }
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * share);
    else
        font.setPixelSize(int(std::lround(font.pixelSize() * share)));
    font.setWeight(weightOf(type));
    return font;
}

int rowHeight(int pixels, Type type)
{
    const double scale = QFontInfo(font(type)).pixelSize() / pixelsOf(type);
    return std::max(pixels, int(std::lround(pixels * scale)));
}

void apply(QApplication &app, Appearance appearance)
{
    if (!keeper) {
        if (app.style()->name().compare(u"fusion"_s, Qt::CaseInsensitive) == 0)
            app.setStyle(new FlatStyle);
        app.setFont(applicationFont(app.font()));
        app.setWindowIcon(QIcon(u":/unmoor.svg"_s));
        keeper = new PaletteKeeper(app);
    }
    keeper->follow(appearance);
}

void setSystemContrast(bool high)
{
    isSystemContrastHigh = high;
    if (keeper)
        keeper->rebuild();
}

} // namespace unmoor::theme
