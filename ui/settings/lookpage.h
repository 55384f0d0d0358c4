// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;

namespace unmoor {

/// Light, dark, or as the system is.
class LookPage : public QWidget
{
    Q_OBJECT
public:
    explicit LookPage(QWidget *parent = nullptr);

    void setAppearance(theme::Appearance appearance);
    theme::Appearance appearance() const;

Q_SIGNALS:
    void appearanceChosen(unmoor::theme::Appearance appearance);

private:
    QButtonGroup *m_choices;
};

} // namespace unmoor
