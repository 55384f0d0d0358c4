// SPDX-License-Identifier: GPL-3.0-or-later
// NotesPage: finding, and the text that the host has.
#include "notes/changelogeditor.h"
#include "notes/findbar.h"
#include "notes/mergeview.h"
#include "notes/notespage.h"
#include "notes/notespreview.h"
#include "release/notesbody.h"
#include "widgets/banner.h"
#include "widgets/segmentedcontrol.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace unmoor {

void NotesPage::setDirectory(const QString &directory)
{
    m_directory = directory;
}

void NotesPage::find()
{
    m_find->begin();
}

void NotesPage::setHostBody(const std::optional<BodyMerge> &merge)
{
    if (merge == m_host)
        return;
    if (m_notice == Notice::Host)
        leaveMerge();
    m_host = merge;
    showHostText();
    if (m_notice == Notice::Host)
        clearNotice();
    showHostNotice();
}

/// What only the host has stands out.
void NotesPage::showHostText()
{
    m_hostText->setPlainText(m_host ? m_host->theirs : QString());
    QList<QTextEdit::ExtraSelection> lines;
    for (const int line : m_host ? linesOnlyIn(m_host->theirs, m_host->ours) : QList<int>()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_hostText->document()->findBlockByNumber(line));
        selection.format.setBackground(theme::color(theme::Role::WarningTint, palette()));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        lines.append(selection);
    }
    m_hostText->setExtraSelections(lines);
}

/// Only what a person must decide: an edit on the host that sending the file would undo.
void NotesPage::showHostNotice()
{
    const bool isEditedThere = m_host && m_host->changed != BodyMerge::Who::Ours && m_host->theirs != m_keptOverHost;
    if (!isEditedThere || m_notice != Notice::None || !m_section)
        return;
    m_notice = Notice::Host;
    showBanner(theme::State::Warning,
               m_host->changed == BodyMerge::Who::Theirs ? tr("The notes were edited on GitHub")
                                                         : tr("The notes differ from those on GitHub"),
               tr("Publishing would replace what stands there. Taking it brings its text into the section, which can "
                  "be undone."));
    connect(m_banner->addAction(tr("&Merge")), &QPushButton::clicked, this, &NotesPage::compareHost);
    connect(m_banner->addAction(tr("&Take GitHub's text")), &QPushButton::clicked, this, &NotesPage::takeHostText);
    connect(m_banner->addAction(tr("&Keep the file's")), &QPushButton::clicked, this, [this] {
        m_keptOverHost = m_host ? m_host->theirs : QString();
        clearNotice();
    });
    connect(m_banner->addAction(tr("&Send the file's…")), &QPushButton::clicked, this, &NotesPage::publishRequested);
}

/// The section's part of a text on the host: without the blocks, and without definitions from elsewhere in the file,
/// which the body got on its way out.
QString NotesPage::hostSection(const QString &hostBody) const
{
    QString section = writtenPart(hostBody);
    const QString ours = m_host ? writtenPart(m_host->ours) : QString();
    const QString borrowed = ours.startsWith(savedBody()) ? ours.sliced(savedBody().size()) : QString();
    if (!borrowed.isEmpty() && section.endsWith(borrowed))
        section.chop(borrowed.size());
    return section;
}

void NotesPage::takeHostText()
{
    const QString theirs = m_host ? hostSection(m_host->theirs) : QString();
    clearNotice();
    m_keptOverHost = m_host ? m_host->theirs : QString();
    m_editor->setBody(theirs);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void NotesPage::compareHost()
{
    if (!m_host)
        return;
    askMerge({.title = tr("The section and the notes on GitHub"),
              .oursName = plainFileName(),
              .theirsName = tr("GitHub"),
              .base = m_host->base.transform([this](const QString &base) { return hostSection(base); }),
              .ours = body(),
              .theirs = hostSection(m_host->theirs)});
}

} // namespace unmoor
