// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/notespreview.h"

#include "notes/rendernotes.h"
#include "project/projectfiles.h"
#include "theme/theme.h"

#include <QDir>
#include <QEvent>
#include <QImageReader>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 mostImageBytes = 8 * 1024 * 1024;

} // namespace

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
    renderNotes(*document(), m_title, m_body, palette(), m_webUrl);
    verticalScrollBar()->setValue(scrolled);
}

void NotesPreview::setPlace(const QString &webUrl, const QString &directory, const QString &fileName)
{
    if (std::tie(webUrl, directory, fileName) == std::tie(m_webUrl, m_directory, m_fileName))
        return;
    m_webUrl = webUrl;
    m_directory = directory;
    m_fileName = fileName;
    render();
}

QString NotesPreview::imagePath(const QUrl &name) const
{
    const QString own = m_webUrl + u"/raw/"_s;
    QString path = name.toString(QUrl::FullyDecoded);
    if (!m_webUrl.isEmpty() && path.startsWith(own))
        path = path.sliced(own.size()).section(u'/', 1); // behind the tag
    else if (name.isRelative() && !path.startsWith(u'/'))
        path = QDir::cleanPath(QFileInfo(m_fileName).path() + u'/' + path);
    else
        return {};
    return m_directory.isEmpty() || !staysInside(path) ? QString() : QDir(m_directory).filePath(path);
}

QVariant NotesPreview::loadResource(int type, const QUrl &name)
{
    const QString path = type == QTextDocument::ImageResource ? imagePath(name) : QString();
    if (path.isEmpty() || QFileInfo(path).size() > mostImageBytes)
        return {};
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    const int room = std::max(viewport()->width() - 2 * theme::space::xl, 100);
    return image.width() > room ? image.scaledToWidth(room, Qt::SmoothTransformation) : image;
}

void NotesPreview::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

} // namespace unmoor
