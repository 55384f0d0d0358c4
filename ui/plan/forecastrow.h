// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/targetstate.h"

#include <QWidget>

class QVBoxLayout;

namespace unmoor {

/// What a build would do for one target: its name and estimate, then each derivation; or why it will not be built and
/// what can be done about it.
class ForecastRow : public QWidget
{
    Q_OBJECT
public:
    explicit ForecastRow(const TargetState &target, QWidget *parent = nullptr);

    /// All of \a target that a row shows: equal keys, equal rows.
    static QString contentKey(const TargetState &target);

Q_SIGNALS:
    void adoptRequested();
    void leaveOutRequested();
    void takeBackRequested();

private:
    void addHeading(const TargetState &target);
    void addSteps(const TargetState &target);
    void addProblem(const TargetState &target);
    void addLeftOut(const TargetState &target);
    void addSettled(const TargetState &target); ///< built, running and the like
    QWidget *moreButton(const TargetState &target);

    QVBoxLayout *m_column;
};

} // namespace unmoor
