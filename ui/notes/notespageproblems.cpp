// SPDX-License-Identifier: GPL-3.0-or-later
// NotesPage: what is wrong with the notes, in the list below the text and on its lines.
#include "ui/notes/notespage.h"

#include "ui/notes/changelogeditor.h"
#include "ui/notes/problemsmodel.h"
#include "ui/notes/problemsview.h"

#include <algorithm>

namespace unmoor {

int NotesPage::problemCount(Severity severity) const
{
    return m_problems->countOf(severity);
}

/// The engine may know more about the saved file than its text tells.
QList<NotesProblem> NotesPage::withEngineFindings(QList<NotesProblem> problems) const
{
    if (isEdited() || m_notes.version != m_draft.version())
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
    editor()->setProblems(lines, words);
    Q_EMIT problemsChanged();
}

/// Its words, or where it has none its line.
void NotesPage::goToProblem(int row)
{
    const NotesProblem problem = m_problems->problems().value(row);
    if (problem.line > 0 && problem.column > 0)
        editor()->select({problem.line, problem.column, problem.length});
    else if (problem.line > 0)
        editor()->goToLine(problem.line);
}

void NotesPage::chooseFix(int row)
{
    // The rows may be a tenth of a second older than the text.
    const NotesProblem problem = m_problems->problems().value(row);
    m_reader.readNow(m_draft.body());
    if (m_problems->problems().contains(problem))
        takeFix(problem);
}

void NotesPage::showProblem(const QString &message)
{
    const QList<NotesProblem> &problems = m_problems->problems();
    const auto known =
        std::ranges::find(problems, message, [](const NotesProblem &one) { return one.finding.message; });
    if (known != problems.end())
        m_problemsView->choose(int(known - problems.begin()));
}

} // namespace unmoor
