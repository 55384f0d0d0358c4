// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/buildmonitor.h"
#include "app/buildlog/logentry.h"

#include <QWidget>
#include <optional>

class QActionGroup;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace unmoor {

class ElidedLabel;
class LogView;
class SegmentedControl;
class StateIcon;
class ToolStrip;

/// The log with its strip of tools: what is shown, problems, find, Follow or Hold, and more in a menu; and the phase
/// that is in sight.
class LogPanel : public QWidget
{
    Q_OBJECT
public:
    explicit LogPanel(QWidget *parent = nullptr);

    /// \a monitor lives until the next call of this; null: no log.
    void setMonitor(const BuildMonitor *monitor);
    bool isShowing(const BuildMonitor *monitor) const; ///< the log of \a monitor is the one that is shown
    void refresh(qint64 now); ///< \a now: milliseconds since the run began
    void setDerivation(std::optional<qint32> derivation); ///< nullopt: the whole log
    void setLeast(LogEntry::Problem least); ///< None: all lines
    /// The build has failed: while nobody has scrolled, the log goes to the first error.
    void setFailed(bool failed);
    void goToProblem(bool forward);
    void goToFirstError();
    void focusFind();
    /// \a neighbor stands beside this, and becomes as narrow as it can before the tools take two lines.
    void setGivingWay(QWidget *neighbor);
    LogView *view() const { return m_view; }

Q_SIGNALS:
    void linkActivated(const QUrl &link); ///< as the log has it

private:
    void makeStrip();
    void fillStrip();
    void makeLevels();
    void markLevel(LogEntry::Problem least);
    void makeMenu();
    void addTimes(QMenu &menu);
    void connectParts();
    void updateTitle();
    void updateProblems();
    void updateHits();
    void updateMatcher();
    void showFirstErrorIfWanted();
    void chooseFile();
    void save(const QString &file);
    void updatePhase();
    const DerivationState *derivation(qint32 index) const;

    const BuildMonitor *m_monitor = nullptr;
    qint64 m_now = 0;
    bool m_wantsFirstError = false;
    bool m_isFailed = false;
    QString m_wrongPattern; ///< why what is typed is no regular expression; empty: it is one
    ElidedLabel *m_title;
    ElidedLabel *m_detail;
    StateIcon *m_problemIcon;
    QPushButton *m_problems;
    QToolButton *m_level;
    QLineEdit *m_find;
    QToolButton *m_regex;
    QLabel *m_hits;
    SegmentedControl *m_follow;
    QToolButton *m_more;
    ElidedLabel *m_phase;
    LogView *m_view;
    ToolStrip *m_strip;
};

} // namespace unmoor
