// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;

namespace unmoor {

/// Light, dark, or as the system is; and the language.
class LookPage : public QWidget
{
    Q_OBJECT
public:
    explicit LookPage(QWidget *parent = nullptr);

    void setAppearance(theme::Appearance appearance);
    theme::Appearance appearance() const;
    void setLanguage(const QString &language); ///< "de"; empty: as the system
    QString language() const;

Q_SIGNALS:
    void appearanceChosen(unmoor::theme::Appearance appearance);
    void languageChosen(const QString &language);

private:
    QButtonGroup *m_choices;
    QComboBox *m_language;
};

} // namespace unmoor
