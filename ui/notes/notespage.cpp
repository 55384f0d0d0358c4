// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/notespage.h"

#include "core/pool.h"
#include "notes/changelogeditor.h"
#include "notes/notespreview.h"
#include "notes/notesstrip.h"
#include "notes/problemsmodel.h"
#include "notes/sectionsmodel.h"
#include "widgets/banner.h"
#include "widgets/emptystate.h"
#include "widgets/pageheader.h"
#include "widgets/segmentedcontrol.h"

#include <QFileInfo>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype longFile = 64 * 1024; // bytes
constexpr qsizetype longBody = 8 * 1024; // characters

} // namespace

QString NotesPage::body() const
{
    return m_section ? withoutBlankEnds(m_editor->body()) : QString();
}

QString NotesPage::plainFileName() const
{
    return QFileInfo(m_fileName).fileName();
}

int NotesPage::problemCount(Severity severity) const
{
    return m_problems->countOf(severity);
}

QString NotesPage::bannerTitle() const
{
    return m_banner->isHidden() ? QString() : m_banner->title();
}

QString NotesPage::counter() const
{
    return m_previewStrip->detail();
}

void NotesPage::setBase(const Changelog &changelog)
{
    m_changelog = changelog;
    const QList<ChangelogSection> sections = changelog.sectionsFor(m_version);
    m_section = sections.isEmpty() ? std::nullopt : std::optional(sections.first());
    m_reader.reset();
    ++m_bases;
}

void NotesPage::setDocument(const Changelog &changelog, const QString &fileName, const QString &version,
                            const QString &title)
{
    const bool isSame = fileName == m_fileName && version == m_version && m_section;
    const bool isSameFile = isSame && changelog.bytes() == m_changelog.bytes();
    const bool wasEdited = isSame && m_edited && !m_isRewriting;
    const QString draft = body();
    const QString oldBase = m_section ? m_section->body : QString();
    if (fileName != m_fileName || version != m_version)
        m_draft.clear();
    m_fileName = fileName;
    m_version = version;
    m_title = title;
    setBase(changelog);
    m_sections->setSections(changelog.sections(), m_context.taggedVersions, version);
    if (const int row = m_sections->currentRow(); !isSame && row >= 0)
        m_sectionList->setCurrentIndex(m_sections->index(row, 0));
    m_preview->setPlace(m_context.webUrl.toString(), m_directory, m_fileName);
    showSection(isSame, wasEdited, draft, oldBase);
    updateNotice(isSameFile);
    updateEdited();
    readAnew();
}

/// Brings the text of the file into the editor, and what was typed with it where that still fits.
void NotesPage::showSection(bool isSame, bool wasEdited, const QString &draft, const QString &oldBase)
{
    const EditableText text = m_section ? editableText(m_changelog, *m_section) : lockedText(m_changelog);
    const bool keeps = m_section && wasEdited && m_section->body == oldBase;
    const bool isSaved = m_section && m_section->body == draft;
    if (wasEdited && !keeps && !isSaved)
        std::tie(m_draft, m_draftBase) = std::tie(draft, oldBase);
    const bool stays = m_editor->holdsAround(text) && !m_editor->isLocked();
    if (!stays)
        m_editor->setText(text);
    // Blank lines at its ends are no change: they may be where somebody types.
    if (const QString shown = keeps ? draft : text.body; body() != shown)
        m_editor->setBody(shown);
    if (!isSame)
        m_editor->showBody();
}

void NotesPage::setContext(const NotesContext &context)
{
    m_context = context;
}

NotesContext NotesPage::context() const
{
    NotesContext context = m_context;
    context.version = m_version;
    context.fileName = m_fileName;
    return context;
}

void NotesPage::setSentBody(const std::function<QString(const QString &section)> &sent)
{
    m_sent = sent;
}

void NotesPage::setNotes(const ReleaseNotes &notes)
{
    m_notes = notes;
    if (!m_section)
        showAbsence();
    readAnew();
}

