// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "ui/start/projectdelegate.h"
#include "ui/start/startcard.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/stateicon.h"

#include <QGridLayout>
#include <QLabel>
#include <QListView>
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
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT projectActivated(m_model.project(index.row())); });
    connect(m_forget, &QPushButton::clicked, this, &StartPage::forgetMissingRequested);
    auto *open = accentButton(tr("&Open project…"));
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addStretch();
    buttons->addWidget(
        textLabel(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText), theme::Type::Secondary, true));
    auto *column = sideColumn(side);
    column->addLayout(titleRow(tr("Recent projects"), m_forget));
    column->addWidget(m_list);
    column->addLayout(buttons);
    return side;
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
    m_model.setProjects(projects);
    if (!projects.isEmpty())
        m_list->setCurrentIndex(m_model.index(0));
    const qsizetype rows = std::clamp<qsizetype>(projects.size(), 1, 5);
    m_list->setFixedHeight(int(rows) * theme::rowHeight(52) + 2);
    m_list->setVisible(!projects.isEmpty());
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
        row->addWidget(new StateIcon(fact.state));
        row->addWidget(new ElidedLabel(fact.text, theme::Type::Secondary), 1);
        m_facts->addWidget(line);
    }
    m_machine->setVisible(!facts.isEmpty());
}

void StartPage::setSignedIn(bool signedIn)
{
    m_signIn->setVisible(!signedIn);
}

} // namespace unmoor
