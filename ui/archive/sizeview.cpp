// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/sizeview.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/archive/largestmodel.h"
#include "ui/archive/tints.h"
#include "ui/archive/treemap.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// What the colors and signs of the map mean.
class Legend : public QWidget
{
public:
    Legend()
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setFixedHeight(theme::rowHeight(24));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(theme::font(theme::Type::Header));
        int left = 0;
        const auto add = [&](const QString &text, const auto &paintBox) {
            const int width = painter.fontMetrics().horizontalAdvance(text);
            if (left + 18 + width > this->width())
                return;
            const QRectF box(left, (height() - 11) / 2.0, 11, 11);
            paintBox(box);
            painter.setPen(theme::color(theme::Role::SecondaryText, palette()));
            painter.drawText(QRectF(box.right() + 6, 0, width + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
            left = int(box.right()) + 6 + width + theme::space::l;
        };
        const auto kind = [&](const QString &name, const QString &text) {
            add(text, [&](const QRectF &box) { painter.fillRect(box, Treemap::color(name, palette())); });
        };
        kind(u"program"_s, Words::tr("programs"));
        kind(u"library"_s, Words::tr("libraries"));
        kind(u"document"_s, Words::tr("documents"));
        kind(u"other"_s, Words::tr("other"));
        add(Words::tr("copies"), [&](const QRectF &box) {
            painter.fillRect(box, Treemap::color(u"other"_s, palette()));
            Treemap::paintCopyHatch(painter, box, palette());
        });
        add(Words::tr("symbols"), [&](const QRectF &box) {
            painter.fillRect(box, Treemap::color(u"program"_s, palette()));
            QColor ink = theme::color(theme::Role::Accent, palette());
            ink.setAlphaF(0.35F);
            painter.fillRect(box.adjusted(0, 5, 0, 0), ink);
        });
    }
};

} // namespace

SizeView::SizeView(QWidget *parent)
    : QWidget(parent)
    , m_map(new Treemap)
    , m_largest(new LargestModel(this))
    , m_list(new QListView)
    , m_whole(new ElidedLabel(QString(), theme::Type::BodyStrong))
    , m_copies(new ElidedLabel(QString(), theme::Type::Secondary))
    , m_symbols(new ElidedLabel(QString(), theme::Type::Secondary))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::xs);
    column->setSpacing(theme::space::xs);
    column->addWidget(m_map, 1);
    column->addWidget(new Legend);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"sizes"_s); // by which its place is remembered
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(makeSide());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({740, 330});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    connectParts();
}

QWidget *SizeView::makeSums()
{
    auto *sums = new QWidget;
    auto *column = new QVBoxLayout(sums);
    column->setContentsMargins(theme::space::m, 10, theme::space::m, theme::space::s);
    column->setSpacing(3);
    column->addWidget(m_whole);
    column->addWidget(m_copies);
    column->addWidget(m_symbols);
    return sums;
}

QWidget *SizeView::makeSide()
{
    m_list->setModel(m_largest);
    m_list->setItemDelegate(new LargestDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Largest files"));
    auto *heading = textLabel(tr("Largest files"), theme::Type::Header, true);
    heading->setContentsMargins(theme::space::m, theme::space::xs, theme::space::m, theme::space::xs);
    auto *side = new QWidget;
    side->setMinimumWidth(220);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeSums());
    column->addWidget(heading);
    column->addWidget(m_list, 1);
    return side;
}

void SizeView::connectParts()
{
    connect(m_map, &Treemap::pathChosen, this, [this](const QString &path) {
        choose(path);
        Q_EMIT pathChosen(path);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (m_isChoosing || !current.isValid())
            return;
        const QString path = current.data(LargestModel::PathRole).toString();
        m_map->setChosen(path);
        Q_EMIT pathChosen(path);
    });
}

void SizeView::setBreakdown(const SizeBreakdown &breakdown)
{
    const QScopedValueRollback guard(m_isChoosing, true);
    m_map->setBreakdown(breakdown);
    m_largest->setBreakdown(breakdown);
    m_whole->setText(tr("%1 unpacked").arg(formatBytes(breakdown.whole.bytes)));
    m_copies->setText(
        breakdown.duplicateBytes > 0
            ? tr("%1 in copies of files that are there already").arg(formatBytes(breakdown.duplicateBytes))
            : tr("No file is there twice"));
    m_symbols->setText(breakdown.symbolBytes > 0
                           ? tr("%1 in symbols that stripping would remove").arg(formatBytes(breakdown.symbolBytes))
                           : tr("Nothing to strip in what could be read"));
}

void SizeView::choose(const QString &path)
{
    const QScopedValueRollback guard(m_isChoosing, true);
    m_map->setChosen(path);
    const int row = m_largest->rowOf(path);
    if (row >= 0)
        m_list->setCurrentIndex(m_largest->index(row));
    else
        m_list->selectionModel()->clear();
}

} // namespace unmoor
