// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/devicecode.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace unmoor {

/// The code to type in a browser, large, and how long it is good for.
class CodePanel : public QWidget
{
    Q_OBJECT
public:
    explicit CodePanel(QWidget *parent = nullptr);

    void setCode(const DeviceCode &code);
    QString code() const;

Q_SIGNALS:
    void openRequested(const QUrl &page);
    void canceled();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void showTimeLeft();

    QUrl m_page;
    QDeadlineTimer m_end;
    QTimer m_second;
    QLabel *m_how;
    QLabel *m_code;
    QLabel *m_left;
    QPushButton *m_copy;
};

} // namespace unmoor
