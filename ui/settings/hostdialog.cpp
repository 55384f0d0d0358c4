// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/hostdialog.h"

#include "app/core/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filedialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QLineEdit *lineEdit(const QString &text, const QString &name, const QString &placeholder)
{
    auto *edit = new QLineEdit(text);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    return edit;
}

QSpinBox *spinBox(int least, int most, int value, const QString &name)
{
    auto *spin = new QSpinBox;
    spin->setRange(least, most);
    spin->setValue(value);
    spin->setAccessibleName(name);
    spin->setMinimumWidth(theme::rowHeight(132));
    spin->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return spin;
}

} // namespace

BuildHost withAddress(BuildHost host, const QString &typed)
{
    host.address = typed.trimmed();
    if (!host.address.contains(u'@') && !host.address.contains(u"://"_s))
        return host;
    const QUrl url(host.address.contains(u"://"_s) ? host.address : u"ssh://"_s + host.address);
    if (url.host().isEmpty())
        return host;
    host.address = url.host();
    if (!url.userName().isEmpty())
        host.user = url.userName();
    if (url.port() > 0)
        host.port = url.port();
    return host;
}

Result<QStringList> systemsOf(const QString &typed)
{
    static const QRegularExpression gap(u"[\\s,;]+"_s);
    static const QRegularExpression system(u"^[a-z0-9_]+-[a-z0-9]+$"_s);
    QStringList systems = typed.split(gap, Qt::SkipEmptyParts);
    for (const QString &word : std::as_const(systems))
        if (!system.match(word).hasMatch())
            return failure(
                Error::Kind::InvalidInput,
                Words::tr("%1 is no system that Nix knows by name. Write them as in aarch64-darwin, or leave the "
                          "field empty: the probe finds out.")
                    .arg(word));
    systems.removeDuplicates();
    return systems;
}

HostDialog::HostDialog(const BuildHost &host, Keep keep, QWidget *parent)
    : QDialog(parent)
    , m_host(host)
    , m_keep(std::move(keep))
    , m_problem(textLabel({}, theme::Type::Body))
    , m_keepButton(accentButton(host.name.isEmpty() ? tr("&Add machine") : tr("&Keep changes")))
{
    setWindowTitle(host.name.isEmpty() ? tr("Add a machine") : tr("Edit %1").arg(host.name));
    setAttribute(Qt::WA_DeleteOnClose);
    makeFields();
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setAccessibleName(tr("Problem"));
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::WindowText, theme::stateColor(theme::State::Error, palette()));
    m_problem->setPalette(colors);
    m_problem->hide();

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(theme::space::m);
    form->setVerticalSpacing(theme::space::s);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&User"), m_user);
    form->addRow(tr("&Port"), m_port);
    form->addRow(tr("Private &key"), makeKeyRow());
    form->addRow(tr("&Remote program"), m_program);
    form->addRow(tr("&Builds for"), m_systems);
    form->addRow(tr("&Targets at once"), m_jobs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::xl, theme::space::l, theme::space::xl, theme::space::l);
    column->setSpacing(theme::space::m);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addStretch();
    column->addLayout(makeButtons());
    m_name->setFocus();
}

void HostDialog::makeFields()
{
    m_name = lineEdit(m_host.name, tr("Name"), tr("mac-mini"));
    m_address =
        lineEdit(m_host.address, tr("Address"), tr("mac-mini.local, an IP address, or a name of ~/.ssh/config"));
    m_user = lineEdit(m_host.user, tr("User"), tr("as ssh chooses"));
    m_port = spinBox(0, 65535, m_host.port, tr("Port"));
    m_port->setSpecialValueText(tr("as ssh chooses"));
    m_key = lineEdit(m_host.keyFile, tr("Private key file"), tr("your agent and ssh's own keys"));
    m_program = lineEdit(m_host.remoteProgram, tr("Remote program"), tr("nix-daemon, as found on the PATH there"));
    m_systems = lineEdit(m_host.systems.join(u' '), tr("Builds for"), tr("empty: the probe finds out"));
    m_systems->setFont(theme::font(theme::Type::Mono));
    m_jobs = spinBox(1, 64, m_host.jobs, tr("Targets at once"));
    m_address->setMinimumWidth(theme::rowHeight(360));
    connect(m_address, &QLineEdit::editingFinished, this, &HostDialog::splitAddress);
}

QWidget *HostDialog::makeKeyRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space::s);
    auto *choose = new QPushButton(tr("&Choose…"));
    choose->setAccessibleName(tr("Choose the private key file"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &HostDialog::chooseKey);
    layout->addWidget(m_key, 1);
    layout->addWidget(choose);
    row->setFocusProxy(m_key);
    return row;
}

QLayout *HostDialog::makeButtons()
{
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    m_keepButton->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keepButton, &QPushButton::clicked, this, &HostDialog::keep);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_keepButton);
    return row;
}

/// "builder@mac-mini.local:2222" goes where it belongs.
void HostDialog::splitAddress()
{
    const BuildHost host = withAddress({.user = m_user->text(), .port = m_port->value()}, m_address->text());
    m_address->setText(host.address);
    m_user->setText(host.user);
    m_port->setValue(host.port);
}

void HostDialog::chooseKey()
{
    auto *dialog = fileDialog(this, tr("Choose the private key file"), QDir::homePath() + u"/.ssh"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, m_key, &QLineEdit::setText);
    dialog->open();
}

BuildHost HostDialog::entered() const
{
    BuildHost host = m_host;
    host.name = m_name->text().trimmed();
    host.address = m_address->text();
    host.user = m_user->text().trimmed();
    host.port = m_port->value();
    host.keyFile = m_key->text().trimmed();
    host.remoteProgram = m_program->text().trimmed();
    host.systems = systemsOf(m_systems->text()).value_or(QStringList());
    host.jobs = m_jobs->value();
    return host;
}

void HostDialog::keep()
{
    splitAddress();
    Result<void> kept;
    if (const auto systems = systemsOf(m_systems->text()); !systems)
        kept = std::unexpected(systems.error());
    else if (const QString key = m_key->text().trimmed(); !key.isEmpty() && !QFileInfo(key).isFile())
        kept = failure(
            Error::Kind::InvalidInput,
            tr("There is no file %1. Choose the private key, or leave the field empty to use your agent.").arg(key));
    else if (key.endsWith(u".pub"))
        kept = failure(
            Error::Kind::InvalidInput,
            tr("%1 is the public half. Choose the private key, which has the same name without .pub.").arg(key));
    else
        kept = m_keep(entered());
    if (kept)
        return accept();
    m_problem->setText(kept.error().message);
    m_problem->show();
}

QString HostDialog::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

} // namespace unmoor
