// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespreview.h"

#include "app/core/linktarget.h"
#include "app/core/plainfile.h"
#include "app/core/pool.h"
#include "app/project/projectfiles.h"
#include "ui/notes/documentchange.h"
#include "ui/notes/noteimage.h"
#include "ui/notes/rendernotes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plaintext.h"

#include <QDir>
#include <QHelpEvent>
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
    connect(this, &QTextBrowser::anchorClicked, this, &NotesPreview::activate);
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
        rendering.shown->setParent(this); // a document asks its parent for resources before it opens any itself
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

/// Never nothing: of a resource that is not there, Qt opens whatever its name says.
QVariant NotesPreview::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray("");
    const QString path = imagePath(name);
    const auto bytes = path.isEmpty()
        ? QByteArray()
        : readPlainFile({.path = path, .most = mostImageBytes, .folder = projectBounds(m_directory)})
              .value_or(QByteArray());
    const QImage image = noteImage(bytes);
    if (image.isNull())
        return missingImage(palette().color(QPalette::PlaceholderText));
    const int room = std::max(viewport()->width() - 2 * theme::space::xl, 100);
    return image.width() > room ? image.scaledToWidth(room, Qt::SmoothTransformation) : image;
}

/// What Qt would show for a link is its title, which may be anything.
bool NotesPreview::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTextBrowser::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString address = shownAddress(QUrl(anchorAt(help->pos())));
    const QString left = cursorForPosition(help->pos()).charFormat().toolTip(); // see renderNotes()
    showToolTip(help->globalPos(), address.isEmpty() ? left : address, viewport());
    return true;
}

void NotesPreview::activate(const QUrl &link)
{
    const bool isPlaceInNotes = link.isRelative() && link.path().isEmpty() && link.hasFragment();
    if (isPlaceInNotes)
        scrollToAnchor(link.fragment());
    else
        Q_EMIT linkActivated(link);
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
