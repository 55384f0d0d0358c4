// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrixrows.h"

#include "ui/matrix/matrixmodel.h"

#include <array>
#include <ranges>

namespace unmoor {

namespace {

using theme::State;

/// Where a shape stands in the order: what needs somebody first, what is settled last.
int rankOf(const QVariant &state)
{
    static constexpr std::array order{State::Error,    State::Warning, State::Running, State::Waiting,
                                      State::Canceled, State::Planned, State::Done,    State::Cached,
                                      State::Verified, State::Note,    State::Skipped, State::LeftOut};
    const auto found = std::ranges::find(order, State(state.toInt()));
    return state.isValid() ? int(found - order.begin()) : int(order.size());
}

} // namespace

MatrixRows::MatrixRows(QObject *parent)
    : QSortFilterProxyModel(parent)
    // The C locale compares bytes, and would have target-10 before target-2.
    , m_collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void MatrixRows::setFilter(const MatrixFilter &filter)
{
    m_filter = filter;
    invalidateFilter();
}

bool MatrixRows::isWanted(int row) const
{
    const auto *model = static_cast<const MatrixModel *>(sourceModel());
    const TargetState &target = model->target(row);
    const auto shows = [&](std::initializer_list<State> states) {
        return std::ranges::any_of(std::views::iota(int(MatrixModel::Where), int(MatrixModel::ColumnCount)),
                                   [&](int column) {
                                       const QVariant state = model->index(row, column).data(MatrixModel::StateRole);
                                       return state.isValid() && std::ranges::contains(states, State(state.toInt()));
                                   });
    };
    const bool needsSomebody = shows({State::Error, State::Warning});
    const bool runs = shows({State::Running, State::Waiting});
    switch (m_filter.which) {
    case MatrixFilter::Which::All:
        return true;
    case MatrixFilter::Which::Attention:
        return needsSomebody;
    case MatrixFilter::Which::ToBuild:
        return target.isIn() && !target.counts() && !runs;
    case MatrixFilter::Which::Running:
        return runs;
    case MatrixFilter::Which::Done:
        return target.counts() && !needsSomebody && !runs;
    case MatrixFilter::Which::LeftOut:
        return !target.isIn();
    }
    return true;
}

bool MatrixRows::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid() || !isWanted(row))
        return false;
    const auto has = [&](int column) {
        return sourceModel()
            ->index(row, column)
            .data(MatrixModel::WordRole)
            .toString()
            .contains(m_filter.name, Qt::CaseInsensitive);
    };
    return m_filter.name.isEmpty() || has(MatrixModel::Target) || has(MatrixModel::Where);
}

bool MatrixRows::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int first = rankOf(left.data(MatrixModel::StateRole));
    const int second = rankOf(right.data(MatrixModel::StateRole));
    if (first != second)
        return first < second;
    // What counts on while something runs is no order: rows would jump.
    if (left.data(MatrixModel::ProgressRole).toDouble() >= 0 && right.data(MatrixModel::ProgressRole).toDouble() >= 0)
        return false;
    return m_collator.compare(left.data(MatrixModel::WordRole).toString(), right.data(MatrixModel::WordRole).toString())
        < 0;
}

} // namespace unmoor
