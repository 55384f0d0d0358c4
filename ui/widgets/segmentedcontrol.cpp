// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plaintext.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QPushButton>

namespace unmoor {

namespace {

/// Becomes narrower where room is short, and tells the whole then.
class Segment : public QPushButton
{
public:
    explicit Segment(const QString &text)
        : QPushButton(text)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize minimumSizeHint() const override { return {leastButtonWidth(*this), sizeHint().height()}; }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
            return QPushButton::event(event);
        const QString whole = width() < sizeHint().width() ? text().remove(u'&') : QString();
        showToolTip(static_cast<QHelpEvent *>(event)->globalPos(), whole, this);
        return true;
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QStringList &labels, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(2);
    for (const QString &label : labels) {
        auto *button = new Segment(label);
        button->setProperty("segment", true);
        button->setCheckable(true);
        button->setAutoExclusive(true); // one of several, as assistive programs tell it
        m_group->addButton(button, int(m_group->buttons().size()));
        row->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setCurrentIndex(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (auto *choice = m_group->button(index))
        choice->setChecked(true);
}

QPushButton *SegmentedControl::button(int index) const
{
    return qobject_cast<QPushButton *>(m_group->button(index));
}

void SegmentedControl::setText(int index, const QString &text)
{
    if (auto *choice = m_group->button(index))
        choice->setText(text);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::color(theme::Role::Line, palette()));
    painter.setBrush(theme::color(theme::Role::Rail, palette()));
    const double radius = theme::size::controlRadius;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace unmoor
