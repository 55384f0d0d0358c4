// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixstrip.h"

#include "ui/widgets/buttons.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace unmoor {

MatrixStrip::MatrixStrip(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_states(new QToolButton)
    , m_counts(textLabel({}, theme::Type::Secondary, true))
    , m_all(linkButton(tr("Show all targets")))
{
    setFixedHeight(theme::rowHeight(theme::size::toolStrip));
    m_name->setPlaceholderText(tr("Filter targets"));
    m_name->setAccessibleName(tr("Filter targets by name or place"));
    m_name->setClearButtonEnabled(true);
    m_name->addAction(theme::symbol(u"search"_s), QLineEdit::LeadingPosition);
    m_name->setMaximumWidth(theme::rowHeight(210));
    m_name->setMinimumWidth(theme::rowHeight(100));
    m_name->installEventFilter(this);
    makeStates();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space::s, 0, theme::space::m, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(m_name, 1);
    row->addWidget(m_states);
    row->addWidget(m_counts);
    row->addStretch(1);
    row->addWidget(m_all);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { choose({.name = name.trimmed(), .which = m_filter.which}); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        choose({});
        m_name->setFocus(Qt::OtherFocusReason);
    });
    mark();
}

void MatrixStrip::makeStates()
{
    using Which = MatrixFilter::Which;
    auto *menu = new QMenu(m_states);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &name, Which which) {
        QAction *action =
            menu->addAction(name, this, [this, which] { choose({.name = m_filter.name, .which = which}); });
        action->setCheckable(true);
        action->setData(int(which));
        group->addAction(action);
    };
    add(tr("&All states"), Which::All);
    add(tr("&Needs attention"), Which::Attention);
    add(tr("To &build"), Which::ToBuild);
    add(tr("&Running or waiting"), Which::Running);
    add(tr("&Done"), Which::Done);
    add(tr("&Left out"), Which::LeftOut);
    m_states->setAutoRaise(true);
    m_states->setIcon(theme::symbol(u"chevron-down"_s));
    m_states->setIconSize({14, 14});
    m_states->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_states->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    m_states->setFocusPolicy(Qt::TabFocus);
    m_states->setPopupMode(QToolButton::InstantPopup);
    m_states->setToolTip(tr("Which states are shown"));
    menu->setLayoutDirection(layoutDirection()); // which it would take over from the button
    m_states->setMenu(menu);
}

void MatrixStrip::choose(const MatrixFilter &filter)
{
    if (filter == m_filter)
        return;
    setFilter(filter);
    Q_EMIT filterChanged(filter);
}

void MatrixStrip::setFilter(const MatrixFilter &filter)
{
    m_filter = filter;
    const QSignalBlocker quiet(m_name);
    if (m_name->text().trimmed() != filter.name)
        m_name->setText(filter.name);
    mark();
}

void MatrixStrip::mark()
{
    for (QAction *action : m_states->menu()->actions()) {
        if (action->data().toInt() != int(m_filter.which))
            continue;
        action->setChecked(true);
        m_states->setText(action->text().remove(u'&'));
        m_states->setAccessibleName(tr("States: %1").arg(m_states->text()));
    }
    m_all->setVisible(m_filter.isActive());
}

void MatrixStrip::setCounts(int shown, int all)
{
    m_counts->setText(m_filter.isActive() ? tr("%1 of %2 targets").arg(shown).arg(all) : tr("%1 targets").arg(all));
}

void MatrixStrip::find()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

/// Escape gives the filter up and goes back to the table.
bool MatrixStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    choose({});
    Q_EMIT closed();
    return true;
}

} // namespace unmoor
