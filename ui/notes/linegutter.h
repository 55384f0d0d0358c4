// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace unmoor {

class ChangelogEditor;

/// Line numbers beside an editor, the shape of a problem, and a bar along the lines that can be edited.
class LineGutter : public QWidget
{
    Q_OBJECT
public:
    explicit LineGutter(ChangelogEditor *editor);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    ChangelogEditor &m_editor;
};

} // namespace unmoor
