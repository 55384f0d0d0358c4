// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/layoutplacedialog.h"

#include "app/archive/layoutplace.h"
#include "app/archive/layoutproposal.h"
#include "app/core/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString leadFor(const std::optional<LayoutPlace> &place, const QString &name, const QString &path)
{
    if (!place)
        return LayoutPlaceDialog::tr("No line of the layout %1 names %2.").arg(name, path);
    return place->isAllowed
        ? LayoutPlaceDialog::tr("The marked line of the layout %1 allows %2: it may be there.").arg(name, path)
        : LayoutPlaceDialog::tr("The marked line of the layout %1 asks for %2.").arg(name, path);
}

/// Puts the cursor into \a line, and tints it.
void mark(QPlainTextEdit &text, int line)
{
    QTextCursor cursor(text.document()->findBlockByNumber(line));
    text.setTextCursor(cursor);
    QTextEdit::ExtraSelection whole;
    whole.cursor = cursor;
    whole.format.setBackground(theme::color(theme::Role::Selection, text.palette()));
    whole.format.setProperty(QTextFormat::FullWidthSelection, true);
    text.setExtraSelections({whole});
}

} // namespace

LayoutPlaceDialog::LayoutPlaceDialog(const ExpectedLayout &layout, const QString &name, const QString &path,
                                     QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("In the layout"));
    const auto place = layoutPlaceOf(layout, path);
    auto *lead = textLabel(leadFor(place, name, withVisibleSigns(path)), theme::Type::Body);
    lead->setWordWrap(true);
    auto *text = new QPlainTextEdit(layoutToToml(layout, name));
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(theme::font(theme::Type::Mono));
    text->setAccessibleName(tr("Layout %1").arg(name));
    if (place)
        mark(*text, place->line);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::l, theme::space::l, theme::space::l, theme::space::l);
    column->setSpacing(theme::space::m);
    column->addWidget(lead);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    resize(640, 400);
}

} // namespace unmoor
