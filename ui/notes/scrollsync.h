// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <utility>

namespace unmoor {

class ChangelogEditor;
class NotesPreview;

/// Keeps the same part of the notes in sight in the editor and in the preview, whichever is scrolled.
class ScrollSync : public QObject
{
    Q_OBJECT
public:
    /// \a editor and \a preview outlive this.
    ScrollSync(ChangelogEditor *editor, NotesPreview *preview, QObject *parent = nullptr);

private:
    QList<std::pair<double, double>> places() const;
    void scrollPreview();
    void scrollEditor();

    ChangelogEditor *m_editor;
    NotesPreview *m_preview;
    bool m_isScrolling = false;
};

} // namespace unmoor
