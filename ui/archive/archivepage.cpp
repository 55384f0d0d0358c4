// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivepage.h"

#include "archive/acceptdialog.h"
#include "archive/archivedialog.h"
#include "archive/archivemodel.h"
#include "archive/archivetree.h"
#include "archive/comparepane.h"
#include "archive/entryinspector.h"
#include "archive/entrypath.h"
#include "core/format.h"
#include "nix/ansitext.h"
#include "widgets/banner.h"
#include "widgets/buttons.h"
#include "widgets/emptystate.h"
#include "widgets/pageheader.h"
#include "widgets/segmentedcontrol.h"

#include <QAction>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString archiveNameOf(const TargetState &target)
{
    if (target.inspection)
        return QFileInfo(target.inspection->contents.fileName).fileName();
    const QString path = target.record.archivePath;
    return path.isEmpty() ? target.target.triple : QFileInfo(path).fileName();
}

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

ArchivePage::ArchivePage(QWidget *parent)
    : QWidget(parent)
    , m_model(new ArchiveModel(this))
    , m_header(new PageHeader(tr("Archives")))
    , m_views(new SegmentedControl({tr("Contents"), tr("Sizes"), tr("Compare")}))
    , m_again(new QPushButton(tr("Read &again")))
    , m_open(new QPushButton(tr("&Open archive…")))
    , m_more(makeMoreButton())
    , m_cancel(new QPushButton(tr("&Cancel reading")))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(QString()))
    , m_banner(new Banner)
    , m_view(new QStackedWidget)
    , m_scope(new SegmentedControl({tr("All"), tr("Problems")}))
    , m_byFolder(new QAction(tr("By &folder"), this))
    , m_inOrder(new QAction(tr("In archive &order"), this))
    , m_name(new QLineEdit)
    , m_next(linkButton(tr("Next problem  F8")))
    , m_tree(new ArchiveTree)
    , m_inspector(new EntryInspector)
    , m_sizes(new QWidget)
    , m_compare(new ComparePane)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_views, m_again, m_open, m_cancel, m_more})
        m_header->addWidget(part);
    m_tree->setArchiveModel(m_model);
    layOut();
    connectHeader();
    connectParts();
    addShortcuts();
    showEmpty({});
}

void ArchivePage::connectHeader()
{
    connect(m_open, &QPushButton::clicked, this, &ArchivePage::askForFile);
    connect(m_again, &QPushButton::clicked, this, &ArchivePage::inspectAgainRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ArchivePage::cancelRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &ArchivePage::buildRequested);
    connect(m_views, &SegmentedControl::currentChanged, this, &ArchivePage::showView);
    connect(m_compare, &ComparePane::layoutRequested, this, &ArchivePage::compareWithLayoutRequested);
    connect(m_compare, &ComparePane::previousRequested, this, &ArchivePage::compareWithPreviousRequested);
    connect(m_compare, &ComparePane::rebuildRequested, this, &ArchivePage::compareWithRebuildRequested);
    connect(m_compare, &ComparePane::fileRequested, this, &ArchivePage::compareWithFileRequested);
}

void ArchivePage::connectParts()
{
    connect(m_next, &QPushButton::clicked, this, [this] { goToProblem(); });
    connect(m_name, &QLineEdit::textChanged, this, &ArchivePage::updateRules);
    connect(m_scope, &SegmentedControl::currentChanged, this, &ArchivePage::updateRules);
    connect(m_inOrder, &QAction::toggled, this, &ArchivePage::updateRules);
    connect(m_model, &ArchiveModel::entriesShown, this, &ArchivePage::updateReading);
    connect(m_model, &ArchiveModel::arranged, this, &ArchivePage::showArranged);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ArchivePage::updateInspector);
    connect(m_inspector, &EntryInspector::acceptRequested, this, &ArchivePage::askForReason);
    connect(m_inspector, &EntryInspector::withdrawRequested, this, &ArchivePage::acceptanceWithdrawn);
    connect(m_inspector, &EntryInspector::entryRequested, this, &ArchivePage::goToEntry);
}

