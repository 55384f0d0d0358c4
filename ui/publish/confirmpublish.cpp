// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/confirmpublish.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "app/publish/publishplan.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plaintext.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int dialogWidth = 520;
constexpr int listWidth = dialogWidth - 2 * theme::space::xl;
constexpr int mostHeight = 260; // of what is to be agreed to; more scrolls

QLabel *wrapped(const QString &text, theme::Type type, bool secondary, QWidget *parent)
{
    auto *label = textLabel(text, type, secondary, parent);
    label->setWordWrap(true);
    return label;
}

QString whatHappens(const DesiredRelease &desired)
{
    return desired.draftOnly ? Words::tr("It stays a draft that users cannot see.")
                             : Words::tr("Users can see it as soon as every file is verified.");
}

QString whereText(const PublishFacts &facts)
{
    if (facts.host.isEmpty())
        return Words::tr("the rehearsal's host on this machine; nothing leaves it");
    return facts.account.isEmpty() ? facts.host : Words::tr("%1, as %2").arg(facts.host, facts.account);
}

QString shownAsText(const DesiredRelease &desired, const PublishFacts &facts)
{
    if (desired.draftOnly)
        return Words::tr("draft");
    if (desired.prerelease)
        return Words::tr("pre-release");
    return facts.takesLatest ? Words::tr("the latest release") : Words::tr("a release, not the latest one");
}

QString filesText(const DesiredRelease &desired)
{
    qint64 bytes = 0;
    for (const DesiredFile &file : desired.files)
        bytes += file.bytes;
    return Words::tr("%1, %2").arg(counted(desired.files.size(), Words::tr("1 file"), Words::tr("%1 files")),
                                   formatBytes(bytes));
}

} // namespace

ConfirmPublish::ConfirmPublish(const DesiredRelease &desired, const PublishPlan &plan,
                               const QMap<QString, QString> &accepted, const PublishFacts &facts, QWidget *parent)
    : QDialog(parent)
    , m_publish(accentButton(
          desired.draftOnly ? tr("&Keep %1 as draft").arg(desired.tag) : tr("&Publish %1").arg(desired.tag), this))
{
    setWindowTitle(tr("Publish"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space::xl, theme::space::l, theme::space::xl, theme::space::l);
    layout->setSpacing(theme::space::m);
    layout->addWidget(wrapped(desired.draftOnly ? tr("Keep %1 of %2 as a draft?").arg(desired.tag, desired.repository)
                                                : tr("Publish %1 of %2?").arg(desired.tag, desired.repository),
                              theme::Type::Title, false, this));
    layout->addWidget(wrapped(whatHappens(desired), theme::Type::Body, false, this));
    addFacts(desired, facts);
    for (const auto &[finding, reason] : accepted.asKeyValueRange())
        layout->addWidget(wrapped(tr("Accepted: %1. %2").arg(finding, reason), theme::Type::Secondary, true, this));
    addAgreements(dangerousSteps(plan));

    auto *back = new QPushButton(tr("&Not yet"), this);
    m_publish->setAutoDefault(false);
    back->setDefault(!m_agreements.isEmpty());
    m_publish->setDefault(m_agreements.isEmpty());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(back);
    buttons->addWidget(m_publish);
    layout->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_publish, &QPushButton::clicked, this, &QDialog::accept);
    refresh();
}

void ConfirmPublish::addFacts(const DesiredRelease &desired, const PublishFacts &facts)
{
    auto *rows = new QGridLayout;
    rows->setHorizontalSpacing(theme::space::l);
    rows->setVerticalSpacing(theme::space::xs);
    rows->setColumnStretch(1, 1);
    const auto add = [&](const QString &name, const QString &value) {
        const int row = rows->rowCount();
        rows->addWidget(textLabel(name, theme::Type::Body, true, this), row, 0, Qt::AlignTop);
        rows->addWidget(wrapped(value, theme::Type::Body, false, this), row, 1);
    };
    add(tr("Goes to"), whereText(facts));
    add(tr("Tag"), tr("%1 at commit %2").arg(desired.tag, shortCommit(desired.commit)));
    add(tr("Shown as"), shownAsText(desired, facts));
    add(tr("Holds"), filesText(desired));
    if (!facts.leftOut.isEmpty())
        add(tr("Left out"), facts.leftOut.join(u'\n'));
    if (facts.warnings > 0)
        add(tr("Stands"),
            counted(facts.warnings, tr("1 warning of the archives and the notes"),
                    tr("%1 warnings of the archives and the notes")));
    static_cast<QVBoxLayout *>(layout())->addLayout(rows);
}

/// Each file that is replaced by itself; broken uploads, which nobody can use, all at once.
void ConfirmPublish::addAgreements(const QList<PublishStep> &steps)
{
    QList<PublishStep> shown;
    QStringList broken;
    for (const PublishStep &step : steps) {
        if (step.kind == PublishStep::Kind::DeleteBroken)
            broken.append(step.file);
        else
            shown.append(step);
    }
    if (!broken.isEmpty())
        shown.append(PublishStep{.what = broken.size() == 1 ? tr("Delete the broken upload %1").arg(broken.first())
                                                            : tr("Delete %1 broken uploads").arg(broken.size()),
                                 .why = broken.size() == 1 ? tr("Nobody can download it") : broken.join(u", "_s)});
    if (shown.isEmpty())
        return;
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(textLabel(tr("This takes something away that is on GitHub. Agree to it:"),
                                theme::Type::BodyStrong, false, this));
    column->addWidget(listOf(shown));
}

QWidget *ConfirmPublish::listOf(const QList<PublishStep> &steps)
{
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins({});
    rows->setSpacing(theme::space::xs);
    for (const PublishStep &step : steps) {
        auto *agree = new QCheckBox(buttonLabel(step.what), list);
        agree->setAccessibleDescription(step.why);
        auto *why = wrapped(step.why, theme::Type::Secondary, true, list);
        why->setIndent(theme::size::icon + theme::space::s);
        rows->addWidget(agree);
        rows->addWidget(why);
        m_agreements.append(agree);
        connect(agree, &QCheckBox::toggled, this, &ConfirmPublish::refresh);
    }
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    scroll->setMaximumHeight(mostHeight);
    rows->addStretch(); // the scroll area hands out more height than the rows want
    scroll->setMinimumHeight(std::min(mostHeight, rows->totalHeightForWidth(listWidth) + theme::space::s));
    return scroll;
}

void ConfirmPublish::refresh()
{
    m_publish->setEnabled(std::ranges::all_of(m_agreements, &QCheckBox::isChecked));
}

} // namespace unmoor
