// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/toolstrip.h"

namespace unmoor {

class ElidedLabel;

/// The line above one half of the page: a title, muted details that give way, and controls at the right end.
class NotesStrip : public ToolStrip
{
    Q_OBJECT
public:
    explicit NotesStrip(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setDetail(const QString &detail, bool isProblem = false);
    QString detail() const;
    void setDetailFirst(); ///< where there is no room for both, the title goes

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    bool m_isDetailFirst = false;
    ElidedLabel *m_title;
    ElidedLabel *m_detail;
};

} // namespace unmoor