void NotesPage::setSaved()
{
    if (!m_section)
        return;
    const QString saved = body();
    setBase(Changelog::parse(m_changelog.withBody(*m_section, saved)));
    showSection(true, false, saved, saved);
    m_editor->document()->setModified(false); // what is typed from here on is a step of its own for Undo
    if (m_notice == Notice::NotSaved || m_notice == Notice::Restored)
        clearNotice();
    updateEdited();
    readAnew();
}

void NotesPage::save()
{
    if (m_edited)
        Q_EMIT saveRequested(body());
}

/// One step that Undo takes back.
void NotesPage::undoAll()
{
    if (m_section)
        m_editor->setBody(m_section->body);
    m_editor->setFocus(Qt::OtherFocusReason);
}

/// A fix within the section is a step that Undo takes back; any other one writes the file, what was typed included.
void NotesPage::takeFix(const NotesProblem &problem)
{
    if (!problem.fix)
        return;
    const QByteArray bytes = m_section ? m_changelog.withBody(*m_section, body()) : m_changelog.bytes();
    const Changelog fixed = Changelog::parse(applied(bytes, problem.fix->edits));
    const QList<ChangelogSection> own = fixed.sectionsFor(m_version);
    if (m_section && !own.isEmpty()
        && m_changelog.withBody(*m_section, own.first().body) == fixed.withBody(own.first(), own.first().body)) {
        m_editor->setBody(own.first().body);
        m_editor->setFocus(Qt::OtherFocusReason);
    } else {
        rewrite(problem.fix->label, fixed.bytes());
    }
}

void NotesPage::restoreDraft(const QString &draft, const QString &base)
{
    if (!m_section || draft == m_section->body)
        return;
    if (!base.isNull() && base == m_section->body) {
        m_editor->setBody(draft);
        return showRestored();
    }
    std::tie(m_draft, m_draftBase) = std::tie(draft, base);
    showDraftAside();
}

void NotesPage::bodyEdited()
{
    updateEdited();
    Q_EMIT bodyChanged();
    if (!m_refresh.isActive())
        m_refresh.start();
}

/// Whether reading takes longer than anybody would wait for at a key.
bool NotesPage::isLong() const
{
    return m_section && (m_changelog.bytes().size() > longFile || m_section->body.size() > longBody);
}

std::function<NotesPage::Reading()> NotesPage::reading() const
{
    if (!m_section)
        return [] { return Reading(); };
    return [reader = m_reader, changelog = m_changelog, section = *m_section, context = context(), text = body(),
            sent = m_sent] {
        Reading reading{.reader = reader ? reader : std::make_shared<const LiveReader>(changelog, section, context)};
        reading.live = reading.reader->read(text);
        reading.sent = sent ? sent(reading.live.body) : reading.live.body;
        reading.characters = charactersIn(reading.sent);
        return reading;
    };
}

void NotesPage::readAnew()
{
    m_refresh.stop();
    if (isLong())
        readBeside();
    else
        readNow();
}

void NotesPage::readNow()
{
    showReading(reading()());
}

void NotesPage::readBeside()
{
    updateEditorStrip();
    updateHeader();
    m_isReadingOutdated = true;
    if (std::exchange(m_isReading, true))
        return;
    m_isReadingOutdated = false;
    runInPool(m_pool, reading()).then(this, [this, base = m_bases](const Reading &reading) {
        m_isReading = false;
        if (base == m_bases)
            showReading(reading);
        if (base != m_bases || m_isReadingOutdated)
            m_refresh.start();
    });
}

void NotesPage::showReading(const Reading &reading)
{
    m_reader = reading.reader;
    updatePreview(reading);
    updateProblems(m_section ? withEngineFindings(reading.live.problems) : QList<NotesProblem>());
    updateEditorStrip();
    updateHeader();
}

/// The engine may know more about the saved file than its text tells.
QList<NotesProblem> NotesPage::withEngineFindings(QList<NotesProblem> problems) const
{
    if (m_edited || m_notes.version != m_version)
        return problems;
    for (const NotesProblem &problem : m_notes.problems) {
        const auto isSame = [&](const NotesProblem &other) {
            return std::tie(other.finding.code, other.line, other.column)
                == std::tie(problem.finding.code, problem.line, problem.column);
        };
        if (!std::ranges::any_of(problems, isSame))
            problems.append(problem);
    }
    return problems;
}

