// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/releasedetails.h"
#include "ui/history/releasemodel.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace unmoor {

class BuildChart;
class ChangeView;
class EmptyState;
class PageHeader;
class ReleasePane;

/// F6: what was released before, and how long it took. Chart and table share one selection. A release opens in the
/// page with all that is kept of it, and two can be compared.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    enum View { Releases, Details, Change };

    explicit HistoryPage(QWidget *parent = nullptr);

    void setReading(); ///< nothing is known yet
    void setReleases(const QList<ReleaseRecord> &releases, bool hasMore = false);
    void appendReleases(const QList<ReleaseRecord> &older, bool hasMore);
    void setBuilds(const QList<BuildRecord> &builds);
    void showVersion(const QString &version); ///< chooses it in chart and table
    const ReleaseModel &releases() const { return m_model; }

    View view() const;
    void showReleases();
    ReleasePane *releaseView() const { return m_release; }
    ChangeView *changeView() const { return m_change; }
    const ReleaseRecord &shown() const { return m_shown; } ///< with Details and Change; the newer of the two
    const ReleaseRecord &base() const { return m_base; } ///< with Change: the older

    QTableView *table() const { return m_table; }
    QAction *withdrawAction() const { return m_withdraw; }
    BuildChart *chart() const { return m_chart; }
    QLineEdit *filter() const { return m_filter; }

Q_SIGNALS:
    void detailsRequested(const unmoor::ReleaseRecord &release);
    void comparisonRequested(const unmoor::ReleaseRecord &before, const unmoor::ReleaseRecord &after);
    void moreRequested(); ///< older releases than those that are shown
    void releaseActivated(const QString &url); ///< to be opened in a browser
    void exportRequested();
    void withdrawRequested(const QString &tag); ///< the chosen release is to be taken back
    void freeSpaceRequested(); ///< let go of results
    void planRequested(); ///< from the empty page

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeTable();
    void layOut();
    void connectParts();
    void fitColumns();
    void selectVersion(const QString &version);
    void fitChart();
    QModelIndex currentSource() const;
    ReleaseRecord chosen() const; ///< with a tag, unless nothing is
    void showDetails();
    void showChange(const ReleaseRecord &before, const ReleaseRecord &after);
    void compare();
    std::optional<std::pair<ReleaseRecord, ReleaseRecord>> chosenPair() const;
    void setView(View view);
    void fillBases();
    void showSummary();
    void updateButtons();
    void wantMore();

    ReleaseModel m_model;
    QSortFilterProxyModel *m_proxy;
    QList<BuildRecord> m_builds;
    ReleaseRecord m_shown;
    ReleaseRecord m_base;
    PageHeader *m_header;
    QPushButton *m_back;
    QComboBox *m_bases; ///< with Change: what is compared with
    QLineEdit *m_filter;
    QPushButton *m_details;
    QPushButton *m_compare;
    QPushButton *m_open;
    QPushButton *m_free;
    QToolButton *m_more;
    QAction *m_withdraw;
    QScrollArea *m_chartBox;
    BuildChart *m_chart;
    QTableView *m_table;
    QWidget *m_content;
    ReleasePane *m_release;
    ChangeView *m_change;
    QStackedWidget *m_views;
    EmptyState *m_empty;
};

} // namespace unmoor
