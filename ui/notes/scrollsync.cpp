// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/scrollsync.h"

#include "app/changelog/markdownlines.h"
#include "ui/notes/changelogeditor.h"
#include "ui/notes/notespreview.h"

#include <QAbstractTextDocumentLayout>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace unmoor {

namespace {

/// Looking for places in a longer text would make Qt lay out all of it.
constexpr qsizetype longPreview = 16 * 1024;

/// Where \a value, between \a from and \a to of \a places, lies between the same two of the others.
double between(const QList<std::pair<double, double>> &places, double value)
{
    for (qsizetype i = 1; i < places.size(); ++i) {
        const auto [from, start] = places[i - 1];
        const auto [to, end] = places[i];
        if (value <= to)
            return to > from ? start + (end - start) * std::clamp((value - from) / (to - from), 0.0, 1.0) : start;
    }
    return places.isEmpty() ? 0 : places.last().second;
}

} // namespace

ScrollSync::ScrollSync(ChangelogEditor *editor, NotesPreview *preview, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_preview(preview)
{
    connect(m_editor->verticalScrollBar(), &QScrollBar::valueChanged, this, &ScrollSync::scrollPreview);
    connect(m_editor->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ScrollSync::scrollPreview);
    connect(m_preview->verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { QMetaObject::invokeMethod(this, &ScrollSync::scrollEditor, Qt::QueuedConnection); });
    connect(m_preview, &NotesPreview::resized, this, &ScrollSync::scrollPreview);
}

/// Lines of the file and the heights in the preview that belong together: begin, headings and end of the section.
QList<std::pair<double, double>> ScrollSync::places() const
{
    QTextDocument *document = m_preview->document();
    const QScrollBar *bar = m_preview->verticalScrollBar();
    QList<std::pair<double, double>> places{{m_editor->firstLine(), 0}};
    if (const QString text = m_editor->body(); text.size() < longPreview) {
        const QByteArray bytes = text.toUtf8();
        QTextBlock block = document->begin().next(); // behind the title
        for (const MarkdownHeading &heading : markdownHeadings(bytes, markdownLines(bytes))) {
            while (block.isValid() && block.blockFormat().headingLevel() == 0)
                block = block.next();
            if (!block.isValid() || block.blockFormat().headingLevel() != heading.level)
                break;
            const double top = document->documentLayout()->blockBoundingRect(block).top();
            places.append({m_editor->firstLine() + heading.firstLine, top});
            block = block.next();
        }
    }
    places.append({m_editor->lastLine() + 1, bar->maximum() + bar->pageStep()});
    return places;
}

void ScrollSync::scrollPreview()
{
    if (m_editor->isLocked() || m_isScrolling)
        return;
    const QScopedValueRollback scrolling(m_isScrolling, true);
    m_preview->verticalScrollBar()->setValue(int(between(places(), m_editor->topLine())));
}

void ScrollSync::scrollEditor()
{
    if (m_editor->isLocked() || m_isScrolling)
        return;
    const QScopedValueRollback scrolling(m_isScrolling, true);
    QList<std::pair<double, double>> turned = places();
    for (auto &[line, height] : turned)
        std::swap(line, height);
    m_editor->scrollToLine(int(between(turned, m_preview->verticalScrollBar()->value())));
}

} // namespace unmoor
