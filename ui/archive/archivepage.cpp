// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivepage.h"

#include "archive/archivefilter.h"
#include "archive/archivemodel.h"
#include "archive/archivetree.h"
#include "archive/entryinspector.h"
#include "core/format.h"
#include "widgets/banner.h"
#include "widgets/buttons.h"
#include "widgets/emptystate.h"
#include "widgets/pageheader.h"
#include "widgets/segmentedcontrol.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Up to here a person wants to see every entry at once.
constexpr int mostExpanded = 300;

QString archiveNameOf(const TargetState &target)
{
    if (target.inspection)
        return QFileInfo(target.inspection->contents.fileName).fileName();
    const QString path = target.record.archivePath;
    return path.isEmpty() ? target.target.triple : QFileInfo(path).fileName();
}

} // namespace

ArchivePage::ArchivePage(QWidget *parent)
    : QWidget(parent)
    , m_model(new ArchiveModel(this))
    , m_filter(new ArchiveFilter(this))
    , m_header(new PageHeader(tr("Archives")))
    , m_open(m_header->addButton(tr("&Open archive…")))
    , m_again(m_header->addButton(tr("Read &again")))
    , m_cancel(m_header->addButton(tr("&Cancel reading")))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(QString()))
    , m_banner(new Banner)
    , m_scope(new SegmentedControl({tr("All"), tr("Problems")}))
    , m_name(new QLineEdit)
    , m_next(linkButton(tr("Next problem  F8")))
    , m_tree(new ArchiveTree)
    , m_inspector(new EntryInspector)
{
    m_filter->setSourceModel(m_model);
    m_tree->setModel(m_filter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeContent());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    connectParts();
    addShortcuts();
    showEmpty({});
}

QWidget *ArchivePage::makeToolStrip()
{
    auto *strip = new QWidget;
    strip->setFixedHeight(theme::rowHeight(theme::size::toolStrip));
    m_name->setPlaceholderText(tr("Filter by name"));
    m_name->setAccessibleName(tr("Filter entries by name"));
    m_name->setClearButtonEnabled(true);
    m_name->addAction(theme::symbol(u"search"_s), QLineEdit::LeadingPosition);
    m_name->setMaximumWidth(190);
    m_name->setMinimumWidth(80);
    m_next->setToolTip(tr("Go to the next problem (F8); Shift+F8 goes back"));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(theme::space::m, 0, theme::space::m, 0);
    row->setSpacing(10);
    row->addWidget(m_scope);
    row->addStretch();
    row->addWidget(m_name, 1);
    row->addWidget(m_next);
    return strip;
}

QWidget *ArchivePage::makeContent()
{
    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(makeToolStrip());
    leftColumn->addWidget(m_tree, 1);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_inspector);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({716, 388});

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bannerBox = new QWidget;
    auto *bannerColumn = new QVBoxLayout(bannerBox);
    bannerColumn->setContentsMargins(theme::space::m, 10, theme::space::m, 10);
    bannerColumn->addWidget(m_banner);
    bannerBox->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(bannerBox);
    column->addWidget(splitter, 1);
    return content;
}

void ArchivePage::connectParts()
{
    connect(m_open, &QPushButton::clicked, this, &ArchivePage::askForFile);
    connect(m_again, &QPushButton::clicked, this, &ArchivePage::inspectAgainRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ArchivePage::cancelRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &ArchivePage::buildRequested);
    connect(m_next, &QPushButton::clicked, this, [this] { goToProblem(); });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setNeedle(text);
        m_tree->expandAll();
    });
    connect(m_scope, &SegmentedControl::currentChanged, this, [this](int index) {
        m_filter->setProblemsOnly(index == 1);
        m_tree->expandAll();
        chooseFirst();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ArchivePage::updateInspector);
}

void ArchivePage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto &&action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence::Find, [this] { m_name->setFocus(Qt::ShortcutFocusReason); });
}

