// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "app/core/format.h"
#include "app/core/linktarget.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "ui/history/buildchart.h"
#include "ui/history/changeview.h"
#include "ui/history/recordtable.h"
#include "ui/history/releasepane.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/plaintext.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
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

QString summaryOf(const ReleaseModel &model, const BuildHistory &history)
{
    const int releases = model.rowCount();
    QStringList parts{model.hasMore()     ? HistoryPage::tr("the last %n releases", nullptr, releases)
                          : releases == 1 ? HistoryPage::tr("1 release")
                                          : HistoryPage::tr("%n releases", nullptr, releases)};
    if (history.warmRelease && history.coldRelease)
        parts << HistoryPage::tr("a warm release takes %1, a cold one %2")
                     .arg(roughly(*history.warmRelease), roughly(*history.coldRelease));
    else if (history.warmRelease)
        parts << HistoryPage::tr("a warm release takes %1").arg(roughly(*history.warmRelease));
    else if (history.coldRelease)
        parts << HistoryPage::tr("a cold release takes %1").arg(roughly(*history.coldRelease));
    return parts.join(u" · "_s);
}

} // namespace

HistoryPage::HistoryPage(QWidget *parent)
    : QWidget(parent)
    , m_proxy(new QSortFilterProxyModel(this))
    , m_header(new PageHeader(tr("History")))
    , m_back(new QPushButton(theme::symbol(u"arrow-left"_s), tr("Re&leases")))
    , m_bases(new QComboBox)
    , m_filter(new QLineEdit)
    , m_details(new QPushButton(tr("Show &details")))
    , m_compare(new QPushButton(tr("&Compare")))
    , m_open(new QPushButton(tr("&Open on the host")))
    , m_free(new QPushButton(tr("Free &space…")))
    , m_more(moreButton(tr("More about the history")))
    , m_chartBox(new QScrollArea)
    , m_chart(new BuildChart)
    , m_table(new QTableView)
    , m_content(new QWidget)
    , m_release(new ReleasePane)
    , m_change(new ChangeView)
    , m_views(new QStackedWidget)
    , m_empty(new EmptyState(tr("Nothing has been built or released here yet."), tr("Go to the &plan")))
{
    makeHeader();
    makeTable();
    layOut();
    connectParts();
    setView(Releases);
    showSummary();
}

void HistoryPage::makeHeader()
{
    m_filter->setPlaceholderText(tr("Filter releases"));
    m_filter->setAccessibleName(tr("Filter releases"));
    addSearchButtons(m_filter);
    m_filter->setMinimumWidth(theme::rowHeight(60));
    m_filter->setMaximumWidth(theme::rowHeight(150));
    m_back->setToolTip(tr("Back to the list of releases (Esc)"));
    m_bases->setAccessibleName(tr("Release to compare with"));
    m_bases->setToolTip(tr("The release that it is compared with"));
    m_bases->setMaximumWidth(theme::rowHeight(150));
    m_free->setToolTip(tr("See what the results of these releases keep on the disk, and let go of it"));
    m_withdraw = m_more->menu()->addAction(tr("&Take back, or put back…"), this,
                                           [this] { Q_EMIT withdrawRequested(chosen().tag); });
    m_more->menu()->addAction(tr("&Export as CSV…"), this, &HistoryPage::exportRequested);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_filter, m_bases, m_back, m_details, m_compare, m_open, m_free, m_more})
        m_header->addWidget(widget);
}

void HistoryPage::layOut()
{
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
    inside->addWidget(m_chartBox);
    inside->addWidget(m_table, 1);
    m_views->addWidget(m_content);
    m_views->addWidget(m_release);
    m_views->addWidget(m_change);
    column->addWidget(m_header);
    column->addWidget(m_views, 1);
    column->addWidget(m_empty, 1);
}

void HistoryPage::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, this, &HistoryPage::wantMore);
    connect(&m_model, &ReleaseModel::moreWanted, this, &HistoryPage::moreRequested);
    connect(m_chart, &BuildChart::versionActivated, this, &HistoryPage::showVersion);
    connect(m_free, &QPushButton::clicked, this, &HistoryPage::freeSpaceRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &HistoryPage::planRequested);
    connect(m_back, &QPushButton::clicked, this, &HistoryPage::showReleases);
    connect(m_details, &QPushButton::clicked, this, &HistoryPage::showDetails);
    connect(m_compare, &QPushButton::clicked, this, &HistoryPage::compare);
    connect(m_table, &QTableView::activated, this, &HistoryPage::showDetails);
    openOnSpace(m_table);
    connect(m_bases, &QComboBox::activated, this,
            [this](int index) { showChange(m_model.release(m_bases->itemData(index).toInt()), m_shown); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (view() != Releases)
            Q_EMIT releaseActivated(m_shown.url);
        else if (const QModelIndex index = currentSource(); index.isValid())
            Q_EMIT releaseActivated(m_model.release(index.row()).url);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const QModelIndex index = currentSource();
        m_chart->setCurrentVersion(index.isValid() ? m_model.release(index.row()).version : QString());
        updateButtons();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPage::updateButtons);
    auto *escape = new QShortcut(Qt::Key_Escape, m_views);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &HistoryPage::showReleases);
}

