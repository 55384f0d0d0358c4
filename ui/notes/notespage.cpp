// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespage.h"

#include "ui/notes/changelogeditor.h"
#include "ui/notes/editorpane.h"
#include "ui/notes/mergeview.h"
#include "ui/notes/notespreview.h"
#include "ui/notes/previewpane.h"
#include "ui/notes/problemsmodel.h"
#include "ui/notes/problemsview.h"
#include "ui/notes/scrollsync.h"
#include "ui/notes/sectionsmodel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/plaintext.h"

#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int sectionsWidth = 186;
constexpr int widthForSections = 640; ///< beside the editor and the preview

} // namespace

NotesPage::NotesPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(tr("Notes")))
    , m_save(m_header->addButton(tr("&Save"), true))
    , m_notice(new NotesNotice)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(tr("There is no changelog to show yet."), tr("&Read again")))
    , m_panes(new QSplitter)
    , m_merge(new MergeView)
    , m_sections(new SectionsModel(this))
    , m_sectionList(new QTreeView)
    , m_editing(new EditorPane)
    , m_previewing(new PreviewPane)
    , m_problems(new ProblemsModel(this))
    , m_problemsView(new ProblemsView(m_problems))
{
    layOut();
    wire();
    updateEdited();
}

// --- Layout ----------------------------------------------------------------------------------------------------------

void NotesPage::layOut()
{
    layOutSections();
    for (QWidget *pane : std::initializer_list<QWidget *>{m_sectionList, m_editing, m_previewing})
        m_panes->addWidget(pane);
    m_panes->setChildrenCollapsible(false);
    m_panes->setObjectName(u"notes"_s); // by which its place is remembered
    m_panes->setSizes({sectionsWidth, 500, 500});
    m_panes->setStretchFactor(0, 0);
    m_panes->setStretchFactor(1, 1);
    m_panes->setStretchFactor(2, 1);
    for (QWidget *shown : std::initializer_list<QWidget *>{m_empty, m_panes, m_merge})
        m_stack->addWidget(shown);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addSpacing(1); // for a line above the problems
    column->addWidget(m_problemsView);
}

void NotesPage::layOutSections()
{
    m_sectionList->setModel(m_sections);
    m_sectionList->setRootIsDecorated(false);
    m_sectionList->setUniformRowHeights(true);
    m_sectionList->setAllColumnsShowFocus(true);
    m_sectionList->setFrameShape(QFrame::NoFrame);
    m_sectionList->setTabKeyNavigation(false);
    m_sectionList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sectionList->setTextElideMode(Qt::ElideRight);
    m_sectionList->setAccessibleName(tr("Sections of the changelog"));
    m_sectionList->header()->setSectionResizeMode(SectionsModel::Version, QHeaderView::Stretch);
    m_sectionList->header()->setSectionResizeMode(SectionsModel::Date, QHeaderView::ResizeToContents);
    m_sectionList->header()->setStretchLastSection(false);
    m_sectionList->header()->setResizeContentsPrecision(30); // dates are alike, and there may be thousands
    m_sectionList->setMinimumWidth(theme::rowHeight(sectionsWidth) / 2);
}

