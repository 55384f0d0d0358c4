// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/clone.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <optional>
#include <stop_token>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace unmoor {

class StateIcon;

/// Fetches a repository by its address: where from, where to, how far it is, why it failed. Deletes itself.
class CloneDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a place: the folder that the clone's folder is proposed to be in.
    explicit CloneDialog(const QString &place, QWidget *parent = nullptr);
    ~CloneDialog() override;

    QLineEdit *addressField() const { return m_address; }
    QLineEdit *placeField() const { return m_place; }
    QPushButton *cloneButton() const { return m_clone; }
    QPushButton *cancelButton() const { return m_cancel; }
    QString message() const; ///< what it says below the fields
    QString folder() const; ///< that the clone comes to; empty: not known yet

Q_SIGNALS:
    void cloned(const QString &folder); ///< it is there, and whole

public Q_SLOTS:
    void reject() override; ///< stops what runs; closes where nothing does

private:
    QWidget *makeFields();
    void choosePlace();
    void begin();
    void end(const Result<QString> &cloned);
    void showProgress(const CloneProgress &progress);
    void showTarget();
    void say(std::optional<theme::State> state, const QString &text);
    void setRunning(bool running);

    QLineEdit *m_address;
    QLineEdit *m_place;
    QPushButton *m_choose;
    StateIcon *m_icon;
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_clone;
    QPushButton *m_cancel;
    std::optional<std::stop_source> m_stop; ///< nullopt: nothing runs
};

} // namespace unmoor
