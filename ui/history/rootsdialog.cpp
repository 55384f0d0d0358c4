// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/rootsdialog.h"

#include "app/core/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

QLabel *wrapped(const QString &text, theme::Type type, bool secondary)
{
    auto *label = textLabel(text, type, secondary);
    label->setWordWrap(true);
    return label;
}

} // namespace

RootsDialog::RootsDialog(const QString &project, QWidget *parent)
    : QDialog(parent)
    , m_model(new RootsModel(this))
    , m_table(new QTableView)
    , m_note(wrapped(tr("Asking Nix how much the results take…"), theme::Type::Body, false))
    , m_free(accentButton(tr("&Free")))
    , m_collect(new QPushButton(tr("&Run nix store gc")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Free space: %1").arg(project));
    makeTable();
    m_note->setAccessibleName(tr("What is chosen"));
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_free->setEnabled(false);
    m_collect->setToolTip(tr("Deletes everything on this machine that nothing keeps, of other projects too"));
    auto *close = new QPushButton(tr("&Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_collect);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_free);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::xl, theme::space::l, theme::space::xl, theme::space::l);
    column->setSpacing(theme::space::m);
    column->addWidget(wrapped(tr("Each result of %1 is kept on the disk until you let go of it. A published archive is "
                                 "on its host; one that is not published would have to be built again.")
                                  .arg(project),
                              theme::Type::Body, false));
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    column->addWidget(wrapped(tr("Letting go deletes nothing yet: nix store gc does, here or whenever it runs next."),
                              theme::Type::Secondary, true));
    column->addLayout(buttons);
    resize(760, 460);

    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_free, &QPushButton::clicked, this, [this] { Q_EMIT freeRequested(m_model->chosenLinks()); });
    connect(m_collect, &QPushButton::clicked, this, &RootsDialog::collectRequested);
    connect(m_model, &RootsModel::dataChanged, this, &RootsDialog::showChoice);
}

void RootsDialog::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Results that are kept"));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::rowHeight(theme::size::step));
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RootsModel::State, QHeaderView::Stretch);
}

void RootsDialog::setOverview(const RootsOverview &overview)
{
    m_model->setOverview(overview);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showChoice();
}

void RootsDialog::showChoice()
{
    const QStringList links = m_model->chosenLinks();
    const auto chosen = int(links.size());
    m_free->setEnabled(chosen > 0);
    m_free->setText(chosen == 1 ? tr("&Free 1 result") : tr("&Free %1 results").arg(chosen));
    if (m_model->rowCount() == 0)
        return showNote(tr("No result of this project is kept."));
    QString note = tr("%1 of %2 chosen: frees up to %3.")
                       .arg(chosen)
                       .arg(m_model->rowCount())
                       .arg(formatBytes(m_model->overview().bytesFreedBy(links)));
    if (m_model->isChosen(GcRoot::State::Open))
        note += u' ' + tr("Results of a release that is not published are among them.");
    showNote(note);
}

void RootsDialog::showNote(const QString &note)
{
    m_note->setText(note);
}

QString RootsDialog::note() const
{
    return m_note->text();
}

void RootsDialog::setCollecting(bool collecting)
{
    m_collect->setEnabled(!collecting);
    if (collecting)
        showNote(tr("nix store gc is running. It goes on when this window is closed."));
}

} // namespace unmoor
