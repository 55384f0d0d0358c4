// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/releasepane.h"

#include "app/core/visibletext.h"
#include "ui/history/recordtable.h"
#include "ui/history/releaserows.h"
#include "ui/history/textrows.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toolstrip.h"

#include <QFileInfo>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

ReleasePane::ReleasePane(QWidget *parent)
    : QWidget(parent)
    , m_parts(new SegmentedControl({tr("What happened"), tr("Notes"), tr("Files"), tr("Builds"), tr("Accepted")}))
    , m_log(new QPushButton(tr("Show &log")))
    , m_stack(new QStackedWidget)
    , m_whole(new QStackedWidget)
    , m_message(new EmptyState(QString()))
    , m_notes(new QPlainTextEdit)
    , m_events(new RecordTable(eventRows(), tr("What happened")))
    , m_files(new RecordTable(fileRows(), tr("Files of the release")))
    , m_builds(new RecordTable(buildRows(), tr("Builds of the release")))
    , m_accepted(new RecordTable(acceptedRows(), tr("Accepted findings")))
{
    layOut();
    connect(m_parts, &SegmentedControl::currentChanged, this, &ReleasePane::showPart);
    connect(m_builds->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReleasePane::updateLog);
    const auto showLog = [this] {
        if (const BuildRecord *build = chosenBuild(); build && m_log->isEnabled())
            Q_EMIT logRequested(*build);
    };
    connect(m_log, &QPushButton::clicked, this, showLog);
    connect(m_builds, &QTableView::activated, this, showLog);
    showPart();
}

void ReleasePane::layOut()
{
    m_parts->setAccessibleName(tr("What of the release"));
    m_notes->setReadOnly(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notes->setTabChangesFocus(true);
    m_notes->setFrameShape(QFrame::NoFrame);
    m_notes->setFont(theme::font(theme::Type::Mono));
    m_notes->setAccessibleName(tr("Notes of the release"));
    m_notes->setPlaceholderText(tr("No notes are kept of this release."));
    auto *strip = new ToolStrip;
    strip->setContentsMargins(theme::space::m, 0, theme::space::m, 0);
    strip->addWidget(m_parts);
    strip->allowBreak();
    strip->addStretch();
    strip->addWidget(m_log);
    for (QWidget *part : std::initializer_list<QWidget *>{m_events, m_notes, m_files, m_builds, m_accepted})
        m_stack->addWidget(part);
    auto *release = new QWidget;
    auto *column = new QVBoxLayout(release);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip);
    column->addWidget(m_stack, 1);
    m_whole->addWidget(m_message);
    m_whole->addWidget(release);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_whole);
}

void ReleasePane::setMessage(const QString &sentence)
{
    m_message->setSentence(sentence);
    m_whole->setCurrentIndex(0);
}

void ReleasePane::setDetails(const ReleaseDetails &details)
{
    m_details = details;
    m_whole->setCurrentIndex(1);
    showRows();
}

void ReleasePane::showRows()
{
    const auto counted = [this](Part part, const QString &name, qsizetype count) {
        m_parts->setText(part, count > 0 ? tr("%1 %L2").arg(name).arg(count) : name);
    };
    const QList<ReleaseEvent> events = eventsOf(m_details);
    m_events->rows()->setRows(rowsOf(events));
    m_files->rows()->setRows(rowsOf(m_details.files));
    m_builds->rows()->setRows(rowsOf(m_details.builds));
    m_accepted->rows()->setRows(rowsOf(m_details.accepted));
    m_notes->setPlainText(m_details.notes);
    counted(Events, tr("What happened"), events.size());
    counted(Files, tr("Files"), m_details.files.size());
    counted(Builds, tr("Builds"), m_details.builds.size());
    counted(Accepted, tr("Accepted"), m_details.accepted.size());
    updateLog();
}

void ReleasePane::setPart(Part part)
{
    m_parts->setCurrentIndex(part);
}

RecordTable *ReleasePane::table(Part part) const
{
    return qobject_cast<RecordTable *>(m_stack->widget(part));
}

void ReleasePane::showPart()
{
    m_stack->setCurrentIndex(m_parts->currentIndex());
    m_log->setVisible(m_parts->currentIndex() == Builds);
}

const BuildRecord *ReleasePane::chosenBuild() const
{
    const int row = m_builds->currentRow();
    return row >= 0 && row < m_details.builds.size() ? &m_details.builds[row] : nullptr;
}

void ReleasePane::updateLog()
{
    const BuildRecord *build = chosenBuild();
    const QString why = !build     ? tr("Choose a build.")
        : build->logFile.isEmpty() ? tr("This kept no log: nothing was built.")
        : !QFileInfo(build->logFile).isReadable()
        ? tr("Its log is no longer at %1.").arg(withVisibleSigns(build->logFile))
        : QString();
    m_log->setEnabled(why.isEmpty());
    m_log->setToolTip(toolTipText(why.isEmpty() ? withVisibleSigns(build->logFile) : why));
}

} // namespace unmoor
