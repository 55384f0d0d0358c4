// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/stateicon.h"
#include "ui/widgets/wrappingrow.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <algorithm>

namespace unmoor {

namespace {

constexpr int barWidth = 4, bannerGap = 10, leastWords = 120, readableWords = 200;

QLabel *wrappedLabel(theme::Type type)
{
    auto *label = textLabel({}, type);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(leastWords);
    return label;
}

QColor tintOf(theme::State state, const QPalette &palette)
{
    using theme::Role;
    switch (state) {
    case theme::State::Error:
        return theme::color(Role::ErrorTint, palette);
    case theme::State::Warning:
        return theme::color(Role::WarningTint, palette);
    default:
        return theme::color(Role::NoteTint, palette);
    }
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new StateIcon(theme::State::Note))
    , m_title(wrappedLabel(theme::Type::BodyStrong))
    , m_text(wrappedLabel(theme::Type::Secondary))
    , m_actions(new WrappingRow)
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space::l, 9, bannerGap, 9);
    row->setSpacing(bannerGap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(m_body, 1);
    m_body->addLayout(words, 1);
    m_body->addWidget(m_actions);
    m_body->setSpacing(bannerGap);
    m_actions->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void Banner::showMessage(theme::State state, const QString &title, const QString &text)
{
    const bool isNews = isHidden() || m_title->text() != title;
    m_state = state;
    m_icon->setState(state);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    show();
    update();
    if (isNews) {
        QAccessibleAnnouncementEvent event(this, title);
        QAccessible::updateAccessibility(&event);
    }
}

void Banner::clear()
{
    clearActions();
    hide();
}

QPushButton *Banner::addAction(const QString &text, bool accent)
{
    auto *button = accent ? accentButton(text, this) : new QPushButton(text, this);
    m_actions->addWidget(button);
    m_actions->show();
    return button;
}

void Banner::clearActions()
{
    m_actions->clear();
    m_actions->hide();
}

/// As with the actions below the words.
QSize Banner::minimumSizeHint() const
{
    const int body = std::max(leastWords, m_actions->isHidden() ? 0 : m_actions->minimumSizeHint().width());
    const QMargins around = layout()->contentsMargins();
    const int width = around.left() + m_icon->sizeHint().width() + bannerGap + body + around.right();
    return {width, QWidget::minimumSizeHint().height()};
}

void Banner::placeActions()
{
    const QMargins around = layout()->contentsMargins();
    const int room = width() - around.left() - m_icon->sizeHint().width() - bannerGap - around.right();
    const auto natural = [](const QLabel &words) {
        return words.isHidden() ? 0 : words.fontMetrics().horizontalAdvance(words.text());
    };
    const int words = std::min(theme::rowHeight(readableWords), std::max(natural(*m_title), natural(*m_text)));
    const bool isBeside = m_actions->isHidden() || words + bannerGap + m_actions->sizeHint().width() <= room;
    m_body->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool Banner::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        placeActions();
    return QWidget::event(event);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    placeActions();
    QWidget::resizeEvent(event);
}

QString Banner::title() const
{
    return m_title->text();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    const double radius = theme::size::cardRadius;
    card.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QColor state = theme::stateColor(m_state, palette());
    painter.fillPath(card, tintOf(m_state, palette()));
    painter.save();
    painter.setClipPath(card);
    painter.fillRect(QRect(0, 0, barWidth, height()), state);
    painter.restore();
    painter.strokePath(card, QPen(theme::stateLine(m_state, palette()), 1));
}

} // namespace unmoor
