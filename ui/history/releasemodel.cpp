// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/releasemodel.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/core/words.h"
#include "ui/widgets/plaintext.h"

#include <array>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

QString stateText(const QString &state)
{
    if (state == u"verified"_s)
        return Words::tr("verified");
    if (state == u"published"_s)
        return Words::tr("not verified");
    if (state == u"draft"_s)
        return Words::tr("draft to finish");
    if (state == u"withdrawn"_s)
        return Words::tr("withdrawn");
    return state;
}

bool isNumber(int column)
{
    return column == ReleaseModel::Files || column == ReleaseModel::Size || column == ReleaseModel::Build;
}

} // namespace

theme::State stateOf(const ReleaseRecord &release)
{
    if (release.state == u"verified"_s)
        return theme::State::Verified;
    return release.state == u"published"_s ? theme::State::Done : theme::State::Warning;
}

void ReleaseModel::setReleases(const QList<ReleaseRecord> &releases, bool hasMore)
{
    m_hasMore = hasMore;
    m_isFetching = false;
    if (releases == m_releases)
        return;
    beginResetModel();
    m_releases = releases;
    endResetModel();
}

void ReleaseModel::appendReleases(const QList<ReleaseRecord> &older, bool hasMore)
{
    m_hasMore = hasMore;
    m_isFetching = false;
    if (older.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(older.size()) - 1);
    m_releases += older;
    endInsertRows();
}

bool ReleaseModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isFetching;
}

void ReleaseModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    Q_EMIT moreWanted();
}

int ReleaseModel::rowOf(const QString &version) const
{
    for (int row = 0; row < m_releases.size(); ++row) {
        if (m_releases.at(row).version == version)
            return row;
    }
    return -1;
}

int ReleaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_releases.size());
}

int ReleaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ReleaseModel::textOf(const ReleaseRecord &release, int column) const
{
    switch (column) {
    case Release:
        return release.tag;
    case When:
        return whenText(release.updatedAt, QDateTime::currentDateTime());
    case Commit:
        return shortCommit(release.revision);
    case State:
        return stateText(release.state);
    case Files:
        return release.files > 0 ? QString::number(release.files) : u"–"_s;
    case Size:
        return release.bytes > 0 ? formatBytes(release.bytes) : u"–"_s;
    case Build:
        return release.buildSeconds > 0 ? formatSeconds(release.buildSeconds) : u"–"_s;
    case Note:
        return release.note;
    default:
        return {};
    }
}

QVariant ReleaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReleaseRecord &release = m_releases.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(release, column);
    case Qt::ToolTipRole:
        return toolTipText(column == Commit ? release.revision : column == Note ? release.note : QString());
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case StateRole:
        return column == State ? QVariant(int(stateOf(release))) : QVariant();
    case TypeRole:
        return int(column == Release || column == Commit ? theme::Type::Mono : theme::Type::Body);
    case MutedRole:
        return column != Release && column != State;
    default:
        return {};
    }
}

QVariant ReleaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array names{tr("Release"), tr("Changed"), tr("Commit"), tr("State"),
                           tr("Files"),   tr("Size"),    tr("Build"),  tr("What happened")};
    return names.at(section);
}

} // namespace unmoor