void HistoryPage::makeTable()
{
    m_proxy->setSourceModel(&m_model);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_proxy);
    setUpTable(*m_table);
    m_table->setAccessibleName(tr("Releases"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void HistoryPage::setReading()
{
    m_empty->setSentence(tr("Reading the history…"));
    m_empty->setAction({});
}

void HistoryPage::setReleases(const QList<ReleaseRecord> &releases, bool hasMore)
{
    const QModelIndex before = currentSource();
    const QString version = before.isValid() ? m_model.release(before.row()).version : QString();
    m_empty->setSentence(tr("Nothing has been built or released here yet."));
    m_empty->setAction(tr("Go to the &plan"));
    m_model.setReleases(releases, hasMore);
    selectVersion(version);
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_table->setCurrentIndex(m_proxy->index(0, 0));
    wantMore();
    showSummary();
}

void HistoryPage::appendReleases(const QList<ReleaseRecord> &older, bool hasMore)
{
    m_model.appendReleases(older, hasMore);
    wantMore();
    showSummary();
}

/// What is looked for may be among those that were not read yet.
void HistoryPage::wantMore()
{
    if (!m_filter->text().isEmpty() && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void HistoryPage::setBuilds(const QList<BuildRecord> &builds)
{
    m_builds = builds;
    m_chart->setBuilds(builds);
    fitChart();
    showSummary();
}

// --- One release, and two --------------------------------------------------------------------------------------------

HistoryPage::View HistoryPage::view() const
{
    return View(m_views->currentIndex());
}

void HistoryPage::setView(View view)
{
    m_views->setCurrentIndex(view);
    m_filter->setVisible(view == Releases);
    m_details->setVisible(view != Details);
    m_back->setVisible(view != Releases);
    m_bases->setVisible(view == Change);
    m_compare->setVisible(view != Change);
    m_free->setVisible(view == Releases);
    m_more->setVisible(view == Releases);
    updateButtons();
    showSummary();
}

void HistoryPage::showReleases()
{
    setView(Releases);
    m_table->setFocus(Qt::OtherFocusReason);
}

void HistoryPage::showDetails()
{
    if (view() == Releases) {
        const QModelIndex index = currentSource();
        if (!index.isValid())
            return;
        m_shown = m_model.release(index.row());
    }
    m_release->setMessage(tr("Reading what is kept of %1…").arg(m_shown.tag));
    setView(Details);
    Q_EMIT detailsRequested(m_shown);
}

/// Of two that are selected the older and the newer; of one the release before it and itself.
std::optional<std::pair<ReleaseRecord, ReleaseRecord>> HistoryPage::chosenPair() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(m_proxy->mapToSource(index).row());
    if (view() == Details)
        rows = {m_model.rowOf(m_shown.version)};
    std::ranges::sort(rows);
    if (rows.size() == 1)
        rows.append(rows.constFirst() + 1);
    if (rows.size() != 2 || rows.constFirst() < 0 || rows.constLast() >= m_model.rowCount())
        return std::nullopt;
    return std::pair(m_model.release(rows.constLast()), m_model.release(rows.constFirst()));
}

void HistoryPage::compare()
{
    if (const auto pair = chosenPair())
        showChange(pair->first, pair->second);
}

void HistoryPage::showChange(const ReleaseRecord &before, const ReleaseRecord &after)
{
    m_base = before;
    m_shown = after;
    m_change->setMessage(tr("Comparing %1 with %2…").arg(after.tag, before.tag));
    fillBases();
    setView(Change);
    Q_EMIT comparisonRequested(before, after);
}

void HistoryPage::fillBases()
{
    m_bases->clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const ReleaseRecord &release = m_model.release(row);
        if (release.tag != m_shown.tag)
            m_bases->addItem(withVisibleSigns(release.tag), row);
        if (release.tag == m_base.tag)
            m_bases->setCurrentIndex(m_bases->count() - 1);
    }
}

ReleaseRecord HistoryPage::chosen() const
{
    const QModelIndex index = currentSource();
    return view() != Releases ? m_shown : index.isValid() ? m_model.release(index.row()) : ReleaseRecord();
}

void HistoryPage::updateButtons()
{
    const QModelIndex index = currentSource();
    const QString url = chosen().url;
    m_withdraw->setEnabled(!chosen().tag.isEmpty());
    m_open->setEnabled(!url.isEmpty());
    m_open->setToolTip(toolTipText(shownAddress(QUrl(url))));
    m_details->setEnabled(view() != Releases || index.isValid());
    const auto pair = chosenPair();
    m_compare->setEnabled(pair.has_value());
    m_compare->setToolTip(toolTipText(
        pair ? tr("Compare %1 with %2. Select two releases to compare others").arg(pair->second.tag, pair->first.tag)
             : tr("Select two releases, or one that has another before it.")));
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
    if (view() == Releases) {
        m_header->setTitle(tr("History"));
        m_header->setSummary(summaryOf(m_model, m_chart->history()));
    } else {
        const bool isChange = view() == Change;
        m_header->setTitle(withVisibleSigns(isChange ? tr("%1 → %2").arg(m_base.tag, m_shown.tag) : m_shown.tag), true);
        m_header->setSummary(isChange ? tr("what changed from one to the other")
                                 : m_shown.repository.isEmpty()
                                 ? shortCommit(m_shown.revision)
                                 : tr("%1, %2").arg(shortCommit(m_shown.revision), m_shown.repository));
    }
    m_views->setVisible(releases > 0 || hasBuilds);
    m_empty->setVisible(!m_views->isVisibleTo(this));
    m_chartBox->setVisible(hasBuilds);
    m_free->setEnabled(hasBuilds);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filter, m_more})
        widget->setEnabled(releases > 0);
    updateButtons();
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
