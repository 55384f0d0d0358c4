// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/finding.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

class QApplication;
class QPainter;

/// The look, defined once: spacing, type, colors and the shapes of states (12-states of the design).
namespace unmoor::theme {

enum class State {
    Planned,
    Running,
    Done,
    Verified,
    Cached,
    Warning,
    Error,
    LeftOut,
    Waiting,
    Canceled,
    Note,
    Skipped
};

/// Pixels at normal text size.
namespace space {
inline constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24;
}
namespace size {
inline constexpr int controlRadius = 5, cardRadius = 6;
inline constexpr int header = 46, railRow = 50, railWidth = 176, matrixRow = 30, step = 27, tree = 24, logLine = 18,
                     pageHeader = 48, toolStrip = 38, button = 28, statusBar = 26, columnHeader = 24, icon = 16;
} // namespace size

/// Roles that QPalette has no name for; they follow its light or dark.
enum class Role { Rail, SecondaryText, Line, Selection, Accent, AccentButton, ErrorTint, WarningTint, NoteTint };

bool isDark(const QPalette &palette);
bool isHighContrast(const QPalette &palette);
QColor color(Role role, const QPalette &palette);
QColor stateColor(State state, const QPalette &palette);
/// The color for the word beside an icon: finished work is plain text, what needs you has its state's color.
QColor stateTextColor(State state, const QPalette &palette);
/// The outline of what stands on the tint of \a state.
QColor stateLine(State state, const QPalette &palette);
State stateOf(Severity severity);
QString stateWord(State state); ///< "planned", "running", … for people and screen readers

enum class Type { Header, Secondary, Body, BodyStrong, Title, Start, Mono, MonoStrong };
QFont font(Type type); ///< relative to the application's font
/// A row height that fits \a type's text: \a pixels at normal text size, more where the text is larger.
int rowHeight(int pixels, Type type = Type::Body);

/// Paints the state's shape into \a rect. \a progress (0 to 1) fills the ring of Running.
void paintState(QPainter &painter, const QRectF &rect, State state, const QPalette &palette, double progress = 0.6);
QIcon stateIcon(State state); ///< painted for the palette and scale it is shown with

/// A symbol of the window (menu, branch, key, search, arrow, folder, file, program, library, link, chevron …), drawn in
/// the text color: the file resources/symbols/NAME.svg.
QIcon symbol(const QString &name);

enum class Appearance { System, Light, Dark, HighContrastLight, HighContrastDark };
/// Sets style (Fusion flattened through a proxy; other styles stay), palette and font of \a app.
void apply(QApplication &app, Appearance appearance);
/// What the desktop asks for; Appearance::System follows it.
void setSystemContrast(bool high);

} // namespace unmoor::theme