void NotesPage::wire()
{
    new ScrollSync(editor(), m_previewing->preview(), this);
    connect(m_save, &QPushButton::clicked, this, &NotesPage::save);
    connect(m_empty, &EmptyState::actionRequested, this,
            [this] { m_newFile.isEmpty() ? Q_EMIT reloadRequested() : Q_EMIT newFileRequested(); });
    connect(m_notice, &NotesNotice::answered, this, &NotesPage::takeAnswer);
    connect(m_editing, &EditorPane::openFileRequested, this, &NotesPage::openFileRequested);
    connect(m_editing, &EditorPane::undoAllRequested, this, &NotesPage::undoAll);
    connect(m_editing, &EditorPane::commandsRequested, this, &NotesPage::showCommands);
    connect(editor(), &ChangelogEditor::bodyChanged, this, &NotesPage::bodyEdited);
    connect(editor(), &ChangelogEditor::undoneAll, this, &NotesPage::undoRewrite);
    connect(editor(), &ChangelogEditor::redoneAll, this, &NotesPage::redoRewrite);
    connect(m_previewing->preview(), &NotesPreview::linkActivated, this, &NotesPage::linkActivated);
    connect(&m_reader, &NotesReader::began, this, [this] {
        m_editing->describe(m_draft.plainFileName());
        updateHeader();
    });
    connect(&m_reader, &NotesReader::finished, this, &NotesPage::showReading);
    connect(m_problemsView, &ProblemsView::rowShown, this, &NotesPage::goToProblem);
    connect(m_problemsView, &ProblemsView::rowChosen, this, [this](int row) {
        goToProblem(row);
        editor()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_problemsView, &ProblemsView::fixChosen, this, &NotesPage::chooseFix);
    connect(m_merge, &MergeView::taken, this, &NotesPage::takeMerged);
    connect(m_merge, &MergeView::left, this, [this] {
        leaveMerge();
        editor()->setFocus(Qt::OtherFocusReason);
    });
    const auto goTo = [this](const QModelIndex &index) {
        if (const int line = index.data(SectionsModel::LineRole).toInt(); line > 0)
            goToLine(line);
    };
    connect(m_sectionList, &QTreeView::clicked, this, goTo);
    connect(m_sectionList, &QTreeView::activated, this, goTo);
    openOnSpace(m_sectionList);
    addPageShortcut(this, QKeySequence::Save, [this] { save(); });
    addPageShortcut(this, QKeySequence::Find, [this] { find(); });
}

void NotesPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    if (m_problemsView->isVisible())
        painter.fillRect(0, m_problemsView->y() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
}

/// In a narrow window the two texts have its width; the palette finds the sections. Who was in their list goes on in
/// the text, not in whatever comes next.
void NotesPage::resizeEvent(QResizeEvent *event)
{
    const bool hasRoom = width() >= theme::rowHeight(widthForSections);
    if (!hasRoom && window()->focusWidget() == m_sectionList)
        editor()->setFocus(Qt::OtherFocusReason);
    m_sectionList->setVisible(hasRoom);
    QWidget::resizeEvent(event);
}

void NotesPage::goToLine(int line)
{
    editor()->goToLine(line);
}

ChangelogEditor *NotesPage::editor() const
{
    return m_editing->editor();
}

QString NotesPage::counter() const
{
    return m_previewing->counter();
}

// --- The file --------------------------------------------------------------------------------------------------------

void NotesPage::setDocument(const Changelog &changelog, const QString &fileName, const QString &version,
                            const QString &title)
{
    const NotesDraft::Arrival arrival = m_draft.arrive(changelog, fileName, version, m_isRewriting);
    m_title = title;
    m_reader.setBase(m_draft.changelog(), m_draft.section(), context());
    m_sections->setSections(changelog.sections(), m_context.taggedVersions, version);
    if (const int row = m_sections->currentRow(); !arrival.isSameSection && row >= 0)
        m_sectionList->setCurrentIndex(m_sections->index(row, 0));
    m_previewing->preview()->setPlace(m_context.webUrl.toString(), m_directory, fileName);
    m_previewing->setHasSection(m_draft.section().has_value());
    showBody(arrival.body);
    if (!arrival.isSameSection)
        editor()->showBody();
    updateNotice(arrival.isSameFile);
    updateEdited();
    readAnew();
}

/// Brings the text of the file into the editor, and \a body into its section.
void NotesPage::showBody(const QString &body)
{
    const EditableText text = m_draft.text();
    if (!editor()->holdsAround(text) || editor()->isLocked())
        editor()->setText(text);
    m_draft.setTyped(editor()->body());
    // Blank lines at its ends are no change: they may be where somebody types.
    if (m_draft.body() != body)
        editor()->setBody(body);
}

void NotesPage::setContext(const NotesContext &context, const QString &directory)
{
    m_context = context;
    m_directory = directory;
}

NotesContext NotesPage::context() const
{
    NotesContext context = m_context;
    context.version = m_draft.version();
    context.fileName = m_draft.fileName();
    return context;
}

void NotesPage::setNotes(const ReleaseNotes &notes)
{
    m_notes = notes;
    if (!m_draft.section())
        showAbsence();
    readAnew();
}

void NotesPage::setSaved()
{
    if (!m_draft.section())
        return;
    m_draft.setSaved();
    m_reader.setBase(m_draft.changelog(), m_draft.section(), context());
    showBody(m_draft.body());
    editor()->document()->setModified(false); // what is typed from here on is a step of its own for Undo
    if (m_notice->kind() == NotesNotice::Kind::NotSaved || m_notice->kind() == NotesNotice::Kind::Restored)
        clearNotice();
    updateEdited();
    readAnew();
}

void NotesPage::restoreDraft(const QString &draft, const QString &base)
{
    if (!m_draft.section() || draft == m_draft.savedBody())
        return;
    if (!base.isNull() && base == m_draft.savedBody()) {
        editor()->setBody(draft);
        m_stack->setCurrentWidget(m_panes);
        return m_notice->showRestored();
    }
    m_draft.setAside(draft, base);
    showAside();
}

void NotesPage::setHostBody(const std::optional<BodyMerge> &merge)
{
    if (!m_host.set(merge))
        return;
    m_previewing->setHostText(merge);
    if (m_notice->kind() == NotesNotice::Kind::Host)
        clearNotice();
    showHostNotice();
}

// --- What is typed ---------------------------------------------------------------------------------------------------

/// One step that Undo takes back.
void NotesPage::setBody(const QString &body)
{
    editor()->setBody(body);
    editor()->setFocus(Qt::OtherFocusReason);
}

void NotesPage::bodyEdited()
{
    m_draft.setTyped(editor()->body());
    updateEdited();
    Q_EMIT bodyChanged();
    m_reader.readSoon(m_draft.body());
}

/// Problems, counts and preview, from the text as it stands.
void NotesPage::readAnew()
{
    m_reader.read(m_draft.body());
}

void NotesPage::showReading(const NotesReading &reading)
{
    m_previewing->setReading(m_title, reading);
    updateProblems(m_draft.section() ? withEngineFindings(reading.live.problems) : QList<NotesProblem>());
    m_editing->describe(m_draft.plainFileName());
    updateHeader();
}

void NotesPage::updateEdited()
{
    const bool edited = m_draft.isEdited();
    m_save->setEnabled(edited);
    setAccent(*m_save, edited);
    m_editing->setUndoable(edited);
    updateHeader();
    if (std::exchange(m_wasEdited, edited) != edited)
        Q_EMIT editedChanged(edited);
}

void NotesPage::updateHeader()
{
    const bool hasSection = m_draft.section().has_value();
    const bool hasErrors = !hasSection || problemCount(Severity::Error) > 0;
    const bool needsCare = isEdited() || problemCount(Severity::Warning) > 0;
    const QString file = m_draft.plainFileName();
    m_save->setText(file.isEmpty() ? tr("&Save") : tr("&Save %1").arg(buttonLabel(file)));
    m_header->setState(hasErrors ? theme::State::Error : needsCare ? theme::State::Warning : theme::State::Done);
    if (m_draft.changelog().bytes().isEmpty())
        m_header->setSummary(tr("no changelog to take them from"));
    else if (!hasSection)
        m_header->setSummary(tr("%1 has no section for %2").arg(file, m_draft.version()));
    else if (isEdited())
        m_header->setSummary(tr("section %1 of %2 · edited, not saved").arg(m_draft.version(), file));
    else
        m_header->setSummary(tr("section %1 of %2 · saved").arg(m_draft.version(), file));
}

// --- Notices ---------------------------------------------------------------------------------------------------------

/// One notice at a time: a missing section, then edits set aside, then a save that failed.
void NotesPage::updateNotice(bool isSameFile)
{
    using Kind = NotesNotice::Kind;
    const Kind kind = m_notice->kind();
    if (!isSameFile && isMerging())
        leaveMerge(); // one of the texts is no longer what was asked about
    if (!m_draft.section())
        showAbsence();
    else if (m_draft.isAsideNews())
        showAside();
    else if ((kind != Kind::NotSaved && kind != Kind::Restored) || !isSameFile)
        clearNotice();
    showHostNotice();
}

void NotesPage::clearNotice()
{
    m_draft.dropAside();
    m_notice->clear();
    leaveMerge();
}

/// Why there is nothing to edit: in the engine's words, or in those of the file itself.
QList<Finding> NotesPage::absence() const
{
    if (!m_notes.findings.isEmpty() && (m_notes.version == m_draft.version() || m_notes.version.isEmpty()))
        return m_notes.findings;
    return releaseNotes(m_draft.changelog(), context()).findings;
}

std::optional<NotesProblem> NotesPage::absenceProblem() const
{
    const QList<NotesProblem> problems = releaseNotes(m_draft.changelog(), context()).problems;
    return problems.isEmpty() || !problems.first().fix ? std::nullopt : std::optional(problems.first());
}

void NotesPage::showAbsence()
{
    leaveMerge();
    const bool isEmpty = m_draft.changelog().bytes().isEmpty();
    const Finding finding = absence().value(0, Finding{.message = tr("There are no notes for this release.")});
    const auto problem = isEmpty ? std::nullopt : absenceProblem();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_panes);
    m_empty->setSentence(finding.message + u'\n' + finding.hint);
    m_empty->setAction(m_newFile.isEmpty() ? tr("&Read again") : tr("&Create %1").arg(buttonLabel(m_newFile)));
    m_notice->showAbsence(finding, problem ? problem->fix->label : QString(), isEmpty);
}

