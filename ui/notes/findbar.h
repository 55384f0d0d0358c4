// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace unmoor {

class ChangelogEditor;

/// Finds in the whole changelog, and replaces in the section that can be edited. Hidden until asked for; Esc hides it.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(ChangelogEditor *editor, QWidget *parent = nullptr);

    void begin(); ///< shows it, with the selected words in it
    void step(bool forward); ///< to the next match, around the ends
    void replace(); ///< the match that is selected, then to the next
    void replaceAll(); ///< one step for Undo

    QLineEdit *needle() const { return m_needle; }
    QLineEdit *replacement() const { return m_replacement; }
    QString said() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    bool isMatchSelected() const;
    void say(const QString &words);

    ChangelogEditor *m_editor;
    QLineEdit *m_needle;
    QLineEdit *m_replacement;
    QLabel *m_said;
};

} // namespace unmoor
