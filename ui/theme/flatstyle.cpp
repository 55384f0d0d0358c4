// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flatstyle.h"

#include "ui/theme/flatpaint.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QTabBar>

namespace unmoor::theme {

using namespace Qt::StringLiterals;

namespace {

constexpr int scrollBarExtent = 11;

bool is(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

void paintAccentButton(const QStyleOption &option, QPainter *painter)
{
    if (!(option.state & QStyle::State_Enabled)) {
        paintBox(painter, option.rect, option.palette.color(QPalette::Window), color(Role::Line, option.palette));
        return;
    }
    const QColor fill = color(Role::AccentButton, option.palette);
    const bool down = option.state & QStyle::State_Sunken;
    const bool over = option.state & QStyle::State_MouseOver;
    const QColor line = isHighContrast(option.palette) ? option.palette.color(QPalette::Text) : fill.darker(112);
    paintBox(painter, option.rect, down ? fill.darker(120) : over ? fill.darker(108) : fill, line);
}

void paintSegment(const QStyleOption &option, QPainter *painter)
{
    if (option.state & QStyle::State_On)
        paintBox(painter, option.rect, option.palette.color(QPalette::Button), controlLine(option.palette), 4);
}

void paintLink(const QStyleOption &option, QPainter *painter)
{
    if (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken))
        paintBox(painter, option.rect, color(Role::Selection, option.palette), Qt::transparent);
}

void paintButton(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    if (is(widget, "accent"))
        return paintAccentButton(option, painter);
    if (is(widget, "segment"))
        return paintSegment(option, painter);
    if (is(widget, "link"))
        return paintLink(option, painter);
    paintBox(painter, option.rect, touched(option.palette.color(QPalette::Button), option),
             controlLine(option.palette));
}

/// Only for who goes by keyboard. On the accent's own color the ring is what the text is.
void paintFocus(const QStyleOption &option, QPainter *painter, const QWidget *widget)
{
    if (!(option.state & QStyle::State_KeyboardFocusChange))
        return;
    constexpr double radius = 3;
    if (is(widget, "accent"))
        paintRing(painter, option.rect.adjusted(2, 2, -2, -2), Qt::white, radius);
    else
        paintRing(painter, option.rect, color(Role::Accent, option.palette), radius);
}

void paintToolButton(const QStyleOption &option, QPainter *painter)
{
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        paintBox(painter, option.rect, touched(option.palette.color(QPalette::Window), option),
                 color(Role::Line, option.palette));
    else if (option.state & QStyle::State_MouseOver)
        paintBox(painter, option.rect, touched(option.palette.color(QPalette::Window), option), Qt::transparent);
}

void paintLineEdit(const QStyleOption &option, QPainter *painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    paintBox(painter, option.rect, option.palette.color(enabled ? QPalette::Base : QPalette::Window),
             controlLine(option.palette));
    if (option.state & QStyle::State_HasFocus)
        paintRing(painter, option.rect, color(Role::Accent, option.palette));
}

void paintBranch(const QStyleOption &option, QPainter *painter)
{
    if (!(option.state & QStyle::State_Children))
        return;
    paintChevron(painter, option.rect, option.palette.color(QPalette::Text),
                 option.state & QStyle::State_Open ? 0 : -90);
}

void paintHeader(const QStyleOption &option, QPainter *painter)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      color(Role::Line, option.palette));
}

void paintHeaderLabel(const QStyleOptionHeader &option, QPainter *painter)
{
    painter->save();
    painter->setPen(color(Role::SecondaryText, option.palette));
    const int arrow = option.sortIndicator == QStyleOptionHeader::None ? 0 : size::icon;
    // The rectangle has lost the header's margin above and below too, which a flat header has no room for.
    const QRect rect = option.rect.adjusted(0, -space::s, -arrow, space::s);
    const QString fitting = painter->fontMetrics().elidedText(option.text, Qt::ElideRight, rect.width());
    painter->drawText(rect, int((option.textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter), fitting);
    painter->restore();
}

/// Up where the smallest stands first. Fusion places the arrow at the top, for headers with more height than ours.
void paintSortArrow(const QStyleOptionHeader &option, QPainter *painter, const QWidget *header)
{
    if (option.sortIndicator == QStyleOptionHeader::None)
        return;
    QRectF rect = option.rect;
    if (header)
        rect.moveCenter({rect.center().x(), QRectF(header->rect()).center().y()});
    paintChevron(painter, rect, option.palette.color(QPalette::Text),
                 option.sortIndicator == QStyleOptionHeader::SortDown ? 180 : 0);
}

void paintTab(const QStyleOptionTab &option, QPainter *painter)
{
    if (!(option.state & QStyle::State_Selected))
        return;
    const QRect &rect = option.rect;
    painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), color(Role::Accent, option.palette));
}

void paintScrollBar(const QStyleOptionSlider &option, const QRect &handle, QPainter *painter)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Window));
    if (option.minimum == option.maximum)
        return;
    QColor fill = color(Role::SecondaryText, option.palette);
    const bool busy = (option.state & QStyle::State_Sunken)
        || ((option.state & QStyle::State_MouseOver) && (option.activeSubControls & QStyle::SC_ScrollBarSlider));
    if (!isHighContrast(option.palette))
        fill.setAlphaF(busy ? 0.75F : 0.5F);
    const QRect thumb = handle.adjusted(2, 2, -2, -2);
    paintBox(painter, thumb, fill, Qt::transparent, std::min(thumb.width(), thumb.height()) / 2.0);
}

