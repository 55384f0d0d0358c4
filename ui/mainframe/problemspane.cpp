// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/problemspane.h"

#include "app/core/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

enum Column { What, Where, Mend };
constexpr int rowPixels = 26, mostRows = 6;

QString titleOf(const QList<Problem> &problems)
{
    const auto errors = std::ranges::count(problems, Severity::Error, &Problem::severity);
    const QString warnings =
        counted(problems.size() - errors, ProblemsPane::tr("1 warning"), ProblemsPane::tr("%1 warnings"));
    if (problems.isEmpty())
        return ProblemsPane::tr("No problems");
    if (errors == 0)
        return warnings;
    const QString words = counted(errors, ProblemsPane::tr("1 error"), ProblemsPane::tr("%1 errors"));
    return errors == problems.size() ? words : ProblemsPane::tr("%1, %2").arg(words, warnings);
}

} // namespace

ProblemsPane::ProblemsPane(QWidget *parent)
    : QWidget(parent)
    , m_title(textLabel(titleOf({}), theme::Type::BodyStrong))
    , m_list(new QTreeWidget)
{
    m_list->setAccessibleName(tr("Problems of the release"));
    m_list->setHeaderLabels({tr("Problem"), tr("Where"), tr("What mends it")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setStretchLastSection(true);
    m_list->setTextElideMode(Qt::ElideMiddle);

    auto *close = linkButton(tr("&Close"));
    close->setAccessibleName(tr("Close the list of problems"));
    connect(close, &QPushButton::clicked, this, &ProblemsPane::closeRequested);
    const auto activate = [this](QTreeWidgetItem *item) {
        Q_EMIT problemActivated(m_problems.at(m_list->indexOfTopLevelItem(item)));
    };
    connect(m_list, &QTreeWidget::itemActivated, this, activate);
    openOnSpace(m_list);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme::space::m, theme::space::xs, theme::space::s, theme::space::xs);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

/// The chosen one stays chosen as long as it is there.
void ProblemsPane::setProblems(const QList<Problem> &problems)
{
    if (problems == m_problems)
        return;
    const std::optional<Problem> current = m_list->currentItem()
        ? std::optional(m_problems.at(m_list->indexOfTopLevelItem(m_list->currentItem())))
        : std::nullopt;
    m_problems = problems;
    m_title->setText(titleOf(problems));
    m_list->clear();
    for (const Problem &problem : problems)
        showProblem(new QTreeWidgetItem(m_list), problem);
    if (current)
        setCurrent(*current);
    updateGeometry();
}

void ProblemsPane::showProblem(QTreeWidgetItem *item, const Problem &problem)
{
    const QString state = theme::stateWord(theme::stateOf(problem.severity));
    const QString where = whereText(problem);
    item->setIcon(What, theme::stateIcon(theme::stateOf(problem.severity)));
    item->setText(What, problem.text.simplified());
    item->setText(Where, where);
    item->setText(Mend, problem.mend.simplified());
    for (const int column : {What, Where, Mend})
        item->setData(column, Qt::ToolTipRole, toolTipText(item->text(column)));
    item->setData(What, Qt::AccessibleTextRole, u"%1: %2"_s.arg(state, item->text(What)));
    item->setSizeHint(What, {0, theme::rowHeight(rowPixels)});
}

void ProblemsPane::setCurrent(const Problem &problem)
{
    m_list->setCurrentItem(m_list->topLevelItem(int(m_problems.indexOf(problem))));
}

/// What is wrong needs the most room.
void ProblemsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_list->header()->resizeSection(What, width() * 46 / 100);
    m_list->header()->resizeSection(Where, width() * 24 / 100);
}

QSize ProblemsPane::sizeHint() const
{
    const int rows = std::clamp(int(m_problems.size()), 2, mostRows);
    const int head = layout()->itemAt(0)->sizeHint().height() + m_list->header()->sizeHint().height();
    return {400, head + rows * theme::rowHeight(rowPixels) + 2};
}

void ProblemsPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, 0, width(), 1, theme::color(theme::Role::Line, palette()));
}

} // namespace unmoor
