// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/hostkeydialog.h"

#include "ui/card/selectabletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/stateicon.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QLabel *wrapped(const QString &text, theme::Type type, bool secondary = false)
{
    auto *label = textLabel(text, type, secondary);
    label->setWordWrap(true);
    return label;
}

/// The key's file on the machine, by its type.
QString fileOfKey(const HostKeys &keys)
{
    const QString type = keys.keys.isEmpty() ? u"ed25519"_s : keys.keys.constFirst().typeName().toLower();
    return u"ssh-keygen -lf /etc/ssh/ssh_host_%1_key.pub"_s.arg(type);
}

} // namespace

HostKeyDialog::HostKeyDialog(const BuildHost &host, const ProbeReport &report, QWidget *parent)
    : QDialog(parent)
    , m_trust(new QPushButton)
    , m_notNow(new QPushButton(tr("&Not now")))
{
    const bool changed = report.isHostKeyChanged();
    setWindowTitle(changed ? tr("Compare the keys of %1").arg(host.name) : tr("Trust %1").arg(host.name));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::xl, theme::space::l, theme::space::xl, theme::space::l);
    column->setSpacing(theme::space::m);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(new StateIcon(changed ? theme::State::Error : theme::State::Warning), 0, Qt::AlignTop);
    head->addWidget(wrapped(changed ? tr("%1 shows a different host key than before").arg(host.name)
                                    : tr("Is this %1?").arg(host.name),
                            theme::Type::Title),
                    1);
    column->addLayout(head);
    column->addWidget(wrapped(
        changed ? tr("The machine may have been reinstalled, or someone answers in its place. Nothing is sent until "
                     "you decide.")
                : tr("No key of %1 is known yet, so nothing tells it from a machine that answers in its place. "
                     "Nothing was sent to it.")
                      .arg(report.offered.host),
        theme::Type::Body));
    if (changed)
        addKeys(tr("Known until now"), report.known, false);
    addKeys(changed ? tr("Shown now") : tr("Its fingerprint"), report.offered, changed);
    column->addWidget(wrapped(tr("Compare it with what the machine itself says:"), theme::Type::Body));
    column->addWidget(new SelectableText(fileOfKey(report.offered), theme::Type::Mono));
    if (changed) {
        m_compared = new QCheckBox(tr("&I compared the key on the machine itself: it is the one shown now"));
        connect(m_compared, &QCheckBox::toggled, m_trust, &QPushButton::setEnabled);
        column->addWidget(m_compared);
    }
    m_trust->setText(changed ? tr("&Replace the known key of %1").arg(host.name) : tr("&Trust this key"));
    m_trust->setEnabled(!changed);
    connect(m_trust, &QPushButton::clicked, this, [this, keys = report.offered] {
        accept();
        Q_EMIT trusted(keys);
    });
    column->addStretch();
    column->addLayout(makeButtons());
    m_notNow->setFocus();
    setMinimumWidth(theme::rowHeight(560));
}

void HostKeyDialog::addKeys(const QString &title, const HostKeys &keys, bool isNew)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(textLabel(title, theme::Type::BodyStrong));
    for (const HostKey &key : keys.keys) {
        auto *line = new SelectableText(u"%1  %2"_s.arg(key.typeName(), key.fingerprint()), theme::Type::Mono);
        line->setAccessibleName(title);
        if (isNew)
            line->setState(theme::State::Warning); // amber, not green: nobody has said that it is right
        column->addWidget(line);
    }
}

QLayout *HostKeyDialog::makeButtons()
{
    m_notNow->setDefault(true); // trusting is never what a stray Return does
    m_trust->setAutoDefault(false);
    connect(m_notNow, &QPushButton::clicked, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_trust);
    row->addWidget(m_notNow);
    return row;
}

} // namespace unmoor
