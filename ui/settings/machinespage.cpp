// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/machinespage.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/core/words.h"
#include "ui/settings/hostdialog.h"
#include "ui/settings/hostkeydialog.h"
#include "ui/settings/pagehead.h"
#include "ui/settings/probecard.h"
#include "ui/settings/settingsdesk.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/question.h"

#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

namespace {

using theme::State;

FactCell muted(const QString &text)
{
    return {.text = text, .isMuted = true};
}

/// The first; what else is built, below.
FactCell systemsCell(const QStringList &systems)
{
    return {.text = systems.value(0),
            .detail = systems.sliced(std::min<qsizetype>(1, systems.size())).join(u' '),
            .type = theme::Type::Mono,
            .isMuted = true};
}

QString hereText(const ThisMachine &here)
{
    QStringList parts;
    if (here.cores > 0)
        parts += counted(here.cores, Words::tr("1 core"), Words::tr("%1 cores"));
    if (here.freeBytes >= 0)
        parts += Words::tr("%1 free").arg(formatBytes(here.freeBytes));
    return parts.join(u", "_s);
}

FactRow rowOf(const ThisMachine &here, const QDateTime &now)
{
    const FactCell state = !here.askedAt.isValid() ? FactCell{State::Running, Words::tr("asking Nix"), {}}
        : here.problem.isEmpty()                   ? FactCell{State::Done, Words::tr("ready"), {}}
                                                   : FactCell{State::Error, Words::tr("no Nix"), {}};
    return {{.text = placeName({}), .detail = hereText(here), .type = theme::Type::BodyStrong},
            systemsCell(here.systems),
            muted(agoText(here.askedAt, now)),
            state};
}

QString probedText(const BuildHost &host, const QDateTime &now)
{
    if (!host.probedAt.isValid())
        return Words::tr("never");
    const QString ago = agoText(host.probedAt, now);
    return host.probeMsec > 0 && host.probeState == "ready"_L1 ? Words::tr("%1, %2 ms").arg(ago).arg(host.probeMsec)
                                                               : ago;
}

FactRow rowOf(const BuildHost &host, const ProbeView &view, const QDateTime &now)
{
    return {{.text = host.name, .detail = addressText(host), .type = theme::Type::BodyStrong},
            host.systems.isEmpty() ? muted(Words::tr("not known yet")) : systemsCell(host.systems),
            muted(probedText(host, now)),
            {.state = view.state, .text = view.word}};
}

} // namespace

MachinesPage::MachinesPage(SettingsDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new FactModel({tr("Machine"), tr("Builds for"), tr("Last probe"), tr("State")}, this))
    , m_table(new FactTable(m_model, {226, 146, 146, 190}, 46))
    , m_add(new QPushButton(tr("&Add machine…")))
    , m_edit(new QPushButton(tr("&Edit…")))
    , m_remove(new QPushButton(tr("&Remove…")))
    , m_column(new QVBoxLayout(this))
{
    m_table->setAccessibleName(tr("Machines"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    m_column->addLayout(pageHead(tr("Machines"), tr("Where targets are built"), {m_remove, m_edit, m_add}));
    m_column->addWidget(m_table);
    connect(m_add, &QPushButton::clicked, this, [this] { addMachine(); });
    connect(m_edit, &QPushButton::clicked, this, &MachinesPage::edit);
    connect(m_remove, &QPushButton::clicked, this, &MachinesPage::remove);
    connect(m_table, &QAbstractItemView::activated, this, &MachinesPage::edit);
    openOnSpace(m_table);
    connect(m_table, &FactTable::currentRowChanged, this, &MachinesPage::updateCard);
    auto *removeKey = new QShortcut(QKeySequence::Delete, m_table, this, &MachinesPage::remove);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(&m_desk, &SettingsDesk::changed, this, &MachinesPage::updateRows);
    m_clock.setInterval(30s);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            updateRows();
    });
    m_clock.start();
    updateRows();
    m_table->setCurrentRow(0);
}

void MachinesPage::showEvent(QShowEvent *event)
{
    m_desk.askThisMachine();
    QWidget::showEvent(event);
}

void MachinesPage::updateRows()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString before = chosen();
    QList<FactRow> rows{rowOf(m_desk.thisMachine(), now)};
    for (const BuildHost &host : m_desk.settings().hosts)
        rows.append(rowOf(host, probeView(host, m_desk.report(host.name), m_desk.isProbing(host.name)), now));
    m_model->setRows(rows);
    if (m_table->currentRow() < 0)
        choose(before);
    updateCard();
}