void ArchivePage::setTarget(const TargetState &target)
{
    const bool isAnother = target.target.triple != m_triple;
    m_triple = target.target.triple;
    switch (target.archive) {
    case TargetState::Archive::None:
        m_shown.reset();
        showEmpty(target);
        return;
    case TargetState::Archive::Reading:
        if (isAnother || m_phase != Phase::Reading)
            beginReading(archiveNameOf(target));
        return;
    case TargetState::Archive::Unreadable:
        m_fileName = archiveNameOf(target);
        setProblem(target.archiveProblem);
        return;
    case TargetState::Archive::Read:
        if (target.inspection && target.inspection != m_shown) {
            setInspection(*target.inspection);
            m_shown = target.inspection;
        }
        return;
    }
}

void ArchivePage::showEmpty(const TargetState &target)
{
    const QString triple = target.target.triple;
    m_model->clear();
    m_fileName = triple;
    m_summary.clear();
    m_empty->setAction({});
    if (triple.isEmpty()) {
        m_empty->setSentence(tr("Choose a target to see its archive, or open any archive."));
    } else if (target.build == TargetState::Build::LeftOut) {
        m_empty->setSentence(tr("%1 is left out of this release, so it has no archive.").arg(triple));
    } else if (target.build == TargetState::Build::Running || target.build == TargetState::Build::Waiting) {
        m_empty->setSentence(tr("The archive of %1 is read as soon as it is built.").arg(triple));
    } else {
        m_empty->setSentence(tr("There is no archive of %1 yet: it is not built.").arg(triple));
        if (target.build != TargetState::Build::Unbuildable)
            m_empty->setAction(tr("&Build %1").arg(triple));
    }
    setPhase(Phase::Empty);
}

void ArchivePage::beginReading(const QString &fileName)
{
    m_shown.reset();
    m_fileName = QFileInfo(fileName).fileName();
    m_report = {};
    m_problem.clear();
    m_model->clear();
    m_summary = tr("reading…");
    setPhase(Phase::Reading);
}

void ArchivePage::appendEntries(const QList<ArchiveEntry> &batch)
{
    if (m_phase != Phase::Reading)
        return;
    m_model->appendEntries(batch);
    const int count = m_model->entryCount();
    m_summary = count == 1 ? tr("reading, 1 entry so far") : tr("reading, %L1 entries so far").arg(count);
    expandForReading();
    updateHeader();
    updateCounts();
}

void ArchivePage::setInspection(const Inspection &inspection)
{
    const ArchiveContents &contents = inspection.contents;
    m_shown.reset();
    m_fileName = QFileInfo(contents.fileName).fileName();
    m_report = inspection.report;
    m_problem.clear();
    m_model->setInspection(inspection);
    const QString time = formatSeconds(contents.seconds);
    m_summary = u"%1 · %2"_s.arg(formatBytes(contents.bytes),
                                 contents.isWhole() ? tr("read whole in %1").arg(time)
                                                    : tr("read only up to the damage, in %1").arg(time));
    setPhase(Phase::Read);
    expandForReading();
    chooseFirst();
}

void ArchivePage::setProblem(const QString &message)
{
    m_shown.reset();
    m_problem = message;
    m_report = {};
    m_model->clear();
    m_summary = tr("could not be read");
    setPhase(Phase::Unreadable);
}

void ArchivePage::setPhase(Phase phase)
{
    m_phase = phase;
    m_stack->setCurrentIndex(phase == Phase::Empty ? 0 : 1);
    m_cancel->setVisible(phase == Phase::Reading);
    m_again->setVisible(phase == Phase::Read || phase == Phase::Unreadable);
    updateHeader();
    updateCounts();
    updateBanner();
    updateInspector(m_tree->currentIndex());
}

