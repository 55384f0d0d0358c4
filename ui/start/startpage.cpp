// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "ui/start/projectdelegate.h"
#include "ui/start/startcard.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stateicon.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWidth = 1068, iconSide = 64;

class Panel : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override { paintCard(*this); }
};

QHBoxLayout *titleRow(const QString &title, QPushButton *action)
{
    auto *row = new QHBoxLayout;
    row->addStrut(theme::rowHeight(26));
    row->addWidget(textLabel(title, theme::Type::Title), 1);
    if (action)
        row->addWidget(action);
    return row;
}

QVBoxLayout *sideColumn(QWidget *side)
{
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    return column;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListView)
    , m_welcome(makeWelcome())
    , m_forget(linkButton(tr("&Forget missing")))
    , m_signIn(new StartCard(3, tr("Sign in to GitHub"),
                             tr("Only needed to publish. The token stays in your keychain."), tr("S&ign in…")))
    , m_machine(new Panel)
    , m_facts(new QVBoxLayout(m_machine))
{
    auto *middle = new QWidget;
    middle->setMaximumWidth(theme::rowHeight(mostWidth));
    auto *grid = new QGridLayout(middle);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(36);
    grid->setVerticalSpacing(28);
    grid->addWidget(makeTitle(), 0, 0, 1, 2);
    grid->addWidget(makeRecent(), 1, 0, Qt::AlignTop);
    grid->addWidget(makeOffers(), 1, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 552);
    grid->setColumnStretch(1, 480);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::xl, theme::space::l, theme::space::xl, theme::space::l);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
    setProjects({});
    setMachine({});
}

QWidget *StartPage::makeTitle()
{
    auto *title = new QWidget;
    auto *icon = textLabel({}, theme::Type::Body);
    icon->setPixmap(QIcon(u":/unmoor.svg"_s).pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addStretch();
    words->addWidget(textLabel(tr("Unmoor"), theme::Type::Start));
    words->addWidget(textLabel(tr("Build, check and publish a release, and see each step."), theme::Type::Body, true));
    words->addStretch();
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space::l);
    row->addWidget(icon);
    row->addLayout(words, 1);
    return title;
}

QWidget *StartPage::makeRecent()
{
    auto *side = new QWidget;
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ProjectDelegate(m_list));
    m_list->setAccessibleName(tr("Recent projects"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    openOnSpace(m_list);
    makeProjectActions();
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT projectActivated(m_model.project(index.row())); });
    connect(m_forget, &QPushButton::clicked, this, &StartPage::forgetMissingRequested);
    auto *open = accentButton(tr("&Open project…"));
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    auto *clone = new QPushButton(tr("C&lone…"));
    clone->setToolTip(tr("Fetch a repository by its address, and open it"));
    connect(clone, &QPushButton::clicked, this, &StartPage::cloneRequested);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addWidget(clone);
    buttons->addStretch();
    buttons->addWidget(
        textLabel(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText), theme::Type::Secondary, true));
    auto *column = sideColumn(side);
    column->addLayout(titleRow(tr("Recent projects"), m_forget));
    column->addWidget(m_list);
    column->addWidget(m_welcome);
    column->addLayout(buttons);
    return side;
}

/// What the program is for, where there is nothing else to show yet.
QWidget *StartPage::makeWelcome()
{
    auto *panel = new Panel;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(theme::space::s);
    const auto add = [column](const QString &text, bool secondary) {
        auto *words = textLabel(text, theme::Type::Body, secondary);
        words->setWordWrap(true);
        column->addWidget(words);
    };
    add(tr("No project was opened here yet."), false);
    add(tr("Unmoor takes a program that a Nix flake builds from a commit to a release on GitHub: it asks what must "
           "hold, "
           "builds every target, looks into the archives, keeps the notes, and publishes what was proved."),
        true);
    add(tr("A project is the folder of a git checkout. Open one, clone one by its address, or try everything on the "
           "sample first: nothing leaves this machine then."),
        true);
    return panel;
}

QAction *StartPage::addProjectAction(const QString &text, const QKeySequence &key,
                                     const std::function<void(const RecentProject &)> &run)
{
    auto *action = new QAction(text, m_list);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, run] {
        if (const QModelIndex index = m_list->currentIndex(); index.isValid())
            run(RecentProject(m_model.project(index.row())));
    });
    m_list->addAction(action);
    return action;
}

