// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/linegutter.h"

#include "ui/notes/changelogeditor.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextBlock>
#include <QWheelEvent>

namespace unmoor {

namespace {

constexpr int barWidth = 3;

} // namespace

LineGutter::LineGutter(ChangelogEditor *editor)
    : QWidget(editor)
    , m_editor(*editor)
{
}

QSize LineGutter::sizeHint() const
{
    const QString widest(std::max<qsizetype>(3, QString::number(m_editor.lineCount()).size()), u'9');
    const int digits = m_editor.fontMetrics().horizontalAdvance(widest);
    return {theme::space::s + digits + theme::space::xs + theme::size::icon + theme::space::xs + barWidth, 0};
}

void LineGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(m_editor.font());
    const int iconLeft = width() - barWidth - theme::space::xs - theme::size::icon;
    for (QTextBlock block = m_editor.firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = m_editor.blockBoundingGeometry(block).translated(m_editor.contentOffset());
        if (rect.top() > event->rect().bottom())
            break;
        const bool editable = m_editor.isEditableLine(block);
        const QRectF row(0, rect.top(), width(), m_editor.fontMetrics().height());
        painter.setPen(editable ? palette().color(QPalette::Text)
                                : theme::color(theme::Role::SecondaryText, palette()));
        painter.drawText(QRectF(0, row.top(), iconLeft - theme::space::xs, row.height()),
                         int(Qt::AlignRight | Qt::AlignVCenter), QString::number(m_editor.lineOf(block)));
        if (const auto problem = m_editor.problems().constFind(m_editor.lineOf(block));
            problem != m_editor.problems().constEnd())
            theme::paintState(painter,
                              QRectF(iconLeft, row.center().y() - 7, theme::size::icon - 2, theme::size::icon - 2),
                              theme::stateOf(*problem), palette());
        if (editable)
            painter.fillRect(QRectF(width() - barWidth, rect.top(), barWidth, rect.height()),
                             theme::color(theme::Role::Accent, palette()));
    }
}

void LineGutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_editor.viewport(), event);
}

void LineGutter::mousePressEvent(QMouseEvent *event)
{
    m_editor.setTextCursor(m_editor.cursorForPosition(QPoint(0, int(event->position().y()))));
    m_editor.setFocus(Qt::MouseFocusReason);
}

} // namespace unmoor
