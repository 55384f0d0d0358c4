// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/logview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plaintext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextLayout>

namespace unmoor {

bool LogView::event(QEvent *event)
{
    // Ours before any shortcut of the window with the same keys.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)
            || (isReturn && key->modifiers() == Qt::NoModifier && isGroup(m_current)))
            key->accept();
    }
    return QAbstractScrollArea::event(event);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (!foldByKey(*event) && !moveByKey(*event))
        QAbstractScrollArea::keyPressEvent(event);
}

/// As in a tree: Right opens, Left folds or goes to the line that names the group, Return does either.
bool LogView::foldByKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier || m_current < 0)
        return false;
    const bool isFoldedGroup = isFolded(m_current);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isGroup(m_current))
            return false;
        setFolded(m_current, !isFoldedGroup);
        return true;
    case Qt::Key_Right:
        if (!isFoldedGroup)
            return false;
        setFolded(m_current, false);
        return true;
    case Qt::Key_Left: {
        if (horizontalScrollBar()->value() > horizontalScrollBar()->minimum())
            return false;
        if (isGroup(m_current) && !isFoldedGroup) {
            setFolded(m_current, true);
            return true;
        }
        const LogGroup *around = m_rows.folds().groupAround(currentLine());
        if (!around)
            return false;
        setCurrentRow(m_rows.rowOf(around->line));
        return true;
    }
    default:
        return false;
    }
}

bool LogView::moveByKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const qsizetype last = m_rows.count() - 1;
    const qsizetype page = std::max(1, viewport()->height() / m_rowHeight - 1);
    const qsizetype from = m_current >= 0 ? m_current : (m_following ? last + 1 : firstVisibleRow());
    const bool select = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Up:
        setCurrentRow(from - 1, select);
        return true;
    case Qt::Key_Down:
        setCurrentRow(from + 1, select);
        return true;
    case Qt::Key_PageUp:
        setCurrentRow(from - page, select);
        return true;
    case Qt::Key_PageDown:
        setCurrentRow(from + page, select);
        return true;
    case Qt::Key_Home:
        setCurrentRow(0, select);
        return true;
    case Qt::Key_End:
        setCurrentRow(last, select);
        setFollowing(true);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(bar->value() + (event.key() == Qt::Key_Left ? -1 : 1) * bar->singleStep());
        return true;
    }
    default:
        return false;
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (event->modifiers() == Qt::ControlModifier) {
        if (const QString link = linkAt(event->position().toPoint()); !link.isEmpty()) {
            Q_EMIT linkActivated(link);
            return;
        }
    }
    const int row = rowAtY(int(event->position().y()));
    m_pressed = event->modifiers() == Qt::NoModifier && isGroup(row) ? row : -1;
    if (row < m_rows.count())
        setCurrentRow(row, event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAtY(int(event->position().y()));
    const bool isOnLink = event->modifiers() == Qt::ControlModifier && !linkAt(event->position().toPoint()).isEmpty();
    const bool isOnGroup = event->buttons() == Qt::NoButton && isGroup(row);
    viewport()->setCursor(isOnLink || isOnGroup ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (row != m_pressed)
        m_pressed = -1; // lines are selected
    if (event->buttons() == Qt::LeftButton && m_current >= 0 && event->modifiers() != Qt::ControlModifier)
        setCurrentRow(row, true);
}

void LogView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_pressed >= 0 && m_pressed == rowAtY(int(event->position().y())))
        setFolded(m_pressed, !isFolded(m_pressed));
    m_pressed = -1;
    viewport()->update();
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), QKeySequence::Copy, this, &LogView::copy)->setEnabled(m_current >= 0);
    menu->addAction(tr("Select &all"), QKeySequence::SelectAll, this, &LogView::selectAll)
        ->setEnabled(m_rows.count() > 0);
    if (const QString link = linkAt(event->pos()); !link.isEmpty()) {
        menu->addAction(tr("&Open link"), this, [this, link] { Q_EMIT linkActivated(link); });
        menu->addAction(tr("Copy &link address"), this, [link] { QGuiApplication::clipboard()->setText(link); });
    }
    if (m_rows.folds().hasGroups()) {
        menu->addSeparator();
        menu->addAction(tr("Open all &groups"), this, [this] { setAllFolded(false); });
        menu->addAction(tr("&Fold all groups"), this, [this] { setAllFolded(true); });
    }
    menu->popup(event->globalPos());
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString link = linkAt(help->pos());
        const QString text = link.isEmpty() ? QString() : tr("%1 (Ctrl+click opens it)").arg(link);
        showToolTip(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString LogView::linkAt(const QPoint &position) const
{
    const int row = rowAtY(position.y());
    if (!m_log || row >= m_rows.count())
        return {};
    const AnsiText &parsed = shownRow(row).text;
    const int x = position.x() - gutterWidth() - foldWidth() - theme::space::m + horizontalScrollBar()->value();
    if (x < 0)
        return {};
    const qsizetype at = x / std::max(1, fontMetrics().horizontalAdvance(u'0'));
    for (const AnsiSpan &span : parsed.spans) {
        if (at >= span.start && at < span.start + span.length)
            return span.style.link;
    }
    return {};
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace unmoor
