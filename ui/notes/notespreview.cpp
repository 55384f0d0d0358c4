// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/notespreview.h"

#include "notes/rendernotes.h"
#include "theme/theme.h"

#include <QEvent>
#include <QScrollBar>

namespace unmoor {

NotesPreview::NotesPreview(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFont(theme::font(theme::Type::Body));
    connect(this, &QTextBrowser::anchorClicked, this, &NotesPreview::linkActivated);
}

void NotesPreview::setNotes(const QString &title, const QString &body)
{
    if (title == m_title && body == m_body)
        return;
    m_title = title;
    m_body = body;
    render();
}

void NotesPreview::render()
{
    const int scrolled = verticalScrollBar()->value();
    renderNotes(*document(), m_title, m_body, palette());
    verticalScrollBar()->setValue(scrolled);
}

QVariant NotesPreview::loadResource(int, const QUrl &)
{
    return {};
}

void NotesPreview::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

} // namespace unmoor
