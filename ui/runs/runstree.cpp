// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runstree.h"

#include "ui/runs/runsmodel.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

class RunsDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), theme::rowHeight(theme::size::tree)};
    }

    /// The right column ends a little before the edge.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.column() != RunsModel::Standing)
            return QStyledItemDelegate::paint(painter, option, index);
        const QWidget *view = option.widget;
        view->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, view); // up to the edge
        QStyleOptionViewItem inset = option;
        inset.rect.adjust(0, 0, -theme::space::s, 0);
        QStyledItemDelegate::paint(painter, inset, index);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant state = index.data(RunsModel::StateRole);
        const bool isRun = state.isValid() && index.data(RunsModel::JobRole).toLongLong() == 0;
        option->font = theme::font(isRun ? theme::Type::BodyStrong : theme::Type::Body);
        option->decorationSize = QSize(theme::size::icon, theme::size::icon);
        if (index.column() == RunsModel::Name && state.isValid()) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = theme::stateIcon(theme::State(state.toInt()));
        } else if (index.column() == RunsModel::Standing) {
            option->font = theme::font(theme::Type::Secondary);
            option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
            const QColor color = state.isValid() && theme::State(state.toInt()) == theme::State::Error
                ? theme::stateTextColor(theme::State::Error, option->palette)
                : theme::color(theme::Role::SecondaryText, option->palette);
            option->palette.setColor(QPalette::Text, color);
            option->palette.setColor(QPalette::HighlightedText, color);
        }
        option->fontMetrics = QFontMetrics(option->font);
    }
};

} // namespace

RunsTree::RunsTree(RunsModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new RunsDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setIndentation(18);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Runs, jobs and steps"));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(RunsModel::Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(RunsModel::Standing, QHeaderView::Fixed);
    layOutColumns();
}

/// Names have most of the width.
void RunsTree::layOutColumns()
{
    const int whole = QFontMetrics(theme::font(theme::Type::Secondary))
                          .horizontalAdvance(tr("%1, %2").arg(tr("succeeded"), u"1 h 22 m 0"_s))
        + 3 * theme::space::s;
    header()->resizeSection(RunsModel::Standing, std::min(whole, viewport()->width() * 2 / 5));
}

void RunsTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        layOutColumns();
}

void RunsTree::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOutColumns();
}

void RunsTree::openWhatIsOfInterest()
{
    open({}, {});
}

void RunsTree::open(const QModelIndex &parent, const QString &above)
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        if (m_model.rowCount(index) == 0)
            continue;
        const QString key = above + u'/' + index.data(RunsModel::KeyRole).toString();
        const bool isJob = index.data(RunsModel::JobRole).toLongLong() > 0;
        const QString moment = key + (isJob ? index.data(RunsModel::StateRole).toString() : QString());
        if ((!isJob || index.data(RunsModel::LiveRole).toBool()) && !m_opened.contains(moment)) {
            m_opened.insert(moment);
            expand(index);
        }
        open(index, key);
    }
}

} // namespace unmoor
