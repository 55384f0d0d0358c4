// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/previewpane.h"

#include "ui/notes/notespreview.h"
#include "ui/notes/notesstrip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QPlainTextEdit *sourceView(const QString &name)
{
    auto *view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    QFont font = theme::font(theme::Type::Mono);
    font.setFeature("calt", 0); // every character as it is
    view->setFont(font);
    view->document()->setDocumentMargin(theme::space::l);
    view->setTabChangesFocus(true);
    view->setAccessibleName(name);
    return view;
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent)
    , m_strip(new NotesStrip(tr("As on GitHub")))
    , m_views(new SegmentedControl({tr("Pre&view"), tr("Sour&ce"), tr("Git&Hub")}))
    , m_stack(new QStackedWidget)
    , m_preview(new NotesPreview)
    , m_source(sourceView(tr("Text that GitHub gets")))
    , m_hostText(sourceView(tr("Text that GitHub has")))
    , m_nothing(new EmptyState(tr("The section for this version will show here.")))
{
    m_preview->setAccessibleName(tr("Notes as on GitHub"));
    m_hostText->setPlaceholderText(tr("GitHub has no other text, or was not asked yet."));
    m_views->setAccessibleName(tr("How to show the notes"));
    m_views->button(0)->setToolTip(tr("The notes as the release's page will show them"));
    m_views->button(1)->setToolTip(tr("The text that publishing sends"));
    m_views->button(2)->setToolTip(tr("The text that GitHub has now"));
    for (QWidget *view : std::initializer_list<QWidget *>{m_preview, m_source, m_hostText, m_nothing})
        m_stack->addWidget(view);
    m_strip->allowBreak();
    m_strip->addWidget(m_views);
    m_strip->setDetailFirst();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    connect(m_views, &SegmentedControl::currentChanged, this, &PreviewPane::showChosen);
    showChosen();
}

void PreviewPane::setReading(const QString &title, const NotesReading &reading)
{
    const QLocale locale;
    const QString count =
        tr("%1 of %2 characters").arg(locale.toString(reading.characters), locale.toString(maxReleaseBody));
    m_strip->setDetail(m_hasSection ? count : QString(), reading.characters > maxReleaseBody);
    m_sent = reading.sent;
    m_preview->setNotes(title, reading.sent);
    showChosen();
}

void PreviewPane::setHasSection(bool hasSection)
{
    m_hasSection = hasSection;
    showChosen();
}

void PreviewPane::showChosen()
{
    m_views->setVisible(m_hasSection);
    if (!m_hasSection)
        m_stack->setCurrentWidget(m_nothing);
    else
        m_stack->setCurrentIndex(m_views->currentIndex());
    if (m_stack->currentWidget() == m_source && m_source->toPlainText() != m_sent)
        m_source->setPlainText(m_sent);
}

/// What only the host has stands out.
void PreviewPane::setHostText(const std::optional<BodyMerge> &merge)
{
    m_hostText->setPlainText(merge ? merge->theirs : QString());
    QList<QTextEdit::ExtraSelection> lines;
    for (const int line : merge ? linesOnlyIn(merge->theirs, merge->ours) : QList<int>()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_hostText->document()->findBlockByNumber(line));
        selection.format.setBackground(theme::color(theme::Role::WarningTint, palette()));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        lines.append(selection);
    }
    m_hostText->setExtraSelections(lines);
}

QString PreviewPane::counter() const
{
    return m_strip->detail();
}

} // namespace unmoor
