// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linediff.h"

#include <QPlainTextEdit>

namespace unmoor {

/// A change of a file to read before it is made: removed and added lines with their numbers and signs. It grows to a
/// few lines, then scrolls.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(const QList<DiffLine> &diff, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void tintLines();
    int heightOf(int lines) const;

    QList<DiffLine> m_diff;
};

} // namespace unmoor