void NotesPage::updateEdited()
{
    const bool edited = m_section && body() != m_section->body;
    const bool changed = std::exchange(m_edited, edited) != edited;
    m_save->setEnabled(edited);
    m_undoAll->setEnabled(edited);
    updateHeader();
    if (changed)
        Q_EMIT editedChanged(edited);
}

void NotesPage::updateHeader()
{
    const bool hasErrors = !m_section || problemCount(Severity::Error) > 0;
    const bool needsCare = m_edited || problemCount(Severity::Warning) > 0;
    const QString file = plainFileName();
    m_save->setText(file.isEmpty() ? tr("&Save") : tr("&Save %1").arg(QString(file).replace(u'&', u"&&"_s)));
    m_header->setState(hasErrors ? theme::State::Error : needsCare ? theme::State::Warning : theme::State::Done);
    if (m_changelog.bytes().isEmpty())
        m_header->setSummary(tr("no changelog to take them from"));
    else if (!m_section)
        m_header->setSummary(tr("%1 has no section for %2").arg(file, m_version));
    else if (m_edited)
        m_header->setSummary(tr("section %1 of %2 · edited, not saved").arg(m_version, file));
    else
        m_header->setSummary(tr("section %1 of %2 · saved").arg(m_version, file));
}

void NotesPage::updateEditorStrip()
{
    m_editorStrip->setTitle(plainFileName());
    const int first = m_editor->firstLine();
    const int last = m_editor->lastLine();
    const QString lines = !m_section ? tr("no line can change")
        : first == last              ? tr("only line %1 can change").arg(first)
                                     : tr("only lines %1–%2 can change").arg(first).arg(last);
    m_editorStrip->setDetail(lines);
    m_editor->setAccessibleName(tr("Text of %1, %2").arg(plainFileName(), lines));
}

void NotesPage::updatePreview(const Reading &reading)
{
    const QLocale locale;
    const QString count =
        tr("%1 of %2 characters").arg(locale.toString(reading.characters), locale.toString(maxReleaseBody));
    m_previewStrip->setDetail(m_section ? count : QString(), reading.characters > maxReleaseBody);
    m_sentText = reading.sent;
    m_preview->setNotes(m_title, reading.sent);
    updatePreviewKind();
}

void NotesPage::updatePreviewKind()
{
    m_views->setVisible(m_section.has_value());
    if (!m_section)
        m_previewStack->setCurrentWidget(m_noPreview);
    else
        m_previewStack->setCurrentIndex(m_views->currentIndex());
    if (m_previewStack->currentWidget() == m_source && m_source->toPlainText() != m_sentText)
        m_source->setPlainText(m_sentText);
}

void NotesPage::updateProblems(const QList<NotesProblem> &problems)
{
    const auto before = m_problems->problems();
    m_problems->setProblems(problems);
    if (m_problems->problems() == before)
        return;
    QMap<int, Severity> lines;
    QList<ChangelogEditor::Words> words;
    for (const NotesProblem &problem : problems) {
        if (problem.line > 0)
            lines[problem.line] = std::min(lines.value(problem.line, Severity::Info), problem.finding.severity);
        if (problem.line > 0 && problem.column > 0)
            words.append({problem.line, problem.column, problem.length, problem.finding.severity});
    }
    m_editor->setProblems(lines, words);
    Q_EMIT problemsChanged();
}

/// Its words, or where it has none its line.
void NotesPage::goToProblem(int row)
{
    const NotesProblem problem = m_problems->problems().value(row);
    if (problem.line > 0 && problem.column > 0)
        m_editor->select({problem.line, problem.column, problem.length});
    else if (problem.line > 0)
        m_editor->goToLine(problem.line);
}

void NotesPage::showLocked()
{
    if (!m_section)
        return;
    const QString words =
        tr("Only lines %1 to %2 can be changed here.").arg(m_editor->firstLine()).arg(m_editor->lastLine());
    const QPoint below = m_editor->cursorRect().bottomLeft() + QPoint(0, theme::space::xs);
    QToolTip::showText(m_editor->viewport()->mapToGlobal(below), words, m_editor);
}

} // namespace unmoor
