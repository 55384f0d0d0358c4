// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portability/portability.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace unmoor {

theme::State stateOf(ResolutionStep::Outcome outcome);
QString outcomeText(ResolutionStep::Outcome outcome); ///< "in the archive", "found nowhere"
/// How the loader gets there, or where it looked: one line.
QString wayText(const ResolutionStep &step);

/// How a program finds its libraries: one row for each that it or a library of it asks for, joined by a line. Of a long
/// chain the first rows, and what does not resolve, stand there at once.
class ChainView : public QWidget
{
    Q_OBJECT
public:
    explicit ChainView(const QList<ResolutionStep> &chain, QWidget *parent = nullptr);

private:
    void showMore();

    QList<ResolutionStep> m_chain; ///< what is not shown yet
    qsizetype m_total;
    QVBoxLayout *m_rows;
    QPushButton *m_more;
};

} // namespace unmoor