void ArchivePage::updateHeader()
{
    m_header->setTitle(m_fileName.isEmpty() ? tr("Archives") : m_fileName, !m_fileName.isEmpty());
    m_header->setSummary(m_summary);
    switch (m_phase) {
    case Phase::Empty:
        m_header->setState(std::nullopt);
        break;
    case Phase::Reading:
        m_header->setState(theme::State::Running);
        break;
    case Phase::Unreadable:
        m_header->setState(theme::State::Error);
        break;
    case Phase::Read:
        m_header->setState(!m_report.passes()                                  ? theme::State::Error
                               : countOf(m_report.findings, Severity::Warning) ? theme::State::Warning
                                                                               : theme::State::Done);
        break;
    }
}

void ArchivePage::updateCounts()
{
    const int problems = m_model->problemCount();
    m_scope->setText(0, tr("All %L1").arg(m_model->entryCount()));
    m_scope->setText(1, tr("Problems %L1").arg(problems));
    m_next->setEnabled(problems > 0);
}

void ArchivePage::updateBanner()
{
    const QList<Finding> &whole = m_model->findingsOfWhole();
    m_banner->parentWidget()->setVisible(!m_problem.isEmpty() || !whole.isEmpty());
    if (!m_problem.isEmpty())
        m_banner->showMessage(theme::State::Error, tr("%1 could not be read").arg(m_fileName), m_problem);
    else if (!whole.isEmpty())
        m_banner->showMessage(stateOf(whole.first().severity), whole.first().message, whole.first().hint);
    else
        m_banner->clear();
}

void ArchivePage::updateInspector(const QModelIndex &current)
{
    const QModelIndex source = m_filter->mapToSource(current.siblingAtColumn(ArchiveModel::Name));
    if (!source.isValid()) {
        m_inspector->setDetails({});
        return;
    }
    EntryDetails details{.name = source.data().toString(),
                         .symbol = source.data(ArchiveModel::SymbolRole).toString(),
                         .findings = m_model->findingsAt(source)};
    if (const ArchiveEntry *entry = m_model->entryAt(source)) {
        QStringList summary;
        if (entry->type == ArchiveEntry::Type::File)
            summary << formatBytes(entry->size);
        details.summary = (summary << modeColumnText(*entry)).join(u"  "_s);
        details.facts = factsOf(*entry);
    } else {
        details.summary = source.siblingAtColumn(ArchiveModel::What).data().toString();
        details.facts = {{tr("Path"), source.siblingAtColumn(ArchiveModel::Name).data(Qt::ToolTipRole).toString()}};
        if (source.data(ArchiveModel::MissingRole).toBool())
            details.facts = {{tr("Path"), source.data(ArchiveModel::PathRole).toString()}};
    }
    m_inspector->setDetails(details);
}

void ArchivePage::expandForReading()
{
    if (m_model->entryCount() <= mostExpanded) {
        m_tree->expandAll();
        return;
    }
    for (int row = 0; row < m_filter->rowCount(); ++row)
        m_tree->expand(m_filter->index(row, 0));
}

void ArchivePage::chooseFirst()
{
    const QModelIndex problem = m_model->nextProblem({}, true);
    choose(problem.isValid() ? problem : m_model->index(0, 0));
}

void ArchivePage::goToProblem(bool forward)
{
    const QModelIndex from = m_filter->mapToSource(m_tree->currentIndex().siblingAtColumn(ArchiveModel::Name));
    const QModelIndex problem = m_model->nextProblem(from, forward);
    if (problem.isValid() && !m_filter->mapFromSource(problem).isValid())
        m_name->clear(); // a problem behind the filter is still one
    choose(problem);
}

void ArchivePage::choose(const QModelIndex &source)
{
    const QModelIndex index = m_filter->mapFromSource(source);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void ArchivePage::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Open archive"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Archives (*.tar *.tar.xz *.tar.gz *.tgz *.tar.zst *.tar.bz2 *.zip)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ArchivePage::openFileRequested);
    dialog->open();
}

} // namespace unmoor
