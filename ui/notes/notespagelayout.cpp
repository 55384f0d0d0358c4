// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/notespage.h"

#include "notes/changelogeditor.h"
#include "notes/findbar.h"
#include "notes/mergeview.h"
#include "notes/notespreview.h"
#include "notes/notesstrip.h"
#include "notes/problemsmodel.h"
#include "notes/problemsview.h"
#include "notes/sectionsmodel.h"
#include "widgets/banner.h"
#include "widgets/buttons.h"
#include "widgets/emptystate.h"
#include "widgets/pageheader.h"
#include "widgets/segmentedcontrol.h"

#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

namespace {

constexpr int sectionsWidth = 186;

QPlainTextEdit *sourceView()
{
    auto *view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    QFont font = theme::font(theme::Type::Mono);
    font.setFeature("calt", 0); // every character as it is
    view->setFont(font);
    view->document()->setDocumentMargin(theme::space::l);
    view->setTabChangesFocus(true);
    return view;
}

QVBoxLayout *plainColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(0);
    return column;
}

} // namespace

NotesPage::NotesPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(tr("Notes")))
    , m_save(m_header->addButton(tr("&Save"), true))
    , m_undoAll(linkButton(tr("&Undo all")))
    , m_open(linkButton(tr("&Open file")))
    , m_bannerRow(new QWidget)
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(tr("There is no changelog to show yet."), tr("&Read again")))
    , m_splitter(new QSplitter)
    , m_sections(new SectionsModel(this))
    , m_sectionList(new QTreeView)
    , m_editorStrip(new NotesStrip({}))
    , m_editor(new ChangelogEditor)
    , m_find(new FindBar(m_editor))
    , m_previewStrip(new NotesStrip(tr("As on GitHub")))
    , m_views(new SegmentedControl({tr("Pre&view"), tr("Sour&ce"), tr("Git&Hub")}))
    , m_previewStack(new QStackedWidget)
    , m_noPreview(new EmptyState(tr("The section for this version will show here.")))
    , m_preview(new NotesPreview)
    , m_source(sourceView())
    , m_hostText(sourceView())
    , m_commands(linkButton(tr("Sec&tion") + u" \u25be"_s))
    , m_merge(new MergeView)
    , m_problems(new ProblemsModel(this))
    , m_problemsView(new ProblemsView(m_problems))
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(100ms);
    layOut();
    wire();
    updateEdited();
}

void NotesPage::layOut()
{
    m_splitter->addWidget(makeSectionList());
    m_splitter->addWidget(makeEditorSide());
    m_splitter->addWidget(makePreviewSide());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({sectionsWidth, 500, 500});
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_merge);

    auto *around = new QVBoxLayout(m_bannerRow);
    around->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::s);
    around->addWidget(m_banner);
    m_bannerRow->hide();
    QVBoxLayout *column = plainColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_bannerRow);
    column->addWidget(m_stack, 1);
    column->addSpacing(1); // for a line above the problems
    column->addWidget(m_problemsView);
}

QWidget *NotesPage::makeSectionList()
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
    return m_sectionList;
}

QWidget *NotesPage::makeEditorSide()
{
    auto *side = new QWidget;
    m_open->setToolTip(tr("Opens the whole file in the editor of your system."));
    m_undoAll->setToolTip(tr("Brings back the section as it is on disk."));
    m_commands->setToolTip(tr("Makes or fills the section: from Unreleased, from the commits, from GitHub."));
    m_commands->setAccessibleName(tr("Commands for the section"));
    m_editorStrip->addWidget(m_commands);
    m_editorStrip->addWidget(m_open);
    m_editorStrip->addWidget(m_undoAll);
    QVBoxLayout *column = plainColumn(side);
    column->addWidget(m_editorStrip);
    column->addWidget(m_find);
    column->addWidget(m_editor, 1);
    return side;
}

