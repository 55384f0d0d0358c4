// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/sectionsmodel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plaintext.h"

#include <QFontMetrics>
#include <QSize>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

int dateWidth()
{
    return QFontMetrics(theme::font(theme::Type::Secondary)).horizontalAdvance(u"2026-06-24 "_s) + theme::space::s;
}

} // namespace

SectionsModel::SectionsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SectionsModel::setSections(const QList<ChangelogSection> &sections, const QStringList &tagged,
                                const QString &current)
{
    QList<Row> rows;
    for (const ChangelogSection &section : sections)
        rows.append(
            {.version = section.isOthers ? u"%1 %2"_s.arg(section.package, section.version).trimmed() : section.version,
             .date = section.date.toString(Qt::ISODate),
             .line = section.headingLine,
             .isTagged = !section.unreleased && !section.isOthers && tagged.contains(section.version),
             .isCurrent = !section.unreleased && !section.isOthers && section.version == current});
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int SectionsModel::currentRow() const
{
    const auto found = std::ranges::find(m_rows, true, &Row::isCurrent);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int SectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SectionsModel::words(const Row &row) const
{
    const QString version = row.version.isEmpty() ? tr("Unreleased") : row.version;
    if (row.isTagged)
        return tr("%1, line %2: git has its tag").arg(version).arg(row.line);
    return row.version.isEmpty() ? tr("%1, line %2").arg(version).arg(row.line)
                                 : tr("%1, line %2: git has no tag for it").arg(version).arg(row.line);
}

QVariant SectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isVersion = index.column() == Version;
    switch (role) {
    case Qt::DisplayRole:
        return !isVersion ? row.date : row.version.isEmpty() ? tr("Unreleased") : row.version;
    case Qt::DecorationRole:
        return !isVersion ? QVariant() : theme::stateIcon(row.isTagged ? theme::State::Done : theme::State::Planned);
    case Qt::FontRole:
        return theme::font(row.isCurrent && isVersion ? theme::Type::BodyStrong : theme::Type::Secondary);
    case Qt::ToolTipRole:
        return toolTipText(isVersion ? words(row) : row.date);
    case Qt::AccessibleTextRole:
        return isVersion ? words(row) : row.date;
    case Qt::SizeHintRole:
        return QSize(isVersion ? 0 : dateWidth(), theme::rowHeight(theme::size::tree));
    case LineRole:
        return row.line;
    case CurrentRole:
        return row.isCurrent;
    }
    return {};
}

QVariant SectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Version ? tr("Section") : tr("Date");
}

} // namespace unmoor
