// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace unmoor {

/// How one step of a release stands.
struct StepState
{
    theme::State state = theme::State::Planned;
    QString summary; ///< "2 of 3 done, 1 running"
    double progress = 0.6; ///< 0 to 1, while running

    bool operator==(const StepState &) const = default;
};

/// One step in the rail: shape, name, summary, key.
class StepButton : public QAbstractButton
{
    Q_OBJECT
public:
    StepButton(const QString &name, const QString &key, QWidget *parent = nullptr);

    void setState(const StepState &state);
    const StepState &state() const { return m_state; }
    void setSymbol(const QIcon &symbol); ///< in place of the state's shape, for what is not a step

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintGround(QPainter &painter) const;
    QColor summaryColor() const;

    QString m_key;
    QIcon m_symbol;
    StepState m_state;
};

} // namespace unmoor
