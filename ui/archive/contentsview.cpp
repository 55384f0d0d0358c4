// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/contentsview.h"

#include "app/archive/entrypath.h"
#include "app/archive/layoutplace.h"
#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "ui/archive/archivemodel.h"
#include "ui/archive/archivetree.h"
#include "ui/archive/entryinspector.h"
#include "ui/archive/entrymenu.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toolstrip.h"

#include <QAction>
#include <QActionGroup>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int leastTree = 240; ///< in which the names can be read

/// Where a link leads, if that is in the archive.
QString linkTargetOf(const ArchiveEntry &entry, const EntryTree &tree)
{
    if (entry.link.isEmpty())
        return {};
    const std::optional<QStringList> parts = linkTarget(entry);
    const QString path = parts ? parts->join(u'/') : QString();
    return !path.isEmpty() && tree.nodeOfPath(path) >= 0 ? path : QString();
}

} // namespace

ContentsView::ContentsView(ArchiveModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scope(new SegmentedControl({tr("All"), tr("Problems")}))
    , m_byFolder(new QAction(tr("By &folder"), this))
    , m_inOrder(new QAction(tr("In archive &order"), this))
    , m_name(new QLineEdit)
    , m_next(linkButton(tr("Next problem  F8")))
    , m_tree(new ArchiveTree)
    , m_inspector(new EntryInspector)
{
    m_tree->setArchiveModel(m_model);
    layOut();
    connect(m_next, &QPushButton::clicked, this, [this] { goToProblem(true); });
    connect(m_name, &QLineEdit::textChanged, this, &ContentsView::updateRules);
    connect(m_scope, &SegmentedControl::currentChanged, this, &ContentsView::updateRules);
    connect(m_inOrder, &QAction::toggled, this, &ContentsView::updateRules);
    connect(m_model, &ArchiveModel::arranged, this, &ContentsView::showArranged);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ContentsView::updateInspector);
    connect(m_tree, &ArchiveTree::menuRequested, this, [this](const QPoint &at) {
        QMenu *menu = entryMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(at);
    });
    connect(m_inspector, &EntryInspector::acceptRequested, this, &ContentsView::acceptRequested);
    connect(m_inspector, &EntryInspector::withdrawRequested, this, &ContentsView::withdrawRequested);
    connect(m_inspector, &EntryInspector::entryRequested, this, &ContentsView::goToEntry);
}

// --- Layout ----------------------------------------------------------------------------------------------------------

void ContentsView::layOut()
{
    auto *left = new QWidget;
    left->setMinimumWidth(theme::rowHeight(leastTree));
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolStrip());
    column->addWidget(m_tree, 1);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"contents"_s); // by which its place is remembered
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_inspector);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({732, 372});
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(splitter);
}

QWidget *ContentsView::makeToolStrip()
{
    m_name->setPlaceholderText(tr("Filter by name"));
    m_name->setAccessibleName(tr("Filter entries by name"));
    addSearchButtons(m_name);
    m_name->setMaximumWidth(theme::rowHeight(150));
    m_name->setMinimumWidth(60);
    m_next->setToolTip(tr("Go to the next problem (F8); Shift+F8 goes back"));
    m_scope->setAccessibleName(tr("Which entries"));
    auto *strip = new ToolStrip;
    strip->addWidget(m_scope);
    strip->addWidget(makeOrderButton());
    strip->allowBreak();
    strip->addStretch();
    strip->addWidget(m_name, 1);
    strip->addWidget(m_next);
    return strip;
}

QWidget *ContentsView::makeOrderButton()
{
    QToolButton *button = moreButton(tr("Order of the entries"));
    button->setToolTip(tr("Show the entries by folder or in the archive's order"));
    auto *group = new QActionGroup(button);
    for (QAction *action : {m_byFolder, m_inOrder}) {
        action->setCheckable(true);
        group->addAction(action);
        button->menu()->addAction(action);
    }
    m_byFolder->setChecked(true);
    return button;
}

// --- Reading ---------------------------------------------------------------------------------------------------------

void ContentsView::setRead(bool isRead)
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_scope, m_name})
        control->setEnabled(isRead);
    m_inOrder->setEnabled(isRead);
    updateCounts();
    updateInspector(m_tree->currentIndex());
}

void ContentsView::beginReading()
{
    forgetWanted();
    m_tree->forgetFolders();
}

void ContentsView::forgetWanted()
{
    m_wanted.clear();
    m_wantedProblem.reset();
}

void ContentsView::takeEntries()
{
    m_tree->openFolders();
    updateCounts();
}

/// Ghosts are counted too: they have rows.
void ContentsView::updateCounts()
{
    const int problems = m_model->problemCount();
    m_scope->setText(0, tr("All %L1").arg(m_model->entryCount() + m_model->ghostCount()));
    m_scope->setText(1, tr("Problems %L1").arg(problems));
    m_next->setEnabled(problems > 0);
}

/// Rows were put together: of an archive that was just read, or the same ones by other rules.
void ContentsView::showArranged()
{
    m_tree->openFolders();
    const QModelIndex wanted = m_wanted.isEmpty() ? QModelIndex() : m_model->reveal(m_wanted);
    m_wanted.clear();
    if (wanted.isValid())
        m_tree->choose(wanted);
    if (const std::optional<bool> forward = std::exchange(m_wantedProblem, std::nullopt))
        m_tree->choose(m_model->nextProblem(m_tree->currentIndex(), *forward));
    else if (!wanted.isValid())
        chooseFirst();
    updateInspector(m_tree->currentIndex());
}