void ArchivePage::setTarget(const TargetState &target)
{
    const bool isAnother = target.target.triple != m_triple;
    m_triple = target.target.triple;
    m_hasLayout = !target.target.layout.isEmpty();
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
        } else {
            updateBanner();
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
    m_problem.clear();
    m_packedRead = -1;
    m_tree->forgetFolders();
    m_model->clear();
    setPhase(Phase::Reading);
    updateReading();
}

void ArchivePage::appendEntries(const QList<ArchiveEntry> &batch)
{
    if (m_phase == Phase::Reading)
        m_model->appendEntries(batch);
}

void ArchivePage::setProgress(qint64 packedRead, qint64 packedSize)
{
    m_packedRead = packedRead;
    m_packedSize = packedSize;
    updateReading();
}

void ArchivePage::updateReading()
{
    if (m_phase != Phase::Reading)
        return;
    const int count = m_model->entryCount();
    m_summary = count == 0 ? tr("reading…") : count == 1 ? tr("1 entry") : tr("%L1 entries").arg(count);
    if (m_packedRead >= 0 && m_packedSize > 0)
        m_summary = tr("%1, %2 %").arg(m_summary).arg(std::min<qint64>(100, 100 * m_packedRead / m_packedSize));
    m_tree->openFolders();
    updateHeader();
    updateCounts();
}

void ArchivePage::setInspection(const Inspection &inspection)
{
    const ArchiveContents &contents = inspection.contents;
    m_shown.reset();
    m_fileName = QFileInfo(contents.fileName).fileName();
    m_problem.clear();
    m_wanted.clear();
    m_wantedProblem.reset();
    m_phase = Phase::Arranging; // before the tree stands, which can be at once
    m_summary = tr("laying out %L1 entries…").arg(contents.entries.size());
    const QString time = formatSeconds(contents.seconds);
    const QString read = u"%1 · %2"_s.arg(formatBytes(contents.bytes),
                                          contents.isWhole() ? tr("read whole in %1").arg(time)
                                                             : tr("read only up to the damage, in %1").arg(time));
    m_summaryWhenRead = read;
    m_inspection = std::make_shared<const Inspection>(inspection);
    m_model->setInspection(inspection);
    Q_EMIT inspectionShown();
    if (m_phase == Phase::Arranging)
        setPhase(Phase::Arranging);
}

