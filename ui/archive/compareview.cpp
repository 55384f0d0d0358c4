// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/compareview.h"

#include "app/core/visibletext.h"
#include "ui/archive/comparemodel.h"
#include "ui/archive/comparetext.h"
#include "ui/archive/comparetree.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/stateicon.h"
#include "ui/widgets/toolstrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostNotes = 3; ///< lines below the counts; the rest is in their tooltip

/// A line of the summary: icon and text.
QWidget *noteLine(theme::State state, const QString &text)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(new StateIcon(state));
    row->addWidget(new ElidedLabel(text, theme::Type::Secondary), 1);
    return line;
}

enum Scope { Changed, All, Libraries, Modes };

} // namespace

CompareView::CompareView(QWidget *parent)
    : QWidget(parent)
    , m_model(new CompareModel(this))
    , m_filter(new CompareFilter(this))
    , m_stack(new QStackedWidget)
    , m_message(new EmptyState(QString()))
    , m_title(new ElidedLabel(QString(), theme::Type::BodyStrong))
    , m_notes(new QVBoxLayout)
    , m_bars(new SizeBars)
    , m_scope(new SegmentedControl({tr("Changed"), tr("All"), tr("Libraries"), tr("Modes")}))
    , m_name(new QLineEdit)
    , m_next(linkButton(tr("Next change  F8")))
    , m_tree(new CompareTree)
{
    m_filter->setSourceModel(m_model);
    m_tree->setModel(m_filter);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeSummary());
    column->addWidget(makeToolStrip());
    column->addWidget(m_tree, 1);
    m_stack->addWidget(m_message);
    m_stack->addWidget(content);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    connectParts();
}

QWidget *CompareView::makeSummary()
{
    auto *summary = new QWidget;
    summary->setAutoFillBackground(true);
    summary->setBackgroundRole(QPalette::Base);
    auto *left = new QVBoxLayout;
    left->setSpacing(5);
    left->addWidget(m_title);
    m_notes->setSpacing(5);
    left->addLayout(m_notes);
    left->addStretch();
    auto *row = new QHBoxLayout(summary);
    row->setContentsMargins(theme::space::l, 10, theme::space::m, theme::space::s);
    row->setSpacing(theme::space::l);
    row->addLayout(left, 4);
    row->addWidget(m_bars, 9);
    summary->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return summary;
}

QWidget *CompareView::makeToolStrip()
{
    m_name->setPlaceholderText(tr("Filter by name"));
    m_name->setAccessibleName(tr("Filter changes by name"));
    addSearchButtons(m_name);
    m_name->setMaximumWidth(190);
    m_name->setMinimumWidth(80);
    m_next->setToolTip(tr("Go to the next change (F8); Shift+F8 goes back"));
    auto *strip = new ToolStrip;
    strip->setContentsMargins(theme::space::m, 0, theme::space::m, 0);
    strip->addWidget(m_scope);
    strip->allowBreak();
    strip->addStretch();
    strip->addWidget(m_name, 1);
    strip->addWidget(m_next);
    return strip;
}

void CompareView::connectParts()
{
    connect(m_message, &EmptyState::actionRequested, this, &CompareView::actionRequested);
    connect(m_next, &QPushButton::clicked, this, [this] { goToChange(); });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setNeedle(text);
        foldSections();
    });
    connect(m_scope, &SegmentedControl::currentChanged, this, [this](int index) {
        m_filter->setScope(CompareFilter::Scope(index));
        foldSections();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (const EntryChange *change = m_model->changeAt(m_filter->mapToSource(current)))
            Q_EMIT entryChosen(change->newEntry);
    });
}

void CompareView::find()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
}

void CompareView::setComparison(const ArchiveComparison &comparison)
{
    const ArchiveDiff &diff = comparison.diff;
    m_title->setText(withVisibleSigns(comparison.title));
    m_title->setToolTip(toolTipText(u"%1 → %2"_s.arg(diff.oldName, diff.newName)));
    setNotes(diff);
    QList<PackedSizes> sizes = comparison.targets;
    if (sizes.isEmpty())
        sizes.append({withVisibleSigns(diff.newName), diff.oldBytes, diff.newBytes});
    m_bars->setSizes(sizes, comparison.before, comparison.after);
    m_model->setDiff(diff);
    m_model->setLabels(comparison.before, comparison.after, comparison.folder);
    updateCounts();
    foldSections();
    m_stack->setCurrentIndex(1);
    choose(nextChange({}, true));
}

