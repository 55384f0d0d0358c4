// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/commandpalette.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString labelOf(const QAction &action)
{
    QString text = action.text().remove(u'&');
    if (!action.shortcut().isEmpty())
        text += u"    "_s + action.shortcut().toString(QKeySequence::NativeText);
    return text;
}

/// Every word typed must be in the label.
bool fits(const QString &label, const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString &word) { return label.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_actions(actions)
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Find or run a command"));
    m_text->setPlaceholderText(tr("Find or run a command"));
    m_text->setAccessibleName(tr("Command"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space::s, theme::space::s, theme::space::s, theme::space::s);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    resize(420, 360);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_text, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    narrow({});
    m_text->setFocus();
}

void CommandPalette::narrow(const QString &text)
{
    m_list->clear();
    for (int i = 0; i < m_actions.size(); ++i) {
        const QString label = labelOf(*m_actions[i]);
        if (!m_actions[i]->isEnabled() || !fits(label, text))
            continue;
        auto *item = new QListWidgetItem(label, m_list);
        item->setData(Qt::UserRole, i);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const auto *item = m_list->currentItem();
    QAction *action = item ? m_actions.value(item->data(Qt::UserRole).toInt()) : nullptr;
    close();
    if (action)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace unmoor
