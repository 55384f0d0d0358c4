// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts cut the notes of a release out of the changelog with awk or sed. They are replayed on the changelog that is
// there, with a tag whose section it has; one that finds nothing makes a release without notes.
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/workflows/findings.h"
#include "app/workflows/tagrun.h"
#include "app/workflows/textfilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostChangelogLines = 20'000;
constexpr qsizetype longestChangelogLine = 2'000;

QStringList changelogLines(const QByteArray &bytes)
{
    QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

bool isReplayable(const QStringList &lines)
{
    return lines.size() <= mostChangelogLines
        && std::ranges::all_of(lines, [](const QString &line) { return line.size() <= longestChangelogLine; });
}

class NotesReplay
{
public:
    NotesReplay(CheckedWorkflow &checked, QStringList lines)
        : m_checked(checked)
        , m_lines(std::move(lines))
    {
    }

    void check(const TagScript &script)
    {
        for (const ScriptPipeline &pipeline : script.reading.pipelines)
            check(pipeline, *script.step);
    }

private:
    bool readsChangelog(const ScriptCommand &command) const
    {
        const QString file = command.input.isEmpty() ? filteredFile(command.words) : command.input;
        return !isUnknownText(file) && file.section(u'/', -1) == m_checked.context.changelogName;
    }

    /// Whether \a command looks for a section: for the version, or for headings.
    bool looksForSection(const ScriptCommand &command) const
    {
        const QString name = command.words.value(0).section(u'/', -1);
        const QString plain = command.words.join(u' ').remove(u'\\');
        return (name == "sed"_L1 || name.endsWith("awk"_L1))
            && (plain.contains(m_checked.context.sectionVersion) || plain.contains("^#"_L1)
                || plain.contains("\"## "_L1));
    }

    void check(const ScriptPipeline &pipeline, const WorkflowStep &step)
    {
        const auto first = std::ranges::find_if(
            pipeline.commands, [this](const ScriptCommand &command) { return readsChangelog(command); });
        if (first == pipeline.commands.end())
            return;
        QStringList text = m_lines;
        bool isSection = false;
        for (auto command = first; command != pipeline.commands.end(); ++command) {
            const auto printed = filteredLines(command->words, text);
            if (!printed)
                return;
            isSection = isSection || looksForSection(*command);
            text = *printed;
        }
        if (isSection)
            judge(text, step.run.lineAt(pipeline.line));
    }

    void judge(const QStringList &text, int line)
    {
        const WorkflowContext &context = m_checked.context;
        const bool hasHeading = std::ranges::any_of(text, [](const QString &part) { return part.startsWith(u'#'); });
        const bool hasText = std::ranges::any_of(
            text, [](const QString &part) { return !part.trimmed().isEmpty() && !part.startsWith(u'#'); });
        if (hasText)
            return;
        const QString message = hasHeading
            ? Words::tr("Of %1 this takes nothing but the heading: replayed for the tag %2, the notes are empty.")
            : Words::tr("This finds nothing in %1: replayed for the tag %2, the notes are empty.");
        m_checked.add(Severity::Error, u"notes-not-found"_s, line,
                      message.arg(context.changelogName, context.sectionTag),
                      Words::tr("Cut out the section of version %1 as its heading is written: %2")
                          .arg(context.sectionVersion, heading()));
    }

    /// The heading of the section that was looked for.
    QString heading() const
    {
        const auto found = std::ranges::find_if(m_lines, [this](const QString &line) {
            return line.startsWith(u'#') && line.contains(m_checked.context.sectionVersion);
        });
        return found == m_lines.end() ? QString() : found->left(120);
    }

    CheckedWorkflow &m_checked;
    QStringList m_lines;
};

} // namespace

void checkNotes(CheckedWorkflow &checked)
{
    const WorkflowContext &context = checked.context;
    if (context.sectionTag.isEmpty() || context.changelogName.isEmpty() || !checked.isForTags())
        return;
    const QStringList lines = changelogLines(context.changelog);
    if (!isReplayable(lines))
        return;
    NotesReplay replay(checked, lines);
    for (const TagScript &script : readTagScripts(checked.workflow, context.sectionTag))
        replay.check(script);
}

} // namespace unmoor
