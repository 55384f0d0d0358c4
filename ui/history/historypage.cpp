// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "app/core/linktarget.h"
#include "app/core/words.h"
#include "ui/history/buildchart.h"
#include "ui/history/releasedelegate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/plaintext.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array columnWidths{108, 116, 80, 144, 52, 82, 88};

/// "40 s", "8 min", "1 h 20 min"
QString roughly(double seconds)
{
    const qint64 minutes = qRound64(seconds / 60);
    if (seconds < 60)
        return Words::tr("%1 s").arg(std::max<qint64>(1, qRound64(seconds)));
    return minutes < 60 ? Words::tr("%1 min").arg(minutes)
                        : Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace

HistoryPage::HistoryPage(QWidget *parent)
    : QWidget(parent)
    , m_proxy(new QSortFilterProxyModel(this))
    , m_header(new PageHeader(tr("History")))
    , m_filter(new QLineEdit)
    , m_open(new QPushButton(tr("&Open on the host")))
    , m_export(new QPushButton(tr("&Export as CSV…")))
    , m_free(new QPushButton(tr("Free &space…")))
    , m_chartBox(new QScrollArea)
    , m_chart(new BuildChart)
    , m_table(new QTableView)
    , m_content(new QWidget)
    , m_empty(new EmptyState(tr("Nothing has been built or released here yet."), tr("Go to the &plan")))
{
    m_filter->setPlaceholderText(tr("Filter releases"));
    m_filter->setAccessibleName(tr("Filter releases"));
    addSearchButtons(m_filter);
    m_filter->setFixedWidth(theme::rowHeight(150));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filter, m_open, m_export, m_free})
        m_header->addWidget(widget);
    makeTable();

    auto *inside = new QVBoxLayout(m_content);
    auto *column = new QVBoxLayout(this);
    for (QVBoxLayout *layout : {inside, column}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
    }
    m_chartBox->setWidget(m_chart);
    m_chartBox->setWidgetResizable(true);
    m_chartBox->setFrameShape(QFrame::NoFrame);
    m_chartBox->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chartBox->setFocusPolicy(Qt::NoFocus);
    m_free->setToolTip(tr("See what the results of these releases keep on the disk, and let go of it"));
    inside->addWidget(m_chartBox);
    inside->addWidget(m_table, 1);
    column->addWidget(m_header);
    column->addWidget(m_content, 1);
    column->addWidget(m_empty, 1);

    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_chart, &BuildChart::versionActivated, this, &HistoryPage::showVersion);
    connect(m_free, &QPushButton::clicked, this, &HistoryPage::freeSpaceRequested);
    connect(m_export, &QPushButton::clicked, this, &HistoryPage::exportRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &HistoryPage::planRequested);
    const auto open = [this] {
        if (const QModelIndex index = currentSource(); index.isValid())
            Q_EMIT releaseActivated(m_model.release(index.row()).url);
    };
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_table, &QTableView::activated, this, open);
    openOnSpace(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const QModelIndex index = currentSource();
        m_chart->setCurrentVersion(index.isValid() ? m_model.release(index.row()).version : QString());
        const QString url = index.isValid() ? m_model.release(index.row()).url : QString();
        m_open->setEnabled(!url.isEmpty());
        m_open->setToolTip(toolTipText(shownAddress(QUrl(url))));
    });
    showSummary();
}

void HistoryPage::makeTable()
{
    m_proxy->setSourceModel(&m_model);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new ReleaseDelegate(m_table));
    m_table->setAccessibleName(tr("Releases"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(theme::rowHeight(theme::size::step));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setFixedHeight(theme::rowHeight(theme::size::columnHeader, theme::Type::Header));
    m_open->setEnabled(false);
}

void HistoryPage::setReleases(const QList<ReleaseRecord> &releases)
{
    const QModelIndex before = currentSource();
    const QString version = before.isValid() ? m_model.release(before.row()).version : QString();
    m_model.setReleases(releases);
    selectVersion(version);
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_table->setCurrentIndex(m_proxy->index(0, 0));
    showSummary();
}

void HistoryPage::setBuilds(const QList<BuildRecord> &builds)
{
    m_builds = builds;
    m_chart->setBuilds(builds);
    fitChart();
    showSummary();
}

void HistoryPage::selectVersion(const QString &version)
{
    const int row = m_model.rowOf(version);
    if (row >= 0)
        m_table->setCurrentIndex(m_proxy->mapFromSource(m_model.index(row, 0)));
}

/// Chosen in the chart; a version that was built and not released has no row in the table.
void HistoryPage::showVersion(const QString &version)
{
    const int row = m_model.rowOf(version);
    const QModelIndex shown = row < 0 ? QModelIndex() : m_proxy->mapFromSource(m_model.index(row, 0));
    if (!shown.isValid())
        m_table->clearSelection();
    m_table->setCurrentIndex(shown);
    m_chart->setCurrentVersion(version);
}

/// Room for four targets; more are scrolled.
void HistoryPage::fitChart()
{
    const int rows = std::clamp(int(m_chart->rows().size()), 1, 4);
    m_chartBox->setFixedHeight(m_chart->heightOf(rows));
}

QModelIndex HistoryPage::currentSource() const
{
    return m_proxy->mapToSource(m_table->currentIndex());
}

void HistoryPage::showSummary()
{
    const int releases = m_model.rowCount();
    const bool hasBuilds = !m_chart->rows().isEmpty();
    QStringList parts{releases == 1 ? tr("1 release") : tr("%n releases", nullptr, releases)};
    const BuildHistory &history = m_chart->history();
    if (history.warmRelease && history.coldRelease)
        parts << tr("a warm release takes %1, a cold one %2")
                     .arg(roughly(*history.warmRelease), roughly(*history.coldRelease));
    else if (history.warmRelease)
        parts << tr("a warm release takes %1").arg(roughly(*history.warmRelease));
    else if (history.coldRelease)
        parts << tr("a cold release takes %1").arg(roughly(*history.coldRelease));
    m_header->setSummary(parts.join(u" · "_s));
    m_content->setVisible(releases > 0 || hasBuilds);
    m_empty->setVisible(!m_content->isVisibleTo(this));
    m_chartBox->setVisible(hasBuilds);
    m_free->setEnabled(hasBuilds);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filter, m_open, m_export})
        widget->setEnabled(releases > 0 && (widget != m_open || currentSource().isValid()));
}

void HistoryPage::fitColumns()
{
    for (size_t column = 0; column < columnWidths.size(); ++column)
        m_table->setColumnWidth(int(column), theme::rowHeight(columnWidths.at(column)));
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

} // namespace unmoor
