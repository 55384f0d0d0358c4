// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/question.h"

#include <QLabel>
#include <QPushButton>

namespace unmoor {

QMessageBox *plainBox(QMessageBox::Icon icon, const QString &title, const QString &text, const QString &detail,
                      QWidget *parent)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(detail);
    // QMessageBox::setTextFormat() leaves the informative text out.
    for (QLabel *label : box->findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
    return box;
}

void ask(QWidget *parent, const Question &question, std::function<void()> agreed)
{
    auto *box = plainBox(question.isWarning ? QMessageBox::Warning : QMessageBox::Question, question.title,
                         question.text, question.detail, parent);
    auto *yes = box->addButton(question.yes, QMessageBox::DestructiveRole);
    box->setEscapeButton(box->addButton(question.no, QMessageBox::RejectRole));
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
                     [yes, agreed = std::move(agreed)](const QAbstractButton *clicked) {
                         if (clicked == yes)
                             agreed();
                     });
    box->open();
}

void sayProblem(QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox *box = plainBox(QMessageBox::Warning, title, text, {}, parent);
    box->addButton(QMessageBox::Ok);
    box->open();
}

} // namespace unmoor
