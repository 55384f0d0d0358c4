// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/archivepage.h"

#include "app/core/format.h"
#include "ui/archive/acceptdialog.h"
#include "ui/archive/archivedialog.h"
#include "ui/archive/archivemodel.h"
#include "ui/archive/comparepane.h"
#include "ui/archive/contentsview.h"
#include "ui/archive/layoutplacedialog.h"
#include "ui/archive/memberactions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/question.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QFileInfo>
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
    , m_contents(new ContentsView(m_model))
    , m_sizes(new QWidget)
    , m_compare(new ComparePane)
    , m_members(new MemberActions(this))
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_views, m_again, m_open, m_cancel, m_more})
        m_header->addWidget(part);
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
    connect(m_model, &ArchiveModel::entriesShown, this, &ArchivePage::updateReading);
    connect(m_model, &ArchiveModel::arranged, this, &ArchivePage::showRead);
    connect(m_contents, &ContentsView::acceptRequested, this, &ArchivePage::askForReason);
    connect(m_contents, &ContentsView::withdrawRequested, this, &ArchivePage::acceptanceWithdrawn);
    connect(m_contents, &ContentsView::openRequested, this, &ArchivePage::openChosenFile);
    connect(m_contents, &ContentsView::saveRequested, this, &ArchivePage::saveChosenFile);
    connect(m_contents, &ContentsView::layoutRequested, this, &ArchivePage::showInLayout);
}

void ArchivePage::setLayoutRules(const std::optional<ExpectedLayout> &layout, const QString &name)
{
    m_layout = layout;
    m_layoutName = name;
    m_contents->setLayoutRules(layout);
}

void ArchivePage::showInLayout(const QString &path)
{
    if (m_layout)
        (new LayoutPlaceDialog(*m_layout, m_layoutName, path, this))->open();
}

void ArchivePage::setTarget(const TargetState &target)
{
    showTarget(target);
    m_path = target.record.archivePath;
}

void ArchivePage::showTarget(const TargetState &target)
{
    const bool isAnother = target.target.triple != m_triple;
    m_triple = target.target.triple;
    // A file that is no archive has nothing to lay out.
    const bool isLone = target.target.isAsset || (target.inspection && target.inspection->contents.isLone);
    m_hasLayout = isLone || !target.target.layout.isEmpty();
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

void ArchivePage::beginReading(const QString &path)
{
    m_shown.reset();
    m_path = path;
    m_fileName = QFileInfo(path).fileName();
    m_problem.clear();
    m_packedRead = -1;
    m_contents->beginReading();
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
    updateHeader();
    m_contents->takeEntries();
}

void ArchivePage::setInspection(const Inspection &inspection)
{
    const ArchiveContents &contents = inspection.contents;
    m_shown.reset();
    m_fileName = QFileInfo(contents.fileName).fileName();
    m_problem.clear();
    m_contents->forgetWanted();
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

/// The rows of an archive that was just read stand. They may also have been put together anew by other rules.
void ArchivePage::showRead()
{
    if (m_phase != Phase::Arranging)
        return;
    m_summary = m_summaryWhenRead;
    setPhase(Phase::Read);
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
    m_contents->setRead(phase == Phase::Read);
    showView();
    updateHeader();
    updateBanner();
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

void ArchivePage::goToProblem(bool forward)
{
    setView(Contents);
    m_contents->goToProblem(forward);
}

ArchivePage::View ArchivePage::view() const
{
    return View(m_view->currentIndex());
}

void ArchivePage::showPath(const QString &path)
{
    setView(Contents);
    choosePath(path);
}

void ArchivePage::choosePath(const QString &path)
{
    m_contents->goToEntry(path);
}

std::optional<MemberFile> ArchivePage::chosenFile() const
{
    const ArchiveEntry *entry = m_phase == Phase::Read ? m_contents->chosenFile() : nullptr;
    return entry ? memberFile(m_path, m_inspection->contents, *entry) : std::nullopt;
}

bool ArchivePage::hasChosenFile() const
{
    return chosenFile().has_value();
}

/// nullopt, which is said, where no file is chosen.
std::optional<MemberFile> ArchivePage::chosenFileOrSay()
{
    auto member = chosenFile();
    if (!member)
        sayProblem(this, tr("No file is chosen"), tr("Choose a file in the tree of an archive that was read whole."));
    return member;
}

void ArchivePage::openChosenFile()
{
    if (const auto member = chosenFileOrSay())
        m_members->open(*member);
}

void ArchivePage::saveChosenFile()
{
    if (const auto member = chosenFileOrSay())
        m_members->saveAs(*member);
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