void StartPage::makeProjectActions()
{
    addProjectAction(tr("&Open"), {}, [this](const RecentProject &project) { Q_EMIT projectActivated(project); });
    m_pin = addProjectAction(tr("&Pin to the top"), QKeySequence(Qt::CTRL | Qt::Key_D),
                             [this](const RecentProject &project) { Q_EMIT pinRequested(project, !project.isPinned); });
    addProjectAction(tr("&Show the folder"), {},
                     [this](const RecentProject &project) { Q_EMIT folderRequested(project); });
    addProjectAction(tr("&Copy the path"), QKeySequence::Copy,
                     [](const RecentProject &project) { QGuiApplication::clipboard()->setText(project.path); });
    addProjectAction(tr("&Remove from this list"), QKeySequence::Delete,
                     [this](const RecentProject &project) { Q_EMIT forgetRequested(project); });
    m_list->setAccessibleDescription(tr("Return opens a project, Ctrl+D pins it, Delete removes it from the list."));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QListView::customContextMenuRequested, this, &StartPage::showProjectMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &StartPage::updateProjectActions);
}

void StartPage::updateProjectActions()
{
    const QModelIndex index = m_list->currentIndex();
    const bool isPinned = index.isValid() && m_model.project(index.row()).isPinned;
    m_pin->setText(isPinned ? tr("Un&pin") : tr("&Pin to the top"));
}

void StartPage::showProjectMenu(const QPoint &place)
{
    if (const QModelIndex clicked = m_list->indexAt(place); clicked.isValid())
        m_list->setCurrentIndex(clicked);
    if (!m_list->currentIndex().isValid())
        return;
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_list->actions());
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

QWidget *StartPage::makeOffers()
{
    auto *side = new QWidget;
    auto *rehearse = new StartCard(
        1, tr("Try a whole release"),
        tr("On a sample project against a stand-in for GitHub. Nothing leaves this machine."), tr("&Rehearse"));
    auto *setUp = new StartCard(2, tr("Set up your project"),
                                tr("Unmoor reads your flake, your changelog and your last release, and proposes an "
                                   "unmoor.toml to review."),
                                tr("&Choose folder…"));
    connect(rehearse->button(), &QPushButton::clicked, this, &StartPage::rehearsalRequested);
    connect(setUp->button(), &QPushButton::clicked, this, &StartPage::setUpRequested);
    connect(m_signIn->button(), &QPushButton::clicked, this, &StartPage::signInRequested);
    m_facts->setContentsMargins(14, 9, 14, 10);
    m_facts->setSpacing(theme::space::s);
    auto *column = sideColumn(side);
    column->addLayout(titleRow(tr("Start here"), nullptr));
    for (QWidget *card : std::initializer_list<QWidget *>{rehearse, setUp, m_signIn, m_machine})
        column->addWidget(card);
    return side;
}

void StartPage::setProjects(const QList<RecentProject> &projects)
{
    const int row = m_list->currentIndex().row();
    const RecentProject chosen = row >= 0 ? m_model.project(row) : RecentProject();
    m_model.setProjects(projects);
    if (!projects.isEmpty()) {
        const int now = m_model.rowOf(chosen);
        m_list->setCurrentIndex(m_model.index(std::clamp(now >= 0 ? now : row, 0, int(projects.size()) - 1)));
    }
    updateProjectActions();
    const qsizetype rows = std::clamp<qsizetype>(projects.size(), 1, 5);
    m_list->setFixedHeight(int(rows) * theme::rowHeight(52) + 2);
    m_list->setVisible(!projects.isEmpty());
    m_welcome->setVisible(projects.isEmpty());
    m_forget->setVisible(std::ranges::any_of(projects, [](const RecentProject &one) { return !one.exists; }));
}

void StartPage::setMachine(const QList<MachineFact> &facts)
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *title = textLabel(tr("On this machine"), theme::Type::Secondary, true);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    m_facts->addWidget(title);
    for (const MachineFact &fact : facts) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *words = textLabel(fact.text, theme::Type::Secondary);
        words->setWordWrap(true);
        words->setMinimumWidth(120);
        words->setToolTip(toolTipText(fact.detail));
        row->addWidget(new StateIcon(fact.state), 0, Qt::AlignTop);
        row->addWidget(words, 1);
        m_facts->addWidget(line);
    }
    m_machine->setVisible(!facts.isEmpty());
}

void StartPage::setSignedIn(bool signedIn)
{
    m_signIn->setVisible(!signedIn);
}

} // namespace unmoor