QWidget *NotesPage::makePreviewSide()
{
    auto *side = new QWidget;
    m_preview->setAccessibleName(tr("Notes as on GitHub"));
    m_source->setAccessibleName(tr("Text that GitHub gets"));
    m_hostText->setAccessibleName(tr("Text that GitHub has"));
    m_hostText->setPlaceholderText(tr("GitHub has no other text, or was not asked yet."));
    m_views->setAccessibleName(tr("How to show the notes"));
    m_views->button(0)->setToolTip(tr("The notes as the release's page will show them"));
    m_views->button(1)->setToolTip(tr("The text that publishing sends"));
    m_views->button(2)->setToolTip(tr("The text that GitHub has now"));
    m_previewStack->addWidget(m_preview);
    m_previewStack->addWidget(m_source);
    m_previewStack->addWidget(m_hostText);
    m_previewStack->addWidget(m_noPreview);
    m_previewStrip->addWidget(m_views);
    m_previewStrip->setDetailFirst();
    QVBoxLayout *column = plainColumn(side);
    column->addWidget(m_previewStrip);
    column->addWidget(m_previewStack, 1);
    return side;
}

void NotesPage::wire()
{
    connect(m_save, &QPushButton::clicked, this, &NotesPage::save);
    connect(m_undoAll, &QPushButton::clicked, this, &NotesPage::undoAll);
    connect(m_open, &QPushButton::clicked, this, &NotesPage::openFileRequested);
    connect(m_empty, &EmptyState::actionRequested, this,
            [this] { m_newFile.isEmpty() ? Q_EMIT reloadRequested() : Q_EMIT newFileRequested(); });
    connect(m_editor, &ChangelogEditor::bodyChanged, this, &NotesPage::bodyEdited);
    connect(m_editor, &ChangelogEditor::lockedLinesTouched, this, &NotesPage::showLocked);
    connect(m_views, &SegmentedControl::currentChanged, this, &NotesPage::updatePreviewKind);
    connect(m_preview, &NotesPreview::linkActivated, this, &NotesPage::linkActivated);
    connect(&m_refresh, &QTimer::timeout, this, &NotesPage::readAnew);
    const auto goTo = [this](int line) {
        if (line > 0)
            m_editor->goToLine(line);
    };
    connect(m_problemsView, &ProblemsView::rowShown, this, &NotesPage::goToProblem);
    connect(m_problemsView, &ProblemsView::rowChosen, this, [this](int row) {
        goToProblem(row);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_problemsView, &ProblemsView::fixChosen, this, [this](int row) {
        // The rows may be a tenth of a second older than the text.
        const NotesProblem problem = m_problems->problems().value(row);
        readNow();
        if (m_problems->problems().contains(problem))
            takeFix(problem);
    });
    connect(m_commands, &QPushButton::clicked, this, &NotesPage::showCommands);
    connect(m_editor, &ChangelogEditor::undoneAll, this, &NotesPage::undoRewrite);
    connect(m_editor, &ChangelogEditor::redoneAll, this, &NotesPage::redoRewrite);
    connect(m_merge, &MergeView::taken, this, &NotesPage::takeMerged);
    connect(m_merge, &MergeView::left, this, [this] {
        leaveMerge();
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_sectionList, &QTreeView::clicked, this,
            [goTo](const QModelIndex &index) { goTo(index.data(SectionsModel::LineRole).toInt()); });
    connect(m_sectionList, &QTreeView::activated, this,
            [goTo](const QModelIndex &index) { goTo(index.data(SectionsModel::LineRole).toInt()); });
    connect(m_editor->verticalScrollBar(), &QScrollBar::valueChanged, this, &NotesPage::scrollPreview);
    connect(m_editor->verticalScrollBar(), &QScrollBar::rangeChanged, this, &NotesPage::scrollPreview);
    connect(m_preview->verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { QMetaObject::invokeMethod(this, &NotesPage::scrollEditor, Qt::QueuedConnection); });
    connect(m_preview, &NotesPreview::resized, this, &NotesPage::scrollPreview);
    addShortcut(QKeySequence::Save, &NotesPage::save);
    addShortcut(QKeySequence::Find, &NotesPage::find);
}

void NotesPage::addShortcut(const QKeySequence &keys, void (NotesPage::*slot)())
{
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, slot);
}

void NotesPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    if (m_problemsView->isVisible())
        painter.fillRect(0, m_problemsView->y() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
}

void NotesPage::showNextProblem(int direction)
{
    m_problemsView->step(direction);
}

} // namespace unmoor
