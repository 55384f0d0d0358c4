// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a changelog: it is read, checked and edited, and what was not edited stays byte for byte.
#include "app/changelog/releasenotes.h"
#include "app/changelog/sectionedit.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Nothing but the body of \a section changes, and its own body changes nothing.
void edit(const Changelog &changelog, const ChangelogSection &section)
{
    const QByteArray &bytes = changelog.bytes();
    require(section.headingBegin >= 0 && section.headingBegin < section.bodyBegin
            && section.bodyBegin <= section.bodyEnd && section.bodyEnd <= bytes.size());
    require(changelog.withBody(section, section.body) == bytes);
    const QByteArray edited = changelog.withBody(section, u"- One"_s);
    require(edited.startsWith(bytes.first(section.bodyBegin)) && edited.endsWith(bytes.sliced(section.bodyEnd)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Changelog changelog = Changelog::parse(bytes);
    require(changelog.bytes() == bytes);
    int line = 0;
    for (const ChangelogSection &section : changelog.sections()) {
        require(section.headingLine > line && section.lastLine >= section.headingLine);
        line = section.headingLine;
        edit(changelog, section);
    }
    const QString version = changelog.sections().isEmpty() ? u"1.0.5"_s : changelog.sections().last().version;
    const NotesContext context{.version = version,
                               .fileName = u"docs/CHANGELOG.md"_s,
                               .today = QDate(2026, 7, 8),
                               .tag = u"v1"_s,
                               .taggedVersions = {u"1.0.4"_s},
                               .webUrl = QUrl(u"https://github.com/owner/name"_s),
                               .entriesIn = [](const QString &) { return QStringList{u"README.md"_s}; }};
    for (const NotesProblem &problem : releaseNotes(changelog, context).problems) {
        require(problem.line >= 0 && problem.column >= 0);
        if (problem.fix)
            (void)Changelog::parse(applied(bytes, problem.fix->edits));
    }
    const NewSection section{u"1.0.5"_s, QDate(2026, 7, 8), u"- One"_s};
    for (const auto &updated : {promoteUnreleased(changelog, section), insertSection(changelog, section)}) {
        if (updated)
            require(updated->size() > bytes.size() - 200); // a heading may be rewritten, no entry goes
    }
    return 0;
}
