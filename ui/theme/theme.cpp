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

struct Pair
{
    QRgb light;
    QRgb dark;
};

QColor pick(const Pair &pair, bool dark)
{
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

constexpr Pair window{0xF3F4F6, 0x1F2227}, base{0xFFFFFF, 0x17191D}, text{0x1B2027, 0xE4E7EB};

Pair pairOf(Role role)
{
    switch (role) {
    case Role::Rail:
        return {0xEBEDF0, 0x1A1C20};
    case Role::SecondaryText:
        return {0x57616D, 0xA3ADB8};
    case Role::Line:
        return {0xD3D8DE, 0x353B43};
    case Role::Selection:
        return {0xDDEAF6, 0x22384E};
    case Role::Accent:
        return {0x1560A8, 0x7DB9F5};
    case Role::AccentButton:
        return {0x1560A8, 0x2B6FAE};
    case Role::ErrorTint:
        return {0xB42318, 0xFF9184};
    case Role::WarningTint:
        return {0x855200, 0xEDB94F};
    case Role::NoteTint:
        return {0x1560A8, 0x7DB9F5};
    }
    return text;
}

Pair pairOf(State state)
{
    switch (state) {
    case State::Running:
        return {0x1560A8, 0x7DB9F5};
    case State::Done:
    case State::Verified:
        return {0x1B7040, 0x6CCB94};
    case State::Cached:
        return {0x0F6C76, 0x62C6CF};
    case State::Warning:
        return {0x855200, 0xEDB94F};
    case State::Error:
        return {0xB42318, 0xFF9184};
    case State::Waiting:
        return {0x6A48A8, 0xC0A8F5};
    case State::Canceled:
        return {0x6B5A4D, 0xC9B5A3};
    case State::Planned:
    case State::LeftOut:
    case State::Note:
    case State::Skipped:
        break;
    }
    return pairOf(Role::SecondaryText);
}

QColor mixed(const QColor &below, const QColor &above, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {part(below.red(), above.red()), part(below.green(), above.green()), part(below.blue(), above.blue())};
}

QPalette paletteOf(bool dark)
{
    const QColor line = pick(pairOf(Role::Line), dark);
    const QColor accent = pick(pairOf(Role::Accent), dark);
    const QColor secondary = pick(pairOf(Role::SecondaryText), dark);
    QPalette palette(pick(text, dark), dark ? QColor(0x2A2E34) : QColor(Qt::white), mixed(line, Qt::white, 0.3),
                     mixed(line, Qt::black, 0.35), line, pick(text, dark), Qt::white, pick(base, dark),
                     pick(window, dark));
    palette.setColor(QPalette::AlternateBase, mixed(pick(base, dark), pick(window, dark), 0.5));
    palette.setColor(QPalette::Highlight, pick(pairOf(Role::Selection), dark));
    palette.setColor(QPalette::HighlightedText, pick(text, dark));
    palette.setColor(QPalette::Accent, accent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::PlaceholderText, secondary);
    palette.setColor(QPalette::ToolTipBase, dark ? QColor(0x2A2E34) : QColor(Qt::white));
    palette.setColor(QPalette::ToolTipText, pick(text, dark));
    const QColor faint = mixed(pick(window, dark), secondary, 0.62);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Button, pick(window, dark));
    return palette;
}

bool wantsDark(Appearance appearance)
{
    if (appearance != Appearance::System)
        return appearance == Appearance::Dark;
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
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
            hints->setColorScheme(appearance == Appearance::Dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
        rebuild();
    }

private:
    void rebuild()
    {
        const QPalette palette = paletteOf(wantsDark(m_appearance));
        if (m_app.palette() == palette)
            return;
        m_app.setPalette(palette);
        QToolTip::setPalette(palette);
    }

    QApplication &m_app;
    Appearance m_appearance = Appearance::System;
};

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

QColor color(Role role, const QPalette &palette)
{
    const bool dark = isDark(palette);
    const QColor own = pick(pairOf(role), dark);
    if (role == Role::ErrorTint || role == Role::WarningTint || role == Role::NoteTint)
        return mixed(pick(base, dark), own, dark ? 0.12 : 0.065);
    return own;
}

QColor stateColor(State state, const QPalette &palette)
{
    return pick(pairOf(state), isDark(palette));
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
    static QPointer<PaletteKeeper> keeper;
    if (!keeper) {
        if (app.style()->name().compare(u"fusion"_s, Qt::CaseInsensitive) == 0)
            app.setStyle(new FlatStyle);
        app.setFont(applicationFont(app.font()));
        app.setWindowIcon(QIcon(u":/unmoor.svg"_s));
        keeper = new PaletteKeeper(app);
    }
    keeper->follow(appearance);
}

} // namespace unmoor::theme
