// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/buildingpage.h"

#include "ui/settings/pagehead.h"
#include "ui/settings/settingsdesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QSpinBox *spinBox(int least, int most, const QString &suffix, const QString &name)
{
    auto *spin = new QSpinBox;
    spin->setRange(least, most);
    spin->setSuffix(suffix);
    spin->setAccessibleName(name);
    spin->setKeyboardTracking(false); // a number that is still being typed is no setting yet
    spin->setMinimumWidth(theme::rowHeight(96));
    return spin;
}

/// A field, and a word about it beside.
QWidget *explained(QWidget *field, const QString &text)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space::m);
    auto *about = textLabel(text, theme::Type::Secondary, true);
    about->setWordWrap(true);
    field->setAccessibleDescription(text);
    layout->addWidget(field);
    layout->addWidget(about, 1);
    row->setFocusProxy(field);
    return row;
}

} // namespace

BuildingPage::BuildingPage(SettingsDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_jobs(spinBox(1, 64, {}, tr("Targets at once on this machine")))
    , m_stall(spinBox(0, 24 * 60, tr(" min"), tr("Minutes of silence after which a step is pointed at")))
    , m_notify(spinBox(0, 86'400, tr(" s"), tr("Seconds after which the end of a build is announced")))
    , m_memory(spinBox(4, 4096, tr(" MiB"), tr("Memory for the index of one log")))
    , m_secondLook(spinBox(0, 3600, tr(" s"), tr("Seconds after publishing until GitHub is read once more")))
    , m_features(new QListWidget)
    , m_remove(new QPushButton(tr("Switch &off")))
{
    m_stall->setSpecialValueText(tr("never"));
    m_notify->setSpecialValueText(tr("never"));
    m_secondLook->setSpecialValueText(tr("never"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(pageHead(tr("Building"), tr("How builds run, and what is said of them")));
    column->addLayout(makeForm());
    column->addSpacing(theme::space::m);
    column->addLayout(makeFeatures());
    column->addStretch();
    keepChanges(m_jobs, &Settings::jobsHere);
    keepChanges(m_stall, &Settings::stallMinutes);
    keepChanges(m_notify, &Settings::notifySeconds);
    keepChanges(m_memory, &Settings::logMemoryMib);
    keepChanges(m_secondLook, &Settings::secondLookSeconds);
    connect(&m_desk, &SettingsDesk::changed, this, &BuildingPage::showSettings);
    showSettings();
}

QLayout *BuildingPage::makeForm()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(theme::space::l);
    form->setVerticalSpacing(10);
    form->addRow(tr("&Targets at once here"),
                 explained(m_jobs, tr("Other machines have their own number. Nix's max-jobs holds within each.")));
    form->addRow(tr("Point at a &silent step after"),
                 explained(m_stall,
                           tr("A step that neither says nor does anything may be stuck. It goes on all the "
                              "same.")));
    form->addRow(tr("&Announce the end of a build after"),
                 explained(m_notify, tr("A desktop notification, for builds that took longer.")));
    form->addRow(tr("&Log index in memory"),
                 explained(m_memory, tr("At most, for one log. Its text stays in its file.")));
    auto *head = pageHead(tr("Publishing"), tr("How a release is proved"));
    head->setContentsMargins(0, theme::space::l, 0, 0);
    form->addRow(head);
    form->addRow(
        tr("Look a&gain after"),
        explained(m_secondLook, tr("What GitHub shows right after publishing is compared, and once more then.")));
    return form;
}

QLayout *BuildingPage::makeFeatures()
{
    m_features->setAccessibleName(tr("Experimental features of Nix"));
    m_features->setFont(theme::font(theme::Type::Mono));
    m_features->setFixedHeight(theme::rowHeight(112));
    connect(m_features, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    connect(m_remove, &QPushButton::clicked, this, &BuildingPage::removeFeature);
    auto *removeKey = new QShortcut(QKeySequence::Delete, m_features, this, &BuildingPage::removeFeature);
    removeKey->setContext(Qt::WidgetShortcut);
    auto *column = new QVBoxLayout;
    column->setSpacing(10);
    column->addLayout(pageHead(tr("Features of Nix"), tr("Switched on in our runs alone"), {m_remove}));
    column->addWidget(m_features);
    auto *about = textLabel(tr("nix-command and flakes are always on. Another is added where a build says that it "
                               "needs it and you agree; Nix's own settings stay as they are."),
                            theme::Type::Secondary, true);
    about->setWordWrap(true);
    column->addWidget(about);
    return column;
}

void BuildingPage::showSettings()
{
    const Settings &settings = m_desk.settings();
    const auto show = [](QSpinBox *field, int value) {
        const QSignalBlocker quiet(field);
        field->setValue(value);
    };
    show(m_jobs, settings.jobsHere);
    show(m_stall, settings.stallMinutes);
    show(m_notify, settings.notifySeconds);
    show(m_memory, settings.logMemoryMib);
    show(m_secondLook, settings.secondLookSeconds);
    setEnabled(m_desk.problem().isEmpty());
    QStringList shown;
    for (int row = 0; row < m_features->count(); ++row)
        shown += m_features->item(row)->text();
    if (shown != settings.nixFeatures) {
        m_features->clear();
        m_features->addItems(settings.nixFeatures);
    }
    m_remove->setEnabled(m_features->currentRow() >= 0);
}

void BuildingPage::keepChanges(QSpinBox *field, int Settings::*value)
{
    connect(field, &QSpinBox::valueChanged, this, [this, value](int entered) {
        const auto kept = m_desk.change([&](Settings &settings) { settings.*value = entered; });
        Q_EMIT ended(kept, tr("The change was not kept"));
    });
}

void BuildingPage::removeFeature()
{
    if (m_features->currentRow() < 0)
        return;
    const QString feature = m_features->currentItem()->text();
    const auto kept = m_desk.change([&](Settings &settings) { settings.nixFeatures.removeAll(feature); });
    Q_EMIT ended(kept, tr("The change was not kept"));
}

} // namespace unmoor
