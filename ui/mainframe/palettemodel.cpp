// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/palettemodel.h"

#include "ui/widgets/plaintext.h"

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

/// What cannot be done says why in place of its detail.
const QString &detailOf(const PaletteItem &item)
{
    return item.whyNot.isEmpty() ? item.detail : item.whyNot;
}

QString spoken(const PaletteItem &item)
{
    QStringList parts{item.text, item.kind, detailOf(item), item.keys};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

PaletteModel::PaletteModel(QList<PaletteItem> items, QObject *parent)
    : QAbstractListModel(parent)
    , m_items(std::move(items))
{
    find({});
}

void PaletteModel::find(const QString &typed)
{
    beginResetModel();
    m_rows = findItems(m_items, typed, mostRows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteItem &shown = item(index);
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case KindRole:
        return shown.kind;
    case DetailRole:
        return detailOf(shown);
    case KeysRole:
        return shown.keys;
    case Qt::ToolTipRole:
        return toolTipText(shown.text + u'\n' + detailOf(shown));
    case Qt::AccessibleTextRole:
        return spoken(shown);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return !index.isValid() || item(index).whyNot.isEmpty() ? flags : flags & ~Qt::ItemIsEnabled;
}

} // namespace unmoor
