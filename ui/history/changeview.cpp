// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/changeview.h"

#include "ui/build/diffview.h"
#include "ui/history/recordtable.h"
#include "ui/history/releaserows.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

ChangeView::ChangeView(QWidget *parent)
    : QWidget(parent)
    , m_parts(new SegmentedControl({tr("Files"), tr("Notes"), tr("Archives")}))
    , m_compare(new QPushButton(tr("Compare &entries…")))
    , m_whole(new QStackedWidget)
    , m_stack(new QStackedWidget)
    , m_message(new EmptyState(QString()))
    , m_files(new RecordTable(changeRows(), tr("Files of both releases")))
    , m_notes(new QWidget)
    , m_archives(new RecordTable(archiveRows(), tr("Archives of both releases")))
    , m_noArchives(new EmptyState(
          tr("No target has its archives of both releases on this machine. Their results may have been let go of.")))
    , m_archiveStack(new QStackedWidget)
{
    m_archiveStack->addWidget(m_noArchives);
    m_archiveStack->addWidget(m_archives);
    m_stack->addWidget(m_files);
    m_stack->addWidget(m_notes);
    m_stack->addWidget(m_archiveStack);
    auto *change = new QWidget;
    auto *column = new QVBoxLayout(change);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    column->addWidget(m_stack, 1);
    m_whole->addWidget(m_message);
    m_whole->addWidget(change);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_whole);
    const auto compare = [this] {
        if (const int row = m_archives->currentRow(); row >= 0 && row < m_change.archives.size())
            Q_EMIT archivesRequested(m_change.archives[row]);
    };
    connect(m_compare, &QPushButton::clicked, this, compare);
    connect(m_archives, &QTableView::activated, this, compare);
    connect(m_parts, &SegmentedControl::currentChanged, this, &ChangeView::showPart);
    showPart();
}

QWidget *ChangeView::makeStrip()
{
    m_parts->setAccessibleName(tr("What of the releases"));
    m_compare->setToolTip(tr("Read both archives of the chosen target, and compare what is in them"));
    auto *strip = new QWidget;
    strip->setFixedHeight(theme::rowHeight(theme::size::toolStrip));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(theme::space::m, 0, theme::space::m, 0);
    row->addWidget(m_parts);
    row->addStretch();
    row->addWidget(m_compare);
    return strip;
}

void ChangeView::setMessage(const QString &sentence)
{
    m_message->setSentence(sentence);
    m_whole->setCurrentIndex(0);
}

void ChangeView::setChange(const ReleaseChange &change)
{
    m_change = change;
    m_files->rows()->setRows(rowsOf(change.files));
    m_archives->rows()->setRows(rowsOf(change.archives));
    m_archiveStack->setCurrentIndex(change.archives.isEmpty() ? 0 : 1);
    const auto changed =
        std::ranges::count_if(change.files, [](const FileChange &file) { return file.kind != FileChange::Kind::Same; });
    m_parts->setText(Files, tr("Files %L1").arg(changed));
    m_parts->button(Files)->setToolTip(tr("How many files are not the same"));
    m_parts->setText(Archives, tr("Archives %L1").arg(change.archives.size()));
    showNotes();
    m_whole->setCurrentIndex(1);
    showPart();
}

void ChangeView::showNotes()
{
    QWidget *before = m_notes;
    if (m_change.notes.isEmpty()) {
        m_notes = new EmptyState(tr("The notes of both releases are the same."));
    } else {
        auto *diff = new DiffView(m_change.notes);
        diff->setFrameShape(QFrame::NoFrame);
        diff->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        diff->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        diff->setAccessibleName(tr("Lines of the notes that differ"));
        m_notes = diff;
    }
    m_stack->insertWidget(Notes, m_notes);
    m_stack->removeWidget(before);
    delete before;
}

void ChangeView::setPart(Part part)
{
    m_parts->setCurrentIndex(part);
}

void ChangeView::showPart()
{
    m_stack->setCurrentIndex(m_parts->currentIndex());
    m_compare->setVisible(m_parts->currentIndex() == Archives && !m_change.archives.isEmpty());
}

} // namespace unmoor
