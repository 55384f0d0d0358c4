// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

#include <functional>

namespace unmoor {

/// What a person is asked, in whole sentences and plain text.
struct Question
{
    QString title; ///< of the box
    QString text;
    QString detail; ///< what follows from it; may be empty
    QString yes;
    QString no;
    bool isWarning = false; ///< something would be lost or stopped
};

/// Asks in a box above \a parent. \a agreed runs after "yes", and not at all once \a parent is gone.
void ask(QWidget *parent, const Question &question, std::function<void()> agreed);

/// A box above \a parent, without buttons yet, that shows its texts as they are and deletes itself when it is closed.
QMessageBox *plainBox(QMessageBox::Icon icon, const QString &title, const QString &text, const QString &detail,
                      QWidget *parent);

/// Says in a box above \a parent what went wrong.
void sayProblem(QWidget *parent, const QString &title, const QString &text);

} // namespace unmoor