void ContentsView::updateRules()
{
    applyRules(m_tree->currentIndex().siblingAtColumn(0).data(ArchiveModel::PathRole).toString());
}

/// Afterwards the entry \a wanted is chosen.
void ContentsView::applyRules(const QString &wanted)
{
    m_wanted = wanted;
    m_model->setRules({.inArchiveOrder = m_inOrder->isChecked(),
                       .problemsOnly = m_scope->currentIndex() == 1,
                       .needle = m_name->text()});
}

// --- The chosen entry ------------------------------------------------------------------------------------------------

void ContentsView::updateInspector(const QModelIndex &current)
{
    const QModelIndex index = current.siblingAtColumn(ArchiveModel::Name);
    if (!index.isValid() || !index.data(ArchiveModel::PathRole).isValid()) {
        m_inspector->setDetails({});
        return;
    }
    const QString path = index.data(ArchiveModel::PathRole).toString();
    EntryDetails details{.name = index.data().toString(),
                         .symbol = index.data(ArchiveModel::SymbolRole).toString(),
                         .findings = m_model->findingsAt(index),
                         .chain = m_model->chainAt(index)};
    if (const ArchiveEntry *entry = m_model->entryAt(index)) {
        QStringList summary;
        if (entry->type == ArchiveEntry::Type::File)
            summary << formatBytes(entry->size);
        details.summary = (summary << modeColumnText(*entry)).join(u"  "_s);
        details.content = entry->content;
        details.size = entry->size;
        details.linkTarget = linkTargetOf(*entry, m_model->tree());
        details.facts = factsOf(*entry);
    } else {
        details.summary = index.siblingAtColumn(ArchiveModel::What).data().toString();
        details.facts = {{tr("Path"), withVisibleSigns(path)}};
    }
    m_inspector->setDetails(details);
}

void ContentsView::chooseFirst()
{
    const QModelIndex problem = m_model->nextProblem({}, true);
    m_tree->choose(problem.isValid() ? problem : m_model->index(0, 0));
}

/// A problem behind a filter of names is still one.
void ContentsView::goToProblem(bool forward)
{
    const QModelIndex problem = m_model->nextProblem(m_tree->currentIndex().siblingAtColumn(0), forward);
    if (problem.isValid() || m_name->text().isEmpty()) {
        m_tree->choose(problem);
        return;
    }
    m_wantedProblem = forward;
    m_name->clear();
}

void ContentsView::goToEntry(const QString &path)
{
    if (const QModelIndex index = m_model->reveal(path); index.isValid()) {
        m_tree->choose(index);
        return;
    }
    const QSignalBlocker noName(m_name);
    const QSignalBlocker noScope(m_scope);
    m_name->clear();
    m_scope->setCurrentIndex(0);
    applyRules(path);
}

void ContentsView::find()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
}

const ArchiveEntry *ContentsView::chosenFile() const
{
    const ArchiveEntry *entry = m_model->entryAt(m_tree->currentIndex().siblingAtColumn(ArchiveModel::Name));
    return entry && entry->type == ArchiveEntry::Type::File && !entry->sha256.isEmpty() ? entry : nullptr;
}

/// Why the bytes of the row cannot be had; empty: they can.
QString ContentsView::whyNoFile(const QModelIndex &index) const
{
    if (!m_scope->isEnabled())
        return tr("The archive is still being read.");
    const ArchiveEntry *entry = m_model->entryAt(index);
    if (index.data(ArchiveModel::MissingRole).toBool())
        return tr("It is missing: the archive has no such file.");
    if (!entry || entry->type == ArchiveEntry::Type::Directory)
        return tr("It is a folder. Choose a file in it.");
    if (entry->type != ArchiveEntry::Type::File)
        return tr("It is no file of its own. Choose the file that it stands for.");
    return entry->sha256.isEmpty() ? tr("It was not read whole.") : QString();
}

QString ContentsView::whyNoLayout(const QString &path) const
{
    if (!m_layout)
        return tr("The target names no layout in unmoor.toml.");
    return layoutPlaceOf(*m_layout, path) ? QString() : tr("No line of the layout names it.");
}

QMenu *ContentsView::entryMenu()
{
    const QModelIndex index = m_tree->currentIndex().siblingAtColumn(ArchiveModel::Name);
    const QString path = index.data(ArchiveModel::PathRole).toString();
    auto *menu = new EntryMenu({.path = path,
                                .whyNoFile = whyNoFile(index),
                                .whyNoLayout = whyNoLayout(path),
                                .findings = m_model->findingsAt(index)},
                               this);
    connect(menu, &EntryMenu::openRequested, this, &ContentsView::openRequested);
    connect(menu, &EntryMenu::saveRequested, this, &ContentsView::saveRequested);
    connect(menu, &EntryMenu::layoutRequested, this, [this, path] { Q_EMIT layoutRequested(path); });
    connect(menu, &EntryMenu::acceptRequested, this, &ContentsView::acceptRequested);
    connect(menu, &EntryMenu::withdrawRequested, this, &ContentsView::withdrawRequested);
    return menu;
}

} // namespace unmoor
