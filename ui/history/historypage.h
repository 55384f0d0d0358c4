// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/releasemodel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QScrollArea;
class QSortFilterProxyModel;
class QTableView;

namespace unmoor {

class BuildChart;
class EmptyState;
class PageHeader;

/// F6: what was released before, and how long it took. Chart and table share one selection.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPage(QWidget *parent = nullptr);

    void setReleases(const QList<ReleaseRecord> &releases);
    void setBuilds(const QList<BuildRecord> &builds);
    void showVersion(const QString &version); ///< chooses it in chart and table

    QTableView *table() const { return m_table; }
    BuildChart *chart() const { return m_chart; }
    QLineEdit *filter() const { return m_filter; }

Q_SIGNALS:
    void releaseActivated(const QString &url); ///< to be opened in a browser
    void exportRequested();
    void freeSpaceRequested(); ///< let go of results
    void planRequested(); ///< from the empty page

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void fitColumns();
    void selectVersion(const QString &version);
    void fitChart();
    QModelIndex currentSource() const;
    void showSummary();

    ReleaseModel m_model;
    QSortFilterProxyModel *m_proxy;
    QList<BuildRecord> m_builds;
    PageHeader *m_header;
    QLineEdit *m_filter;
    QPushButton *m_open;
    QPushButton *m_export;
    QPushButton *m_free;
    QScrollArea *m_chartBox;
    BuildChart *m_chart;
    QTableView *m_table;
    QWidget *m_content;
    EmptyState *m_empty;
};

} // namespace unmoor
