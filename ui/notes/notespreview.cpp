// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/notespreview.h"

#include "core/pool.h"
#include "notes/documentchange.h"
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

constexpr qsizetype mostAtOnce = 1024; // characters that are rendered while somebody waits
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

NotesPreview::~NotesPreview()
{
    setDocument(nullptr);
}

void NotesPreview::setNotes(const QString &title, const QString &body)
{
    if (title == m_title && body == m_body)
        return;
    m_title = title;
    m_body = body;
    render();
}

/// What another thread made of the notes.
struct NotesPreview::Rendering
{
    std::shared_ptr<QTextDocument> document;
    std::shared_ptr<QTextDocument> shown; ///< a copy to be shown; null: changing what is shown is enough
    DocumentChange change;
};

void NotesPreview::renderBeside()
{
    ++m_number;
    if (std::exchange(m_isRendering, true))
        return;
    auto work = [title = m_title, body = m_body, colors = palette(), webUrl = m_webUrl, font = font(), last = m_last,
                 home = thread()] {
        Rendering rendering{.document = std::make_shared<QTextDocument>()};
        rendering.document->setUndoRedoEnabled(false);
        rendering.document->setDefaultFont(font);
        renderNotes(*rendering.document, title, body, colors, webUrl);
        if (last)
            rendering.change = changeBetween(*last, *rendering.document);
        if (!rendering.change.isPossible)
            rendering.shown.reset(rendering.document->clone());
        for (const auto &document : {rendering.document, rendering.shown}) {
            if (document)
                document->moveToThread(home);
        }
        return rendering;
    };
    runInPool(m_pool, std::move(work)).then(this, [this, number = m_number, last = m_last](const Rendering &rendering) {
        m_isRendering = false;
        if (m_body.size() <= mostAtOnce)
            return; // short by now, and shown
        // One that was overtaken is still nearer to the text than what is shown.
        const bool fits = rendering.shown || last == m_last;
        if (fits)
            take(rendering);
        if (!fits || number != m_number)
            renderBeside();
    });
}

void NotesPreview::take(const Rendering &rendering)
{
    const int scrolled = verticalScrollBar()->value();
    if (rendering.shown) {
        rendering.shown->setResourceProvider(
            [this](const QUrl &name) { return loadResource(QTextDocument::ImageResource, name); });
        setDocument(rendering.shown.get());
        m_shown = rendering.shown; // and what was shown before goes
    } else {
        applyChange(rendering.change, *document(), *rendering.document);
    }
    m_last = rendering.document;
    verticalScrollBar()->setValue(scrolled);
}

void NotesPreview::render()
{
    if (m_body.size() > mostAtOnce)
        return renderBeside();
    m_last.reset();
    ++m_number;
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

void NotesPreview::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    Q_EMIT resized();
}

void NotesPreview::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

} // namespace unmoor
