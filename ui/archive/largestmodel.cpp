// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/largestmodel.h"

#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "ui/archive/treemap.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plaintext.h"

#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

void LargestModel::setBreakdown(const SizeBreakdown &breakdown)
{
    beginResetModel();
    m_parts = breakdown.largest;
    m_whole = breakdown.whole.bytes;
    const QList<SizePart> &top = breakdown.whole.parts;
    m_top = top.size() == 1 && !top.first().parts.isEmpty() ? top.first().path + u'/' : QString();
    endResetModel();
}

int LargestModel::rowOf(const QString &path) const
{
    const auto found = std::ranges::find(m_parts, path, &SizePart::path);
    return found == m_parts.end() ? -1 : int(found - m_parts.begin());
}

int LargestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parts.size());
}

QVariant LargestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SizePart &part = m_parts[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return withVisibleSigns(part.path.sliced(m_top.size()));
    case Qt::ToolTipRole:
        return toolTipText(Treemap::describe(part, m_whole));
    case Qt::AccessibleTextRole:
        return Treemap::describe(part, m_whole);
    case PathRole:
        return part.path;
    case SizeRole:
        return formatBytes(part.bytes);
    case DetailRole: {
        QStringList words;
        if (part.isDuplicate)
            words.append(tr("copy"));
        if (part.symbolBytes > 0)
            words.append(tr("%1 symbols").arg(formatBytes(part.symbolBytes)));
        return words.join(u", "_s);
    }
    case FileKindRole:
        return part.kind;
    case DuplicateRole:
        return part.isDuplicate;
    default:
        return {};
    }
}

void LargestDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    if (isSelected) {
        painter->fillRect(option.rect, theme::color(theme::Role::Selection, palette));
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          theme::color(theme::Role::Accent, palette));
    }
    QRect rect = option.rect.adjusted(theme::space::m, 0, -theme::space::m, 0);
    const QRect box(rect.left(), rect.center().y() - 5, 11, 11);
    painter->fillRect(box, Treemap::color(index.data(LargestModel::FileKindRole).toString(), palette));
    if (index.data(LargestModel::DuplicateRole).toBool())
        Treemap::paintCopyHatch(*painter, box, palette);
    painter->setPen(theme::color(theme::Role::SecondaryText, palette));
    painter->drawRect(box.adjusted(0, 0, -1, -1));
    rect.setLeft(box.right() + theme::space::s);

    const auto write = [&](theme::Type type, const QColor &color, int role, bool isRight) {
        painter->setFont(theme::font(type));
        painter->setPen(color);
        const QString text = painter->fontMetrics().elidedText(
            index.data(role).toString(), role == Qt::DisplayRole ? Qt::ElideMiddle : Qt::ElideRight, rect.width());
        painter->drawText(rect, (isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine,
                          text);
        return text.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(text) + theme::space::s;
    };
    const QColor text = palette.color(QPalette::Text);
    rect.setRight(rect.right() - write(theme::Type::Body, text, LargestModel::SizeRole, true));
    // The name keeps most of the room.
    const int detail = QFontMetrics(theme::font(theme::Type::Secondary))
                           .horizontalAdvance(index.data(LargestModel::DetailRole).toString());
    if (detail < rect.width() / 2)
        rect.setRight(rect.right()
                      - write(theme::Type::Secondary, theme::color(theme::Role::SecondaryText, palette),
                              LargestModel::DetailRole, true));
    write(theme::Type::Mono, text, Qt::DisplayRole, false);
    painter->restore();
}

QSize LargestDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, theme::rowHeight(26)};
}

} // namespace unmoor
