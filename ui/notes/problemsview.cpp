// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/problemsview.h"

#include "ui/notes/problemsmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace unmoor {

namespace {

constexpr int rowPixels = 28, mostRows = 4, whereWidth = 90, offerWidth = 220;

/// Draws as much of \a text as fits and returns the x behind it.
int drawText(QPainter &painter, const QRect &rect, const QString &text)
{
    const QString fitting = painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, rect.width()));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    return rect.left() + painter.fontMetrics().horizontalAdvance(fitting);
}

class ProblemDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, theme::rowHeight(rowPixels)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        paintGround(*painter, option, index);
        const QRect rect = option.rect.adjusted(theme::space::s, 0, -theme::space::s, 0);
        if (index.column() == ProblemsModel::Problem)
            paintProblem(*painter, rect, option.palette, index);
        else if (index.column() == ProblemsModel::Where)
            paintWhere(*painter, rect, option.palette, index);
        else
            paintOffer(*painter, rect, option.palette, index);
        painter->restore();
    }

private:
    static void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const QRect &rect = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            painter.fillRect(rect, theme::color(theme::Role::Selection, option.palette));
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                         theme::color(theme::Role::Line, option.palette));
        if (selected && index.column() == ProblemsModel::Problem)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()),
                             theme::color(theme::Role::Accent, option.palette));
    }

    static void paintProblem(QPainter &painter, QRect rect, const QPalette &palette, const QModelIndex &index)
    {
        const double side = theme::size::icon - 2;
        const QRectF icon(rect.left(), rect.top() + (rect.height() - side) / 2, side, side);
        theme::paintState(painter, icon, theme::State(index.data(ProblemsModel::StateRole).toInt()), palette);
        rect.setLeft(rect.left() + theme::size::icon + theme::space::s - 2);
        painter.setFont(theme::font(theme::Type::Body));
        painter.setPen(palette.color(QPalette::Text));
        rect.setLeft(drawText(painter, rect, index.data().toString()) + theme::space::s);
        painter.setFont(theme::font(theme::Type::Secondary));
        painter.setPen(theme::color(theme::Role::SecondaryText, palette));
        drawText(painter, rect, index.data(ProblemsModel::HintRole).toString());
    }

    static void paintOffer(QPainter &painter, const QRect &rect, const QPalette &palette, const QModelIndex &index)
    {
        painter.setFont(theme::font(theme::Type::Body));
        painter.setPen(theme::color(theme::Role::Accent, palette));
        drawText(painter, rect, index.data().toString());
    }

    static void paintWhere(QPainter &painter, const QRect &rect, const QPalette &palette, const QModelIndex &index)
    {
        painter.setFont(theme::font(theme::Type::Secondary));
        painter.setPen(theme::color(theme::Role::SecondaryText, palette));
        drawText(painter, rect, index.data().toString());
    }
};

} // namespace

ProblemsView::ProblemsView(ProblemsModel *model, QWidget *parent)
    : QTreeView(parent)
{
    setModel(model);
    setItemDelegate(new ProblemDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Problems of the notes"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(theme::size::icon);
    header()->setSectionResizeMode(ProblemsModel::Problem, QHeaderView::Fixed);
    header()->setSectionResizeMode(ProblemsModel::Where, QHeaderView::Fixed);
    header()->setSectionResizeMode(ProblemsModel::Offer, QHeaderView::Fixed);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT rowShown(index.row());
        if (index.column() == ProblemsModel::Offer)
            Q_EMIT fixChosen(index.row());
    });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT rowChosen(index.row()); });
    connect(model, &QAbstractItemModel::modelReset, this, &ProblemsView::follow);
    follow();
}

void ProblemsView::follow()
{
    setVisible(model()->rowCount() > 0);
    placeColumns();
    updateGeometry();
}

void ProblemsView::choose(int row)
{
    setCurrentIndex(model()->index(row, 0));
    Q_EMIT rowShown(row);
}

QSize ProblemsView::sizeHint() const
{
    const int rows = std::clamp(model()->rowCount(), 1, mostRows);
    return {400, header()->sizeHint().height() + rows * theme::rowHeight(rowPixels)};
}

QSize ProblemsView::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ProblemsView::placeColumns()
{
    const int where = theme::rowHeight(whereWidth);
    const int offer = hasOffers() ? theme::rowHeight(offerWidth) : 0;
    header()->resizeSection(ProblemsModel::Where, where);
    header()->resizeSection(ProblemsModel::Offer, offer);
    header()->resizeSection(ProblemsModel::Problem, std::max(0, viewport()->width() - where - offer));
}

void ProblemsView::resizeEvent(QResizeEvent *event)
{
    placeColumns();
    QTreeView::resizeEvent(event);
}

bool ProblemsView::hasOffers() const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (!model()->index(row, ProblemsModel::Offer).data().toString().isEmpty())
            return true;
    }
    return false;
}

void ProblemsView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::AltModifier && currentIndex().isValid())
        Q_EMIT fixChosen(currentIndex().row());
    else if (isReturn && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT rowChosen(currentIndex().row());
    else
        QTreeView::keyPressEvent(event);
}

} // namespace unmoor
