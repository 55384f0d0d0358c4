// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace unmoor {

class StateIcon;
class WrappingRow;

/// What a page must say first: a bar in the state's color, a tint, a title, an explanation and what can be done about
/// it: beside the words, or below them where these would have little room. It stays until its cause is gone.
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

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeActions();

    theme::State m_state = theme::State::Note;
    StateIcon *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    WrappingRow *m_actions;
    QBoxLayout *m_body;
};

} // namespace unmoor