/// Rows were put together: of an archive that was just read, or the same ones by other rules.
void ArchivePage::showArranged()
{
    const bool isNew = m_phase == Phase::Arranging;
    if (isNew)
        m_summary = m_summaryWhenRead;
    m_tree->openFolders();
    if (isNew)
        setPhase(Phase::Read);
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

void ArchivePage::setProblem(const QString &message)
{
    m_shown.reset();
    m_problem = message;
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
    m_open->setVisible(phase == Phase::Empty || phase == Phase::Unreadable);
    m_more->setVisible(phase == Phase::Read);
    m_views->setVisible(phase == Phase::Read);
    // Problems are known, and names looked through, once the archive is read.
    for (QWidget *control : std::initializer_list<QWidget *>{m_scope, m_name})
        control->setEnabled(phase == Phase::Read);
    m_inOrder->setEnabled(phase == Phase::Read);
    showView();
    updateHeader();
    updateCounts();
    updateBanner();
    updateInspector(m_tree->currentIndex());
}

/// The other views need an archive that was read.
void ArchivePage::showView()
{
    const int view = m_phase == Phase::Read ? m_views->currentIndex() : Contents;
    m_view->setCurrentIndex(view);
    if (view == Compare)
        m_compare->request();
}

void ArchivePage::updateHeader()
{
    m_header->setTitle(m_fileName.isEmpty() ? tr("Archives") : m_fileName, !m_fileName.isEmpty());
    m_header->setSummary(m_summary);
    const EntryTree &tree = m_model->tree();
    switch (m_phase) {
    case Phase::Empty:
        m_header->setState(std::nullopt);
        break;
    case Phase::Reading:
        m_header->setState(theme::State::Running,
                           m_packedRead >= 0 && m_packedSize > 0 ? double(m_packedRead) / double(m_packedSize) : 0.6);
        break;
    case Phase::Arranging:
        m_header->setState(theme::State::Running);
        break;
    case Phase::Unreadable:
        m_header->setState(theme::State::Error);
        break;
    case Phase::Read:
        m_header->setState(tree.hasErrors()         ? theme::State::Error
                               : tree.hasWarnings() ? theme::State::Warning
                                                    : theme::State::Done);
        break;
    }
}

/// Ghosts are counted too: they have rows.
void ArchivePage::updateCounts()
{
    const int problems = m_model->problemCount();
    m_scope->setText(0, tr("All %L1").arg(m_model->entryCount() + m_model->ghostCount()));
    m_scope->setText(1, tr("Problems %L1").arg(problems));
    m_next->setEnabled(problems > 0);
}

void ArchivePage::updateBanner()
{
    const QList<Finding> &whole = m_model->tree().findingsOfWhole();
    const bool lacksLayout = m_phase == Phase::Read && !m_hasLayout && !m_triple.isEmpty();
    m_banner->clear();
    m_banner->parentWidget()->setVisible(!m_problem.isEmpty() || !whole.isEmpty() || lacksLayout);
    if (!m_problem.isEmpty()) {
        m_banner->showMessage(theme::State::Error, tr("%1 could not be read").arg(m_fileName), m_problem);
    } else if (!whole.isEmpty()) {
        m_banner->showMessage(theme::stateOf(whole.first().severity), whole.first().message, whole.first().hint);
    } else if (lacksLayout) {
        m_banner->showMessage(theme::State::Note, tr("Nothing says which files must be in it"),
                              tr("%1 has no layout in unmoor.toml, so a file that is missing or too many is not "
                                 "noticed.")
                                  .arg(m_triple));
        connect(m_banner->addAction(tr("&Propose a layout…")), &QPushButton::clicked, this,
                &ArchivePage::proposeLayoutRequested);
    }
}

void ArchivePage::updateRules()
{
    applyRules(m_tree->currentIndex().siblingAtColumn(0).data(ArchiveModel::PathRole).toString());
}

/// Afterwards the entry \a wanted is chosen.
void ArchivePage::applyRules(const QString &wanted)
{
    m_wanted = wanted;
    m_model->setRules({.inArchiveOrder = m_inOrder->isChecked(),
                       .problemsOnly = m_scope->currentIndex() == 1,
                       .needle = m_name->text()});
}

void ArchivePage::updateInspector(const QModelIndex &current)
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

void ArchivePage::chooseFirst()
{
    const QModelIndex problem = m_model->nextProblem({}, true);
    m_tree->choose(problem.isValid() ? problem : m_model->index(0, 0));
}

/// A problem behind a filter of names is still one.
void ArchivePage::goToProblem(bool forward)
{
    setView(Contents);
    const QModelIndex problem = m_model->nextProblem(m_tree->currentIndex().siblingAtColumn(0), forward);
    if (problem.isValid() || m_name->text().isEmpty()) {
        m_tree->choose(problem);
        return;
    }
    m_wantedProblem = forward;
    m_name->clear();
}

void ArchivePage::goToEntry(const QString &path)
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

ArchivePage::View ArchivePage::view() const
{
    return View(m_view->currentIndex());
}

void ArchivePage::choosePath(const QString &path)
{
    goToEntry(path);
}

void ArchivePage::askForReason(const Finding &finding)
{
    auto *dialog = new AcceptDialog(finding, this);
    connect(dialog, &AcceptDialog::reasonGiven, this,
            [this, finding](const QString &reason) { Q_EMIT acceptRequested(finding, reason); });
    dialog->open();
}

void ArchivePage::askForFile()
{
    QFileDialog *dialog = archiveDialog(tr("Open archive"), this);
    connect(dialog, &QFileDialog::fileSelected, this, &ArchivePage::openFileRequested);
    dialog->open();
}

} // namespace unmoor
