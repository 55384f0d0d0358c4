// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/commandpalette.h"

#include "ui/mainframe/palettedelegate.h"
#include "ui/mainframe/palettemodel.h"
#include "ui/theme/flatpaint.h"
#include "ui/widgets/buttons.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace unmoor {

/// A dialog and not a popup: Qt does not tell assistive programs of popups.
CommandPalette::CommandPalette(QList<PaletteItem> items, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_model(new PaletteModel(std::move(items), this))
    , m_text(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(textLabel({}, theme::Type::Body, true, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find or run a command"));
    m_text->setPlaceholderText(tr("Find a target, a file, a setting, or run a command"));
    m_text->setAccessibleName(windowTitle());
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space::s, theme::space::s, theme::space::s, theme::space::s);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    resize(theme::rowHeight(680), theme::rowHeight(430));
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_text, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    find({});
    m_text->setFocus();
}

void CommandPalette::find(const QString &typed)
{
    m_model->find(typed);
    const bool isFound = m_model->rowCount() > 0;
    m_list->setVisible(isFound);
    m_nothing->setVisible(!isFound);
    m_nothing->setText(tr("Nothing found for “%1”").arg(typed.left(60)));
    if (isFound)
        return choose(m_model->index(0));
    QAccessibleAnnouncementEvent event(m_text, m_nothing->text());
    QAccessible::updateAccessibility(&event);
}

/// The focus stays in the text, so that the line is announced.
void CommandPalette::choose(const QModelIndex &index)
{
    m_list->setCurrentIndex(index);
    if (!isVisible())
        return;
    QAccessibleAnnouncementEvent event(m_text, index.data(Qt::AccessibleTextRole).toString());
    QAccessible::updateAccessibility(&event);
}

void CommandPalette::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!m_list->isVisible() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const auto run = m_model->item(index).run;
    close();
    run();
}

bool CommandPalette::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        close();
    return QDialog::event(event);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            choose(m_list->currentIndex());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(theme::controlLine(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace unmoor
