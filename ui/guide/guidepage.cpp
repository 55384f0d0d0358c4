// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidepage.h"

#include "app/core/format.h"
#include "ui/guide/drafttargets.h"
#include "ui/guide/findingslist.h"
#include "ui/guide/guideform.h"
#include "ui/guide/manifesteditor.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stateicon.h"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostOfASaying = 400; ///< characters
constexpr int leastColumnWidth = 60; ///< pixels at normal text size

QLabel *sectionTitle(const QString &text)
{
    return textLabel(text, theme::Type::BodyStrong);
}

/// A state and a sentence beside each other, the sentence wrapped.
QHBoxLayout *sentence(StateIcon *icon, QLabel *words)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return row;
}

} // namespace

GuidePage::GuidePage(const QString &directory, QWidget *parent)
    : QWidget(parent)
    , m_directory(directory)
    , m_header(new PageHeader(tr("Set up %1").arg(QDir(directory).dirName())))
    , m_banner(new Banner)
    , m_findings(new FindingsList)
    , m_form(new GuideForm)
    , m_targets(new DraftTargets(this))
    , m_list(new QTreeView)
    , m_editor(new ManifestEditor)
    , m_icon(new StateIcon)
    , m_words(textLabel({}, theme::Type::Body))
    , m_goTo(linkButton(tr("&Go there")))
    , m_saidIcon(new StateIcon)
    , m_said(textLabel({}, theme::Type::Body))
    , m_again(m_header->addButton(tr("Look &again")))
    , m_cancel(m_header->addButton(tr("&Cancel")))
    , m_create(m_header->addButton(tr("Create &unmoor.toml"), true))
    , m_fromArchive(new QPushButton(tr("Layout from an a&rchive…")))
    , m_fromRelease(new QPushButton)
{
    m_banner->clear();
    auto *split = new QSplitter;
    split->setObjectName(u"guide"_s);
    split->setChildrenCollapsible(false);
    split->addWidget(makeLeft());
    split->addWidget(makeRight());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(split, 1);
    connectParts();
    showDraft();
}

QWidget *GuidePage::makeLeft()
{
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(theme::space::l, theme::space::m, theme::space::l, theme::space::m);
    column->setSpacing(theme::space::s);
    auto *folder = new ElidedLabel(QDir::toNativeSeparators(m_directory), theme::Type::Secondary, true);
    folder->setElideMode(Qt::ElideMiddle);
    column->addWidget(sectionTitle(tr("What was found")));
    column->addWidget(folder);
    column->addWidget(m_findings);
    column->addSpacing(theme::space::s);
    column->addWidget(sectionTitle(tr("Project")));
    column->addWidget(m_form);
    column->addSpacing(theme::space::s);
    column->addWidget(sectionTitle(tr("Targets to release")));
    m_list->setModel(m_targets);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(tr("Targets to release"));
    m_list->setMinimumHeight(theme::rowHeight(theme::size::tree) * 6);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setMinimumSectionSize(theme::rowHeight(leastColumnWidth));
    // Takes what the others leave, which matter more here; the whole is in the tooltip.
    m_list->header()->setSectionResizeMode(DraftTargets::Output, QHeaderView::Stretch);
    column->addWidget(m_list, 1);
    column->addWidget(makeLayoutRow());
    column->addLayout(sentence(m_saidIcon, m_said));
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    scroll->setMinimumWidth(400);
    return scroll;
}

QWidget *GuidePage::makeLayoutRow()
{
    auto *row = new QWidget;
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_fromArchive);
    buttons->addWidget(m_fromRelease);
    buttons->addStretch();
    return row;
}

QWidget *GuidePage::makeRight()
{
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_editor->setAccessibleName(tr("Text of unmoor.toml"));
    m_editor->setMinimumWidth(320);
    column->addWidget(m_editor, 1);
    auto *line = sentence(m_icon, m_words);
    line->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::s);
    line->addWidget(m_goTo, 0, Qt::AlignTop);
    column->addLayout(line);
    return right;
}

void GuidePage::connectParts()
{
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        m_draft.setText(m_editor->toml());
        showDraft();
    });
    connect(m_form, &GuideForm::keyEdited, this,
            [this](const QString &key, const QString &value) { apply(m_draft.setProjectKey(key, value)); });
    connect(m_form, &GuideForm::versionEdited, this,
            [this](const VersionSource &source) { apply(m_draft.setVersion(source)); });
    connect(
        m_targets, &DraftTargets::tickRequested, this,
        [this](const DraftTarget &target, bool in) { apply(m_draft.setIn(target, in)); }, Qt::QueuedConnection);
    connect(
        m_targets, &DraftTargets::archiveEdited, this,
        [this](const QString &triple, const QString &archive) { apply(m_draft.setArchive(triple, archive)); },
        Qt::QueuedConnection);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &GuidePage::showButtons);
    connect(m_goTo, &QPushButton::clicked, this, [this] {
        m_editor->showProblem();
        m_editor->setFocus();
    });
    connect(m_create, &QPushButton::clicked, this, &GuidePage::createRequested);
    connect(m_cancel, &QPushButton::clicked, this, &GuidePage::cancelRequested);
    connect(m_again, &QPushButton::clicked, this, &GuidePage::surveyRequested);
    connect(m_fromArchive, &QPushButton::clicked, this, [this] { Q_EMIT archiveLayoutRequested(chosenTriple()); });
    connect(m_fromRelease, &QPushButton::clicked, this, &GuidePage::releaseLayoutsRequested);
}

