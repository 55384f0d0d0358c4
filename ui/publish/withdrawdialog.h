// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/withdraw/withdrawer.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace unmoor {

class DiffView;
class StateIcon;

/// Takes a release back: the ways to, what each would do step by step, and doing it once a person agreed. Deletes
/// itself.
class WithdrawDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a session outlives this.
    WithdrawDialog(Session &session, const QString &tag, QWidget *parent = nullptr);

    Withdrawer &withdrawer() { return m_withdrawer; }
    QRadioButton *wayButton(WithdrawWay way) const;
    QLineEdit *reasonField() const { return m_reason; }
    QPushButton *runButton() const { return m_run; }
    QPushButton *patchButton() const { return m_patch; }
    QString message() const;
    QStringList shownSteps() const;
    QString shownNotice() const;

Q_SIGNALS:
    void hostChanged(); ///< something was done there, or tried
    void patchRequested(); ///< the fix is to be prepared

public Q_SLOTS:
    void reject() override; ///< stops what runs; closes where nothing does

private:
    void addWay(WithdrawWay way, const QString &text, const QString &meaning);
    void choose();
    void refresh();
    void showSteps(const WithdrawPlan &plan);
    void showMessage(const WithdrawPlan &plan);
    void say(std::optional<theme::State> state, const QString &text);

    Withdrawer m_withdrawer;
    StateIcon *m_icon;
    QLabel *m_words;
    QButtonGroup *m_ways;
    QVBoxLayout *m_wayColumn;
    QLineEdit *m_reason;
    QWidget *m_stepBox;
    QVBoxLayout *m_stepColumn;
    QLabel *m_noticeTitle;
    QPlainTextEdit *m_notice;
    QPushButton *m_patch;
    QPushButton *m_close;
    QPushButton *m_run;
};

} // namespace unmoor
