// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace unmoor {

class StateIcon;

/// What a page must say first: a bar in the state's color, a tint, a title, an explanation and what can be done about
/// it. It stays until its cause is gone.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows the banner; screen readers announce a change of the title.
    void showMessage(theme::State state, const QString &title, const QString &text);
    void clear(); ///< hides it and removes its actions
    QPushButton *addAction(const QString &text, bool accent = false);
    void clearActions();

    QString title() const;
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    theme::State m_state = theme::State::Note;
    StateIcon *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_actions;
};

} // namespace unmoor
