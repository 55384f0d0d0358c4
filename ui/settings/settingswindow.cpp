// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingswindow.h"

#include "ui/settings/accountbox.h"
#include "ui/settings/buildingpage.h"
#include "ui/settings/lookpage.h"
#include "ui/settings/machinespage.h"
#include "ui/settings/settingsdesk.h"
#include "ui/settings/storagepage.h"
#include "ui/settings/trustpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyledItemDelegate>

namespace unmoor {

namespace {

constexpr int listWidth = 161;

/// A page's name, with a bar where it is the one that is shown.
class PageNameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QColor accent = theme::color(theme::Role::Accent, option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), accent);
        }
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(accent, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->setFont(theme::font(theme::Type::Body));
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(option.rect.adjusted(9, 0, -theme::space::xs, 0),
                          int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), index.data().toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {listWidth, theme::rowHeight(32)};
    }
};

/// The names of the pages, on the rail's color.
class PageNames : public QListWidget
{
public:
    PageNames()
    {
        setItemDelegate(new PageNameDelegate(this));
        setFrameShape(QFrame::NoFrame);
        setFixedWidth(theme::rowHeight(listWidth));
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setColors();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            setColors();
        QListWidget::changeEvent(event);
    }

private:
    void setColors()
    {
        const QColor rail = theme::color(theme::Role::Rail, QApplication::palette());
        if (palette().color(QPalette::Base) == rail)
            return;
        QPalette colors = QApplication::palette();
        colors.setColor(QPalette::Base, rail);
        setPalette(colors);
    }
};

/// A line above what it holds.
class Foot : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(0, 0, width(), 1, theme::color(theme::Role::Line, palette()));
    }
};

QScrollArea *scrolled(QWidget *content)
{
    content->setContentsMargins(18, 14, 18, 14);
    auto *area = new QScrollArea;
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    return area;
}

} // namespace

SettingsWindow::SettingsWindow(SettingsDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_list(new PageNames)
    , m_pages(new QStackedWidget)
    , m_notice(new Banner)
    , m_building(new BuildingPage(desk))
    , m_look(new LookPage)
    , m_trust(new TrustPage(desk))
    , m_storage(new StoragePage(desk))
{
    setWindowTitle(tr("Settings"));
    const QSize room = screen()->availableSize();
    resize(QSize(922, 640).boundedTo(room));
    setMinimumSize(QSize(820, 460).boundedTo(room));
    m_list->setAccessibleName(tr("Parts of the settings"));
    m_list->addItems(pageNames());
    for (QWidget *page : std::initializer_list<QWidget *>{makeMachines(), m_building, m_look, m_trust, m_storage})
        m_pages->addWidget(scrolled(page));
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);

    auto *noticeBox = new QWidget;
    auto *noticeColumn = new QVBoxLayout(noticeBox);
    noticeColumn->setContentsMargins(18, 0, 18, 0);
    noticeColumn->addWidget(m_notice);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(noticeBox);
    right->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(makeFoot());

    connect(m_machines, &MachinesPage::ended, this, &SettingsWindow::say);
    connect(m_accounts, &AccountBox::ended, this, &SettingsWindow::say);
    connect(m_building, &BuildingPage::ended, this, &SettingsWindow::say);
    connect(m_trust, &TrustPage::ended, this, &SettingsWindow::say);
    connect(m_storage, &StoragePage::ended, this, &SettingsWindow::say);
    connect(m_accounts, &AccountBox::signInRequested, this, &SettingsWindow::signInRequested);
    connect(m_look, &LookPage::appearanceChosen, this, &SettingsWindow::appearanceChosen);
    connect(&m_desk, &SettingsDesk::changed, this, &SettingsWindow::showDeskProblem);
    showDeskProblem();
}

QWidget *SettingsWindow::makeMachines()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_machines = new MachinesPage(m_desk);
    m_accounts = new AccountBox(m_desk);
    column->addWidget(m_machines);
    column->addWidget(m_accounts);
    column->addStretch();
    return page;
}

QWidget *SettingsWindow::makeFoot()
{
    auto *foot = new Foot;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(theme::space::l, theme::space::s, theme::space::m, theme::space::s);
    row->addWidget(textLabel(tr("Changes apply at once."), theme::Type::Secondary, true), 1);
    auto *close = new QPushButton(tr("&Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    row->addWidget(close);
    return foot;
}

QStringList SettingsWindow::pageNames()
{
    return {tr("Machines, accounts"), tr("Building, publishing"), tr("Look"), tr("Trust"), tr("Storage")};
}

void SettingsWindow::setPage(Page page)
{
    m_list->setCurrentRow(page);
}

void SettingsWindow::showMachine(const QString &name)
{
    setPage(Machines);
    m_machines->choose(name);
    m_machines->table()->setFocus();
}

void SettingsWindow::addMachine(const QString &system)
{
    setPage(Machines);
    m_machines->addMachine(system);
}

void SettingsWindow::say(const Result<void> &result, const QString &what)
{
    if (result)
        showDeskProblem();
    else
        m_notice->showMessage(theme::State::Error, what, result.error().message);
}

void SettingsWindow::showDeskProblem()
{
    if (m_desk.problem().isEmpty())
        m_notice->clear();
    else
        m_notice->showMessage(theme::State::Error, tr("Nothing can be changed here"), m_desk.problem());
}

QString SettingsWindow::problem() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

} // namespace unmoor
