// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/tokenreport.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace unmoor {

class StateIcon;

/// What a token may do, when there is something to know about it.
class ReportPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ReportPanel(QWidget *parent = nullptr);

    void setReport(const TokenReport &report);

Q_SIGNALS:
    void openRequested(const QUrl &page);
    void anotherRequested();
    void closed();

private:
    QUrl m_page;
    StateIcon *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_another;
    QPushButton *m_close;
};

} // namespace unmoor
