// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;

namespace unmoor {

class ElidedLabel;
class StateIcon;

/// The window's last line: what happens or happened last; at the right what may stand in the way.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// A change of \a state is announced to screen readers; a mere change of the text is not.
    void setMessage(std::optional<theme::State> state, const QString &text, double progress = 0.6);
    void setProblems(int errors, int warnings);
    void hideProblems(); ///< where no project is open
    void setFreeBytes(qint64 bytes); ///< below 0: not known
    void setCallsLeft(int calls); ///< of GitHub's hourly limit; below 0: not known
    void setRightText(const QString &text); ///< in place of all these: "Unmoor 0.4.0"; empty: none
    QString message() const;

Q_SIGNALS:
    void problemsActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showRight(QLabel *label, const QString &text);
    void updateDots();

    StateIcon *m_icon;
    ElidedLabel *m_message;
    QPushButton *m_problems;
    QLabel *m_firstDot;
    QLabel *m_free;
    QLabel *m_secondDot;
    QLabel *m_calls;
    QLabel *m_own;
};

} // namespace unmoor
