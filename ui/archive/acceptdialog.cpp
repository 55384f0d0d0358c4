// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/acceptdialog.h"

#include "app/core/visibletext.h"
#include "ui/archive/entrytext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/stateicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QLabel *wrapped(const QString &text, theme::Type type, bool secondary)
{
    auto *label = textLabel(text, type, secondary);
    label->setWordWrap(true);
    return label;
}

} // namespace

AcceptDialog::AcceptDialog(const Finding &finding, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QLineEdit)
{
    setWindowTitle(tr("Accept a finding"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(new StateIcon(theme::stateOf(finding.severity)), 0, Qt::AlignTop);
    const QString name = finding.path.sliced(finding.path.lastIndexOf(u'/') + 1);
    head->addWidget(wrapped(name.isEmpty() ? headlineOf(finding)
                                           : u"%1: %2"_s.arg(withVisibleSigns(name), headlineOf(finding).toLower()),
                            theme::Type::BodyStrong, false),
                    1);
    auto *label = textLabel(tr("&Why it can stay"), theme::Type::BodyStrong);
    label->setBuddy(m_reason);
    m_reason->setMinimumWidth(theme::rowHeight(420));
    m_reason->setMaxLength(1000);
    m_reason->setAccessibleName(tr("Reason"));
    auto *accept = accentButton(tr("&Accept this finding"));
    accept->setDefault(true);
    accept->setEnabled(false);
    auto *cancel = new QPushButton(tr("&Cancel"));

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::xl, theme::space::l, theme::space::xl, theme::space::l);
    column->setSpacing(theme::space::m);
    column->addLayout(head);
    column->addWidget(wrapped(finding.message, theme::Type::Body, false));
    column->addWidget(label);
    column->addWidget(m_reason);
    column->addWidget(
        wrapped(tr("The finding no longer stands against the release. It and your reason are shown in the "
                   "release record, and again before you publish."),
                theme::Type::Secondary, true));
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, accept,
            [accept](const QString &text) { accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(accept, &QPushButton::clicked, this, [this] {
        Q_EMIT reasonGiven(m_reason->text().trimmed());
        close();
    });
    m_reason->setFocus();
}

} // namespace unmoor