void CompareView::setMessage(const QString &sentence, const QString &action)
{
    m_model->setDiff({});
    m_message->setSentence(sentence);
    m_message->setAction(action);
    m_stack->setCurrentIndex(0);
}

void CompareView::setNotes(const ArchiveDiff &diff)
{
    while (QLayoutItem *item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_notes->addWidget(noteLine(diff.isIdentical() ? theme::State::Done : theme::State::Note,
                                diff.isIdentical() ? tr("Every file is the same") : countsText(diff)));
    QStringList notes = diff.warnings;
    for (const QString &note : diff.notes)
        if (!diff.warnings.contains(note))
            notes.append(note);
    const qsizetype shown = notes.size() <= mostNotes ? notes.size() : mostNotes - 1;
    for (const QString &note : notes.first(shown))
        m_notes->addWidget(noteLine(diff.warnings.contains(note) ? theme::State::Warning : theme::State::Note,
                                    withVisibleSigns(note)));
    if (shown == notes.size())
        return;
    const QStringList rest = notes.sliced(shown);
    const bool anyWarns = diff.warnings.size() > shown;
    QWidget *line = noteLine(anyWarns ? theme::State::Warning : theme::State::Note, tr("%1 more").arg(rest.size()));
    line->setToolTip(toolTipText(withVisibleSigns(rest.join(u"; "_s))));
    line->setAccessibleDescription(line->toolTip());
    m_notes->addWidget(line);
}

void CompareView::updateCounts()
{
    m_scope->setText(Changed, tr("Changed %L1").arg(m_model->changeCount()));
    m_scope->setText(All, tr("All %L1").arg(m_model->entryCount()));
    m_scope->setText(Libraries, tr("Libraries %L1").arg(m_model->libraryCount()));
    m_scope->setText(Modes, tr("Modes %L1").arg(m_model->modeCount()));
    m_next->setEnabled(m_model->changeCount() > 0);
}

/// What is the same is folded unless it was asked for.
void CompareView::foldSections()
{
    const bool asked = m_scope->currentIndex() != Changed || !m_name->text().isEmpty();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex section = m_filter->index(row, 0);
        const bool isSame = section.data(CompareModel::KindRole).toInt() == int(EntryChange::Kind::Same);
        m_tree->setExpanded(section, asked || !isSame);
    }
}

QModelIndex CompareView::nextChange(const QModelIndex &from, bool forward) const
{
    const int all = m_model->changeCount();
    if (all == 0)
        return {};
    // Changes stand before what is the same: counted through, they are the first rows of the diff.
    int at = forward ? -1 : all;
    int before = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex section = m_model->index(row, 0);
        if (from == section)
            at = forward ? before - 1 : before;
        else if (from.parent() == section)
            at = before + from.row();
        before += m_model->rowCount(section);
    }
    if (forward && at >= all) // among what is the same
        at = -1;
    at = (std::min(at, all) + (forward ? 1 : -1) + all) % all;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex section = m_model->index(row, 0);
        const int count = m_model->rowCount(section);
        if (at < count)
            return m_model->index(at, 0, section);
        at -= count;
    }
    return {};
}

void CompareView::goToChange(bool forward)
{
    const QModelIndex from = m_filter->mapToSource(m_tree->currentIndex().siblingAtColumn(0));
    const QModelIndex next = nextChange(from, forward);
    if (next.isValid() && !m_filter->mapFromSource(next).isValid()) {
        m_name->clear(); // a change behind the filter is still one
        m_scope->setCurrentIndex(Changed);
    }
    choose(next);
}

void CompareView::choose(const QModelIndex &source)
{
    const QModelIndex index = m_filter->mapFromSource(source);
    if (!index.isValid())
        return;
    m_tree->expand(index.parent());
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

} // namespace unmoor
