// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/headerbar.h"

#include "app/core/format.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowBelow = 1120, mostProjectWidth = 220;

QToolButton *menuButton(const QString &name, theme::Type type)
{
    auto *button = new QToolButton;
    button->setAccessibleName(name);
    button->setToolTip(toolTipText(name));
    button->setFont(theme::font(type));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// Whether what is built would be of that commit.
std::pair<theme::State, QString> standingOf(const HeaderBar::Source &source)
{
    if (source.isOld)
        return {theme::State::Warning, HeaderBar::tr("changed since")};
    if (!source.isTreeKnown)
        return {theme::State::Note, HeaderBar::tr("not compared")};
    if (source.dirty)
        return {theme::State::Warning, HeaderBar::tr("not clean")};
    return {theme::State::Done, HeaderBar::tr("clean")};
}

} // namespace

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_menu(menuButton(tr("Menu"), theme::Type::Body))
    , m_project(menuButton(tr("Project"), theme::Type::Title))
    , m_projects(new QMenu(this))
    , m_version(new ElidedLabel({}, theme::Type::Body, true))
    , m_arrow(textLabel({}, theme::Type::Body))
    , m_tag(new ElidedLabel({}, theme::Type::Mono))
    , m_source(new Chip(u"branch"_s))
    , m_palette(new Chip(u"search"_s))
    , m_accountChip(new Chip(u"key"_s))
{
    setFixedHeight(theme::rowHeight(theme::size::header));
    QFont tagFont = theme::font(theme::Type::Mono);
    tagFont.setPointSizeF(theme::font(theme::Type::Body).pointSizeF());
    m_tag->setFont(tagFont);
    for (ElidedLabel *label : {m_version, m_tag}) { // as wide as its text, and less where there is no room
        label->setElideMode(Qt::ElideMiddle);
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    }
    m_menu->setIcon(theme::symbol(u"menu"_s));
    m_projects->setLayoutDirection(layoutDirection()); // which it would take over from the button
    m_project->setMenu(m_projects);
    m_project->setIcon(theme::symbol(u"chevron-down"_s));
    m_project->setIconSize({14, 14});
    m_project->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_project->setLayoutDirection(Qt::RightToLeft); // The chevron stands behind the name.
    m_project->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_palette->setTextIsMuted(true);
    m_palette->setDetailIsMuted(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, theme::space::m, 1);
    row->setSpacing(theme::space::s);
    row->addWidget(m_menu);
    row->addSpacing(theme::space::xs);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_project, m_version, m_arrow, m_tag, m_source})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(m_palette);
    row->addWidget(m_accountChip);

    connect(m_source, &Chip::clicked, this, &HeaderBar::sourceActivated);
    connect(m_palette, &Chip::clicked, this, &HeaderBar::commandPaletteRequested);
    connect(m_accountChip, &Chip::clicked, this, &HeaderBar::accountActivated);
    setRecentProjects({});
    setVersion({}, {});
    setSource({});
    setAccount({u"github.com"_s, {}, tr("not signed in"), {}});
    setProject({});
}

void HeaderBar::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
}

void HeaderBar::setProject(const QString &name)
{
    m_name = name;
    fitProject();
}

void HeaderBar::fitProject()
{
    const QString shown = m_name.isEmpty() ? tr("Unmoor") : m_name;
    m_project->setText(m_project->fontMetrics().elidedText(shown, Qt::ElideMiddle, mostProjectWidth));
    m_project->setToolTip(toolTipText(m_name.isEmpty() ? tr("Open a project") : m_name));
    m_project->setAccessibleName(m_name.isEmpty() ? tr("Project: none is open") : tr("Project: %1").arg(m_name));
}

void HeaderBar::setRecentProjects(const QList<RecentProject> &projects)
{
    m_projects->clear();
    m_projects->addAction(tr("&Open project…"), QKeySequence::Open, this, &HeaderBar::openProjectRequested)
        ->setShortcutContext(Qt::WidgetShortcut); // Shown here; the window's own action has the key.
    m_projects->addAction(tr("&Start page"), this, &HeaderBar::startPageRequested);
    if (!projects.isEmpty())
        m_projects->addSection(tr("Recent"));
    for (const RecentProject &project : projects) {
        QAction *action = m_projects->addAction(buttonLabel(project.title()));
        action->setToolTip(toolTipText(project.path));
        connect(action, &QAction::triggered, this, [this, project] { Q_EMIT recentProjectRequested(project); });
    }
    m_projects->setToolTipsVisible(true);
}

void HeaderBar::setVersion(const QString &version, const QString &tag)
{
    m_version->setText(version);
    m_tag->setText(tag);
    m_tag->setAccessibleName(tr("Version %1 becomes tag %2").arg(version, tag));
    const int side = 14;
    m_arrow->setPixmap(theme::symbol(u"arrow-right"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_version, m_arrow, m_tag})
        widget->setVisible(!version.isEmpty());
}

void HeaderBar::setSource(const std::optional<Source> &source)
{
    m_source->setVisible(source.has_value());
    if (!source)
        return;
    const QString branch = source->branch.isEmpty() ? tr("detached") : source->branch;
    const QString commit = source->commit.isEmpty() ? tr("no commit") : shortCommit(source->commit);
    const auto [state, words] = standingOf(*source);
    m_source->setState(state);
    m_source->setTexts(tr("%1 @ %2").arg(branch, commit), words);
}

void HeaderBar::setAccount(const Account &account)
{
    m_account = account;
    m_accountChip->setState(account.state);
    fitTexts();
}

bool HeaderBar::isNarrow() const
{
    return width() < narrowBelow;
}

void HeaderBar::fitTexts()
{
    m_palette->setTexts(isNarrow() ? tr("Find") : tr("Find or run a command"), tr("Ctrl+K"));
    m_palette->setAccessibleName(tr("Find or run a command, Ctrl+K"));
    m_palette->setPreferredWidth(isNarrow() ? 130 : 250);
    const bool showsUser = !m_account.user.isEmpty() && !isNarrow();
    m_accountChip->setTexts(showsUser ? tr("%1 @ %2").arg(m_account.user, m_account.host) : m_account.host,
                            m_account.detail);
}

void HeaderBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTexts();
}

void HeaderBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setVersion(m_version->text(), m_tag->text());
    QWidget::changeEvent(event);
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
}

} // namespace unmoor