void NotesPage::showAside()
{
    if (!isMerging())
        m_stack->setCurrentWidget(m_panes);
    m_notice->showAside(m_draft.fileName(), m_draft.mergedAside().has_value());
}

/// Only what a person must decide: an edit on the host that sending the file would undo.
void NotesPage::showHostNotice()
{
    if (m_host.asksForDecision() && m_notice->kind() == NotesNotice::Kind::None && m_draft.section())
        m_notice->showHost(m_host.merge()->changed);
}

void NotesPage::showSaveError(const QString &message)
{
    m_notice->showNotSaved(m_draft.fileName(), message);
}

void NotesPage::takeAnswer(NotesNotice::Answer answer)
{
    using Answer = NotesNotice::Answer;
    const QString aside = m_draft.aside();
    switch (answer) {
    case Answer::ReadAgain:
        return Q_EMIT reloadRequested();
    case Answer::TakeFix:
        if (const auto problem = absenceProblem())
            takeFix(*problem);
        return;
    case Answer::KeepBoth: {
        const QString merged = m_draft.mergedAside().value_or(aside);
        clearNotice();
        return editor()->setBody(merged);
    }
    case Answer::MergeAside:
        return showMerge();
    case Answer::BringAsideBack:
        clearNotice();
        return editor()->setBody(aside);
    case Answer::DiscardAside:
        clearNotice();
        return Q_EMIT bodyChanged(); // what was set aside is to be kept no more
    case Answer::KeepRestored:
        clearNotice();
        return editor()->setFocus(Qt::OtherFocusReason);
    case Answer::DiscardRestored:
        clearNotice();
        return undoAll();
    case Answer::MergeHost:
        return compareHost();
    case Answer::TakeHost:
        return takeHostText();
    case Answer::KeepFile:
        m_host.decide();
        return clearNotice();
    case Answer::SendFile:
        return Q_EMIT publishRequested();
    }
}

} // namespace unmoor
