// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/textmerge.h"

#include <QWidget>

class QButtonGroup;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace unmoor {

class NotesStrip;

/// Two texts that have to become one.
struct MergeQuestion
{
    QString title;
    QString oursName; ///< "Your text"
    QString theirsName; ///< "CHANGELOG.md on disk"
    std::optional<QString> base; ///< what both began as; nullopt: not known
    QString ours;
    QString theirs;
};

/// Two texts side by side, difference by difference, with a choice for each. What only one of them changed is decided
/// already, and can be decided otherwise.
class MergeView : public QWidget
{
    Q_OBJECT
public:
    enum Choice { Undecided = -1, Ours, Theirs, Both };

    explicit MergeView(QWidget *parent = nullptr);

    void ask(const MergeQuestion &question);
    int differences() const { return int(m_choices.size()); }
    int undecided() const;
    QString merged() const; ///< by the choices so far; ours where there is none
    void choose(int difference, Choice choice);
    QPushButton *takeButton() const { return m_take; }

Q_SIGNALS:
    void taken(const QString &text); ///< everything is decided, and a person wants it
    void left(); ///< without a decision

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addAlike(const QStringList &lines);
    void addDifference(const MergePart &part);
    void showCount();

    NotesStrip *m_strip;
    QPushButton *m_take;
    QPushButton *m_leave;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows = nullptr;
    MergeQuestion m_question;
    QList<MergePart> m_parts;
    QList<QButtonGroup *> m_choices; ///< one for each difference, in order
};

} // namespace unmoor