void GuidePage::setAsking(const ProposalFacts &facts, ProposalSource asked)
{
    m_asking = true;
    m_banner->clear();
    m_findings->setAsking(facts, asked);
    m_header->setState(theme::State::Running);
    m_header->setSummary(proposalQuestion(asked) + u'…');
    showDraft();
}

void GuidePage::setFacts(const ProposalFacts &facts, bool canBeTrusted)
{
    m_asking = false;
    m_findings->setFindings(findingsOf(facts));
    if (canBeTrusted) {
        m_banner->clear();
        connect(m_banner->addAction(tr("&Trust…")), &QPushButton::clicked, this, &GuidePage::trustRequested);
        m_banner->showMessage(theme::State::Warning, tr("The flake was not evaluated"),
                              tr("Nothing of this checkout runs, since nobody said that its makers are trusted. The "
                                 "proposal is made of what its files say."));
    }
    apply(m_draft.setFacts(facts));
    if (!m_list->currentIndex().isValid() && m_targets->rowCount() > 0)
        m_list->setCurrentIndex(m_targets->index(0, 0));
    for (int column = 0; column <= DraftTargets::Layout; ++column)
        if (column != DraftTargets::Output)
            m_list->resizeColumnToContents(column);
}

void GuidePage::setReading(const QString &what)
{
    m_reading = !what.isEmpty();
    if (m_reading)
        say(theme::State::Running, what);
    showButtons();
}

void GuidePage::say(theme::State state, const QString &text)
{
    m_saidIcon->setState(state);
    m_said->setText(text.size() > mostOfASaying ? text.first(mostOfASaying) + u'…' : text);
    m_said->setVisible(!text.isEmpty());
}

QString GuidePage::chosenTriple() const
{
    const QList<DraftTarget> &targets = m_targets->targets();
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < targets.size() && targets.at(row).isIn ? targets.at(row).triple : QString();
}

void GuidePage::apply(const Result<void> &changed)
{
    if (changed)
        m_editor->setToml(m_draft.text());
    else
        say(theme::State::Error, changed.error().message);
    showDraft();
}

void GuidePage::showDraft()
{
    const auto form = m_draft.form();
    if (form && !m_asking)
        m_form->setForm(*form);
    m_form->setEnabled(form && !m_asking);
    m_targets->setReadOnly(!form || m_asking);
    m_targets->setTargets(m_draft.targets());
    m_editor->setReadOnly(m_asking);
    m_editor->setPlaceholderText(m_asking ? tr("The proposal comes once the folder was looked through.") : QString());
    showProblem();
    showButtons();
}

void GuidePage::showProblem()
{
    const auto problem = m_asking ? std::nullopt : m_draft.problem();
    if (problem != m_editor->problem())
        m_editor->setProblem(problem);
    m_goTo->setVisible(problem.has_value());
    m_icon->setState(m_asking ? std::nullopt : std::optional(problem ? theme::State::Error : theme::State::Done));
    m_words->setText(m_asking      ? QString()
                         : problem ? tr("Line %1: %2").arg(problem->line).arg(problem->message)
                                   : tr("The reader takes it: %1").arg(summary()));
}

/// What a text without a problem comes to.
QString GuidePage::summary() const
{
    const ManifestForm form = m_draft.form().value_or(ManifestForm());
    if (form.targets.isEmpty())
        return tr("no target yet, so that nothing would be built");
    return tr("%1, %2").arg(counted(form.targets.size(), tr("1 target"), tr("%1 targets")),
                            counted(form.layouts.size(), tr("1 layout"), tr("%1 layouts")));
}

void GuidePage::showButtons()
{
    const auto &problem = m_editor->problem();
    const bool isIdle = !m_asking && !m_reading;
    const QString tag = m_draft.facts().releaseTag;
    m_cancel->setVisible(!isIdle);
    m_again->setVisible(isIdle);
    m_create->setEnabled(isIdle && !problem);
    m_create->setToolTip(toolTipText(problem ? tr("Line %1 is to be mended first.").arg(problem->line) : QString()));
    m_fromArchive->setEnabled(isIdle && !chosenTriple().isEmpty());
    m_fromArchive->setToolTip(
        toolTipText(chosenTriple().isEmpty() ? tr("Choose a ticked target in the list first.") : QString()));
    m_fromRelease->setText(tag.isEmpty() ? tr("Layouts from the last re&lease")
                                         : tr("&Layouts from %1").arg(buttonLabel(tag)));
    m_fromRelease->setEnabled(isIdle && !tag.isEmpty());
    m_fromRelease->setToolTip(toolTipText(tag.isEmpty() ? tr("No release of this project is known.") : QString()));
    if (m_asking)
        return;
    m_header->setState(problem ? theme::State::Error : theme::State::Note);
    m_header->setSummary(problem ? tr("Line %1 of the text is to be mended").arg(problem->line)
                                 : tr("Nothing is written until you create it"));
}

} // namespace unmoor