QString MachinesPage::chosen() const
{
    const int row = m_table->currentRow();
    return row > 0 ? m_model->rows().at(row).constFirst().text : QString();
}

void MachinesPage::choose(const QString &name)
{
    for (int row = 1; row < m_model->rowCount(); ++row)
        if (m_model->rows().at(row).constFirst().text == name)
            return m_table->setCurrentRow(row);
    m_table->setCurrentRow(0);
}

void MachinesPage::updateCard()
{
    const BuildHost *host = m_desk.settings().host(chosen());
    m_edit->setEnabled(host);
    m_remove->setEnabled(host);
    std::optional<ProbeView> view;
    if (host)
        view = probeView(*host, m_desk.report(host->name), m_desk.isProbing(host->name));
    else if (!m_desk.thisMachine().problem.isEmpty())
        view = ProbeView{.state = State::Error,
                         .title = tr("Nix does not answer on this machine"),
                         .text = m_desk.thisMachine().problem};
    if (m_card && view && m_card->view() == *view)
        return;
    const bool hadFocus = m_card && m_card->isAncestorOf(focusWidget());
    if (m_card) {
        m_card->hide();
        m_card->deleteLater(); // it may hold the button that is being clicked
        m_card = nullptr;
    }
    if (!view)
        return;
    m_card = new ProbeCard(*view);
    m_column->insertWidget(2, m_card);
    connect(m_card, &ProbeCard::probeRequested, this, [this] { probe(chosen()); });
    connect(m_card, &ProbeCard::offerTaken, this, &MachinesPage::takeOffer);
    if (hadFocus)
        m_card->probeButton()->setFocus();
}

void MachinesPage::probe(const QString &name)
{
    if (name.isEmpty())
        m_desk.askThisMachine();
    else
        m_desk.probe(name);
}

// --- What a person asks for ------------------------------------------------------------------------------------------

void MachinesPage::addMachine(const QString &system)
{
    const auto keep = [this](const BuildHost &host) {
        auto added = m_desk.addHost(host);
        if (added) {
            choose(host.name);
            m_desk.probe(host.name);
        }
        return added;
    };
    auto *dialog = new HostDialog({.systems = system.isEmpty() ? QStringList() : QStringList{system}}, keep, this);
    dialog->open();
}

void MachinesPage::edit()
{
    const BuildHost *host = m_desk.settings().host(chosen());
    if (!host)
        return;
    const auto keep = [this, name = host->name](const BuildHost &changed) {
        auto replaced = m_desk.replaceHost(name, changed);
        if (replaced) {
            choose(changed.name);
            m_desk.probe(changed.name);
        }
        return replaced;
    };
    auto *dialog = new HostDialog(*host, keep, this);
    dialog->open();
}

void MachinesPage::remove()
{
    const QString name = chosen();
    if (name.isEmpty())
        return;
    const QStringList targets = m_desk.targetsOn(name);
    const QString builds = targets.isEmpty()
        ? tr("No target of the open project is built there. Nothing changes on the machine itself.")
        : tr("%1 is built there, and moves to another machine that builds it. Nothing changes on the machine itself.")
              .arg(targets.join(u", "_s));
    ask(this,
        {.title = tr("Remove a machine"),
         .text = tr("Remove %1?").arg(name),
         .detail = builds,
         .yes = tr("&Remove %1").arg(buttonLabel(name)),
         .no = tr("&Keep it")},
        [this, name] { Q_EMIT ended(m_desk.removeHost(name), tr("%1 was not removed").arg(name)); });
}

void MachinesPage::takeOffer()
{
    const BuildHost *host = m_desk.settings().host(chosen());
    const ProbeReport *report = host ? m_desk.report(host->name) : nullptr;
    if (!report)
        return;
    if (m_card->view().offer == ProbeView::Offer::UseRemoteProgram) {
        BuildHost changed = *host;
        changed.remoteProgram = report->remoteProgram;
        Q_EMIT ended(m_desk.replaceHost(changed.name, changed), tr("The change was not kept"));
        return m_desk.probe(changed.name);
    }
    auto *dialog = new HostKeyDialog(*host, *report, this);
    const bool replace = report->isHostKeyChanged();
    connect(dialog, &HostKeyDialog::trusted, this, [this, name = host->name, replace](const HostKeys &keys) {
        const auto trusted = m_desk.trust(keys, replace);
        Q_EMIT ended(trusted, tr("The key was not written down"));
        if (trusted)
            m_desk.probe(name);
    });
    dialog->open();
}

} // namespace unmoor