void paintComboBox(const QStyleOptionComboBox &option, QPainter *painter)
{
    paintBox(painter, option.rect, touched(option.palette.color(QPalette::Button), option),
             controlLine(option.palette));
    QRectF arrow(option.rect.right() - 22, option.rect.top(), 16, option.rect.height());
    paintChevron(painter, arrow, option.palette.color(QPalette::Text), 0);
    if (option.state & QStyle::State_HasFocus)
        paintRing(painter, option.rect, color(Role::Accent, option.palette));
}

void paintProgress(const QStyleOptionProgressBar &option, QPainter *painter)
{
    QRect groove = option.rect;
    groove.setHeight(4);
    groove.moveCenter(option.rect.center());
    paintBox(painter, groove, grooveColor(option.palette), Qt::transparent, 2);
    const double range = option.maximum - option.minimum;
    if (range <= 0)
        return;
    groove.setWidth(int(groove.width() * (option.progress - option.minimum) / range));
    paintBox(painter, groove, color(Role::Accent, option.palette), Qt::transparent, 2);
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void FlatStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        header->setFont(font(Type::Header));
        header->setHighlightSections(false);
    }
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        paintButton(*option, painter, widget);
        if (option->state & State_HasFocus) // Fusion shows it by a color of its own buttons
            paintFocus(*option, painter, widget);
        return;
    case PE_PanelButtonTool:
        return paintToolButton(*option, painter);
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            paintLineEdit(*option, painter);
        else if (element == PE_PanelLineEdit)
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    }
    case PE_FrameFocusRect:
        return paintFocus(*option, painter, widget);
    case PE_IndicatorCheckBox:
        return paintCheckBox(*option, painter);
    case PE_IndicatorRadioButton:
        return paintRadioButton(*option, painter);
    case PE_IndicatorBranch:
        return paintBranch(*option, painter);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return paintSortArrow(*header, painter, widget);
        break;
    case PE_IndicatorArrowDown:
        return paintChevron(painter, option->rect, option->palette.color(QPalette::Text), 0);
    case PE_IndicatorArrowRight:
        return paintChevron(painter, option->rect, option->palette.color(QPalette::Text), -90);
    case PE_Frame:
    case PE_FrameTabWidget:
        painter->save();
        painter->setPen(color(Role::Line, option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Role::Line, option->palette));
        return;
    case PE_FrameStatusBarItem:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return paintHeader(*option, painter);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            return paintHeaderLabel(*header, painter);
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return paintTab(*tab, painter);
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton own = *button;
            const bool enabled = button->state & State_Enabled;
            if (is(widget, "accent") && enabled)
                own.palette.setColor(QPalette::ButtonText, Qt::white);
            else if (is(widget, "link") && enabled)
                own.palette.setColor(QPalette::ButtonText, color(Role::Accent, option->palette));
            else if (is(widget, "segment") && !(button->state & State_On))
                own.palette.setColor(QPalette::ButtonText, color(Role::SecondaryText, option->palette));
            if (widget && own.icon.isNull() && widget->width() < widget->sizeHint().width())
                own.text = own.fontMetrics.elidedText(own.text, Qt::ElideRight, own.rect.width(), Qt::TextShowMnemonic);
            return QProxyStyle::drawControl(element, &own, painter, widget);
        }
        break;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return paintProgress(*bar, painter);
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, color(Role::Line, option->palette));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return paintScrollBar(*bar, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget), painter);
    if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
        QStyleOptionToolButton own = *tool; // Without Fusion's tiny arrow in the corner.
        own.features &= ~QStyleOptionToolButton::HasMenu;
        return QProxyStyle::drawComplexControl(control, &own, painter, widget);
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox)
        return paintSpinBox(*spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                            subControlRect(control, option, SC_SpinBoxDown, widget), painter);
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (box && control == CC_ComboBox && !box->editable)
        return paintComboBox(*box, painter);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_HeaderMargin:
        return space::s;
    case PM_DefaultFrameWidth:
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 2 * space::m;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return size::icon;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_UnderlineShortcut:
        return widget && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                  const QWidget *widget) const
{
    const QSize usual = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int height = rowHeight(size::button);
    switch (type) {
    case CT_PushButton:
        if (is(widget, "link"))
            return {contents.width() + space::s, contents.height() + space::s};
        if (is(widget, "segment"))
            return {contents.width() + 2 * space::m, height - 6};
        return {contents.width() + 2 * space::m + 2, std::max(height, contents.height())};
    case CT_LineEdit:
        return {usual.width(), std::max(height, usual.height())};
    case CT_ComboBox:
        return {usual.width() + space::m, std::max(height, contents.height())};
    case CT_HeaderSection:
        return {usual.width(), rowHeight(size::columnHeader, Type::Header)};
    case CT_MenuItem:
        return {usual.width(), std::max(usual.height(), rowHeight(size::step))};
    case CT_TabBarTab:
        return {usual.width(), rowHeight(size::button) + space::xs};
    default:
        return usual;
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    if (element == SE_LineEditContents && widget)
        return QProxyStyle::subElementRect(element, option, widget).adjusted(4, 0, -4, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);

    // No step buttons: the groove is the whole bar.
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const int range = bar->maximum - bar->minimum;
    int handle = length;
    if (range > 0)
        handle =
            std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)), std::min(28, length), length);
    const int at =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto slice = [&](int from, int to) {
        const QRect rect = upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), to - from)
                                   : QRect(bar->rect.left() + from, bar->rect.top(), to - from, bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return slice(at, at + handle);
    case SC_ScrollBarSubPage:
        return slice(0, at);
    case SC_ScrollBarAddPage:
        return slice(at + handle, length);
    default:
        return {};
    }
}

} // namespace unmoor::theme
