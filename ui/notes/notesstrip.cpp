// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notesstrip.h"

#include "ui/widgets/elidedlabel.h"

#include <QPainter>

namespace unmoor {

namespace {

constexpr int leastTitle = 56; ///< of which its begin can be read

} // namespace

NotesStrip::NotesStrip(const QString &title, QWidget *parent)
    : ToolStrip(parent)
    , m_title(new ElidedLabel)
    , m_detail(new ElidedLabel({}, theme::Type::Secondary, true))
{
    QFont font = theme::font(theme::Type::Secondary);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_title->setMinimumWidth(theme::rowHeight(leastTitle));
    addWidget(m_title);
    addWidget(m_detail, 1);
    setTitle(title);
}

void NotesStrip::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->updateGeometry();
}

void NotesStrip::setDetail(const QString &detail, bool isProblem)
{
    m_detail->setText(detail);
    m_detail->setState(isProblem ? std::optional(theme::State::Error) : std::nullopt);
    fit();
}

QString NotesStrip::detail() const
{
    return m_detail->text();
}

void NotesStrip::setDetailFirst()
{
    m_isDetailFirst = true;
}

void NotesStrip::fit()
{
    if (!m_isDetailFirst)
        return;
    int widgets = 0;
    for (const QWidget *widget : firstLine())
        if (widget != m_title && widget != m_detail)
            widgets += widget->sizeHint().width() + theme::space::s;
    const int words = m_title->fontMetrics().horizontalAdvance(m_title->text())
        + m_detail->fontMetrics().horizontalAdvance(m_detail->text());
    m_title->setVisible(m_detail->text().isEmpty() || width() > words + widgets + 3 * theme::space::m);
}

void NotesStrip::resizeEvent(QResizeEvent *event)
{
    ToolStrip::resizeEvent(event);
    fit();
}

void NotesStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
}

} // namespace unmoor
