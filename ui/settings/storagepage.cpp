// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/storagepage.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/settings/pagehead.h"
#include "ui/settings/settingsdesk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/openlink.h"
#include "ui/widgets/question.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString logCount(qint64 count)
{
    return counted(count, Words::tr("1 log"), Words::tr("%1 logs"));
}

FactRow part(const QString &name, const QString &size, const QString &about)
{
    return {{.text = name}, {.text = size}, {.text = about, .type = theme::Type::Secondary, .isMuted = true}};
}

} // namespace

StoragePage::StoragePage(SettingsDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_path(textLabel({}, theme::Type::Mono, true))
    , m_model(new FactModel({tr("Part"), tr("Size"), tr("What it is")}, this))
    , m_days(new QSpinBox)
    , m_delete(new QPushButton(tr("&Delete logs…")))
    , m_answer(textLabel({}, theme::Type::Secondary, true))
{
    auto *open = new QPushButton(tr("&Open folder"));
    connect(open, &QPushButton::clicked, this, [this] { openLinkOrSay(this, QUrl::fromLocalFile(m_desk.stateDir())); });
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_path->setAccessibleName(tr("State folder"));
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *table = new FactTable(m_model, {190, 110, 425}, 30);
    table->setAccessibleName(tr("What the state folder holds"));
    table->setSelectionMode(QAbstractItemView::NoSelection);
    m_answer->setWordWrap(true);
    m_answer->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(pageHead(tr("Storage"), tr("What Unmoor keeps on this machine"), {open}));
    column->addWidget(m_path);
    column->addWidget(table);
    column->addSpacing(theme::space::s);
    column->addLayout(makeLogRow());
    column->addWidget(m_answer);
    column->addStretch();
    connect(m_delete, &QPushButton::clicked, this, &StoragePage::findLogs);
    connect(&m_desk, &SettingsDesk::changed, this,
            [this] { m_path->setText(QDir::toNativeSeparators(m_desk.stateDir())); });
    m_path->setText(QDir::toNativeSeparators(m_desk.stateDir()));
    setUse({});
}

QLayout *StoragePage::makeLogRow()
{
    m_days->setRange(1, 3650);
    m_days->setValue(90);
    m_days->setSuffix(tr(" days"));
    m_days->setAccessibleName(tr("Age in days from which logs are deleted"));
    m_days->setMinimumWidth(theme::rowHeight(110));
    m_delete->setAutoDefault(false);
    auto *label = textLabel(tr("Logs o&lder than"), theme::Type::Body);
    label->setBuddy(m_days);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(label);
    row->addWidget(m_days);
    row->addWidget(m_delete);
    row->addWidget(new ElidedLabel(tr("Those of releases that are not published stay."), theme::Type::Secondary, true),
                   1);
    return row;
}

void StoragePage::showEvent(QShowEvent *event)
{
    measure();
    QWidget::showEvent(event);
}

void StoragePage::measure()
{
    m_desk.measure().then(this, [this](const StorageUse &use) { setUse(use); });
}

void StoragePage::setUse(const StorageUse &use)
{
    m_model->setRows({
        part(tr("Ledger"), formatBytes(use.ledger), tr("What was built, sent, accepted, and how long it took")),
        part(tr("Logs"), formatBytes(use.logs), logCount(use.logFiles)),
        part(tr("Adopted archives"), formatBytes(use.adopted), tr("Finished archives that were taken from elsewhere")),
        part(tr("Earlier archives"), formatBytes(use.earlier), tr("Fetched to compare with; come again when needed")),
        part(tr("Rehearsal"), formatBytes(use.rehearsal), tr("The sample project and its stand-in host")),
        part(tr("Other"), formatBytes(use.other), tr("Settings, checksums, known hosts")),
        part(tr("Kept results"), QString::number(use.roots),
             tr("Links that keep builds in the Nix store; History frees them")),
    });
}

void StoragePage::findLogs()
{
    m_delete->setEnabled(false);
    const QDateTime before = QDateTime::currentDateTimeUtc().addDays(-m_days->value());
    m_desk.findLogs(before).then(this, [this](const Result<OldLogs> &logs) {
        m_delete->setEnabled(true);
        if (!logs)
            Q_EMIT ended(std::unexpected(logs.error()), tr("The logs could not be looked through"));
        else
            askToDelete(*logs);
    });
}

void StoragePage::askToDelete(const OldLogs &logs)
{
    m_answer->setVisible(logs.files.isEmpty());
    const QString kept = logs.kept == 0
        ? QString()
        : tr("%1 of releases that are not published, or of unknown builds, stay.").arg(logCount(logs.kept));
    if (logs.files.isEmpty())
        return m_answer->setText(
            tr("Nothing to delete: no published release has a log that old. %1").arg(kept).trimmed());
    ask(this,
        {.title = tr("Delete logs"),
         .text = tr("Delete %1 of published releases, %2?").arg(logCount(logs.files.size()), formatBytes(logs.bytes)),
         .detail = kept,
         .yes = tr("&Delete %1").arg(logCount(logs.files.size())),
         .no = tr("&Keep them")},
        [this, logs] {
            m_desk.removeLogs(logs).then(this, [this](const Result<void> &removed) {
                Q_EMIT ended(removed, tr("Not every log was deleted"));
                measure();
            });
        });
}

} // namespace unmoor
