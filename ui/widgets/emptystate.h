// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace unmoor {

/// What a page shows while it has nothing: one sentence, one button.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &sentence, const QString &action = {}, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void setAction(const QString &action); ///< empty: no button
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void actionRequested();

private:
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace unmoor
