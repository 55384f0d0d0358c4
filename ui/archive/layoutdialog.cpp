// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/layoutdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

LayoutDialog::LayoutDialog(const QString &toml, const QString &name, const QString &triple, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Propose a layout"));
    auto *lead = textLabel(
        triple.isEmpty()
            ? tr("This archive meets the layout below. Take out what need not be there, put it into unmoor.toml, and "
                 "name it in a target with layout = \"%1\".")
                  .arg(name)
            : tr("This archive meets the layout below. Take out what need not be there, put it into unmoor.toml, and "
                 "add layout = \"%1\" to the target %2.")
                  .arg(name, triple),
        theme::Type::Body);
    lead->setWordWrap(true);
    auto *text = new QPlainTextEdit(toml);
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(theme::font(theme::Type::Mono));
    text->setAccessibleName(tr("Proposed layout"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = accentButton(tr("&Copy the layout"));
    buttons->addButton(copy, QDialogButtonBox::ActionRole);
    copy->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [toml] { QGuiApplication::clipboard()->setText(toml); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::l, theme::space::l, theme::space::l, theme::space::l);
    column->setSpacing(theme::space::m);
    column->addWidget(lead);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    resize(640, 440);
}

} // namespace unmoor
