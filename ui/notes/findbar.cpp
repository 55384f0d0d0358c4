// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/findbar.h"

#include "ui/notes/changelogeditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace unmoor {

FindBar::FindBar(ChangelogEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_needle(new QLineEdit)
    , m_replacement(new QLineEdit)
    , m_said(textLabel({}, theme::Type::Secondary))
{
    layOut();
    hide();
}

void FindBar::layOut()
{
    m_needle->setPlaceholderText(tr("Find"));
    m_needle->setAccessibleName(tr("Find in the changelog"));
    addClearButton(m_needle);
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace in the section with"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(theme::space::m, theme::space::xs, theme::space::s, theme::space::xs);
    grid->setHorizontalSpacing(theme::space::s);
    grid->setVerticalSpacing(theme::space::xs);
    grid->setColumnStretch(0, 1);
    const auto addButton = [this, grid](const QString &text, int row, int column, auto action) {
        QPushButton *button = linkButton(text);
        connect(button, &QPushButton::clicked, this, action);
        grid->addWidget(button, row, column);
    };
    grid->addWidget(m_needle, 0, 0);
    addButton(tr("&Next"), 0, 1, [this] { step(true); });
    addButton(tr("Pre&vious"), 0, 2, [this] { step(false); });
    grid->addWidget(m_replacement, 1, 0);
    addButton(tr("Re&place"), 1, 1, [this] { replace(); });
    addButton(tr("Replace &all"), 1, 2, [this] { replaceAll(); });
    grid->addWidget(m_said, 2, 0, 1, 3);
    m_said->hide();
    connect(m_needle, &QLineEdit::textEdited, this, [this] {
        QTextCursor cursor = m_editor->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_editor->setTextCursor(cursor);
        step(true);
    });
    setFocusProxy(m_needle);
}

QString FindBar::said() const
{
    return m_said->text();
}

void FindBar::say(const QString &words)
{
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
}

void FindBar::begin()
{
    const QString selected = m_editor->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_needle->setText(selected);
    show();
    m_needle->selectAll();
    m_needle->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::step(bool forward)
{
    say({});
    const QString text = m_needle->text();
    if (text.isEmpty())
        return;
    m_editor->showWhole();
    const QTextDocument::FindFlags flags = forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward;
    if (m_editor->find(text, flags))
        return;
    const QTextCursor before = m_editor->textCursor();
    QTextCursor end(m_editor->document());
    end.movePosition(forward ? QTextCursor::Start : QTextCursor::End);
    m_editor->setTextCursor(end);
    if (m_editor->find(text, flags))
        return say(forward ? tr("From the top again") : tr("From the end again"));
    m_editor->setTextCursor(before);
    say(tr("Not found"));
}

bool FindBar::isMatchSelected() const
{
    return m_editor->textCursor().selectedText().compare(m_needle->text(), Qt::CaseInsensitive) == 0
        && !m_needle->text().isEmpty();
}

void FindBar::replace()
{
    if (!isMatchSelected())
        return step(true);
    if (!m_editor->replaceSelected(m_replacement->text()))
        return say(tr("This line cannot be changed here"));
    step(true);
}

void FindBar::replaceAll()
{
    const int count = m_editor->replaceInBody(m_needle->text(), m_replacement->text());
    say(count == 1 ? tr("Replaced 1 time in the section") : tr("Replaced %1 times in the section").arg(count));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        hide();
        m_editor->setFocus(Qt::OtherFocusReason);
    } else if (isReturn && m_replacement->hasFocus()) {
        replace();
    } else if (isReturn) {
        step(!(event->modifiers() & Qt::ShiftModifier));
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace unmoor
