// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/notesreader.h"
#include "app/release/bodymerge.h"

#include <QWidget>

class QPlainTextEdit;
class QStackedWidget;

namespace unmoor {

class EmptyState;
class NotesPreview;
class NotesStrip;
class SegmentedControl;

/// What the host shows, gets and has of the notes, with a line above that says how much of its limit they take.
class PreviewPane : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(QWidget *parent = nullptr);

    NotesPreview *preview() const { return m_preview; }
    void setReading(const QString &title, const NotesReading &reading);
    void setHasSection(bool hasSection); ///< without one there is nothing to choose and to see
    void setHostText(const std::optional<BodyMerge> &merge);
    QString counter() const;

private:
    void showChosen();

    NotesStrip *m_strip;
    SegmentedControl *m_views;
    QStackedWidget *m_stack;
    NotesPreview *m_preview;
    QPlainTextEdit *m_source;
    QPlainTextEdit *m_hostText;
    EmptyState *m_nothing;
    bool m_hasSection = false;
    QString m_sent; ///< what publishing sends
};

} // namespace unmoor
