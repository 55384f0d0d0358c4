// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/releasedetails.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace unmoor {

class EmptyState;
class RecordTable;
class SegmentedControl;

/// What differs between two releases: files, notes, and the archives that are still on this machine.
class ChangeView : public QWidget
{
    Q_OBJECT
public:
    enum Part { Files, Notes, Archives };

    explicit ChangeView(QWidget *parent = nullptr);

    void setChange(const ReleaseChange &change);
    void setMessage(const QString &sentence); ///< instead: it is being read, or why it cannot be
    void setPart(unmoor::ChangeView::Part part);
    RecordTable *files() const { return m_files; }
    RecordTable *archives() const { return m_archives; }
    QPushButton *archiveButton() const { return m_compare; }

Q_SIGNALS:
    void archivesRequested(const unmoor::ArchivePair &pair); ///< to be compared entry by entry

private:
    QWidget *makeStrip();
    void showPart();
    void showNotes();

    ReleaseChange m_change;
    SegmentedControl *m_parts;
    QPushButton *m_compare;
    QStackedWidget *m_whole; ///< the message, or the change
    QStackedWidget *m_stack;
    EmptyState *m_message;
    RecordTable *m_files;
    QWidget *m_notes; ///< what shows them now
    RecordTable *m_archives;
    EmptyState *m_noArchives;
    QStackedWidget *m_archiveStack;
};

} // namespace unmoor
