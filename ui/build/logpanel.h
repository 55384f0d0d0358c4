// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nix/buildmonitor.h"

#include <QWidget>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace unmoor {

class ElidedLabel;
class LogView;
class SegmentedControl;
class StateIcon;

/// The log with its strip of tools: what is shown, problems, find, Follow or Hold; and the phase that is in sight.
class LogPanel : public QWidget
{
    Q_OBJECT
public:
    explicit LogPanel(QWidget *parent = nullptr);

    /// \a monitor lives until the next call of this; null: no log.
    void setMonitor(const BuildMonitor *monitor);
    void refresh(qint64 now); ///< \a now: milliseconds since the run began
    void setDerivation(std::optional<qint32> derivation); ///< nullopt: the whole log
    void goToProblem(bool forward);
    void focusFind();
    LogView *view() const { return m_view; }

private:
    QWidget *makeStrip();
    void connectParts();
    void updateTitle();
    void updateProblems();
    void updateHits();
    void updatePhase();
    const DerivationState *derivation(qint32 index) const;

    const BuildMonitor *m_monitor = nullptr;
    qint64 m_now = 0;
    ElidedLabel *m_title;
    ElidedLabel *m_detail;
    StateIcon *m_problemIcon;
    QPushButton *m_problems;
    QLineEdit *m_find;
    QLabel *m_hits;
    SegmentedControl *m_follow;
    ElidedLabel *m_phase;
    LogView *m_view;
};

} // namespace unmoor
