// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/notessamples.h"

#include "ui/notes/changelogeditor.h"
#include "ui/notes/findbar.h"
#include "ui/notes/mergeview.h"
#include "ui/notes/notespage.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace unmoor::samples {

namespace {

const QByteArray head = "# Changelog\n\n## Unreleased\n\n";

const QByteArray section = R"(## 1.0.5 (2026-06-24)

- Ask several questions at once: chats keep their own context and can be resumed after a restart
- Search ranks results with a local reranker; turn it off with `MINNE_RERANK=off`
- Release archives for Linux, Apple silicon and Windows now come out of one flake ([install guide](docs/instalation.md))
- ~~ONNX Runtime 1.22~~ ONNX Runtime 1.23.2 is part of every archive

### Fixed

- [x] Large PDFs no longer stop the ingestion queue (#41)
- [x] The graph view keeps its zoom when an entity is edited
- [ ] Deleting a source also removes its search entries (#44, thanks @mo-ring)

### Upgrading
Intel Macs run the Apple silicon archive under Rosetta 2.

| Target | Needs |
| --- | --- |
| Linux | glibc 2.35 |

)";

const QByteArray older = "## 1.0.3 (2026-05-19)\n\n- Faster start\n\n## 1.0.2 (2026-04-02)\n\n- First archives\n\n"
                         "## 1.0.1\n\n- Mended\n";

NotesContext context()
{
    return {
        .today = QDate(2026, 7, 8),
        .tag = u"v1.0.5"_s,
        .taggedVersions = {u"1.0.4"_s, u"1.0.3"_s, u"1.0.2"_s},
        .webUrl = QUrl(u"https://github.com/perstarkse/minne"_s),
        .entriesIn = [](const QString &) { return QStringList{u"docs"_s, u"installation.md"_s, u"CHANGELOG.md"_s}; }};
}

NotesPage *pageOf(const QByteArray &bytes)
{
    auto *page = new NotesPage;
    const Changelog changelog = Changelog::parse(bytes);
    NotesContext own = context();
    own.version = u"1.0.5"_s;
    own.fileName = u"CHANGELOG.md"_s;
    page->setContext(own);
    page->setDocument(changelog, own.fileName, own.version, u"minne v1.0.5"_s);
    page->setNotes(releaseNotes(changelog, own));
    return page;
}

} // namespace

QWidget *notesPage()
{
    return pageOf(head + section + older);
}

QWidget *notesPageEditedOnGitHub()
{
    NotesPage *page = pageOf(head + section + older);
    const QString ours = page->body();
    page->setHostBody(mergeBody(ours, ours, QString(ours).replace(u"Faster"_s, u"Much faster"_s).section(u'\n', 1)));
    page->findChild<SegmentedControl *>()->setCurrentIndex(2);
    return page;
}

QWidget *notesPageMerging()
{
    NotesPage *page = pageOf(head + section + older);
    const QString base = page->body();
    page->editor()->setBody(
        QString(base).replace(u"(#41)"_s, u"(#41, #43)"_s).replace(u"Ask several"_s, u"Ask many"_s));
    const QByteArray theirs = QByteArray(section)
                                  .replace("Large PDFs no longer stop", "PDFs of any size no longer stop")
                                  .replace("| Linux | glibc 2.35 |", "| Linux | glibc 2.35 |\n| macOS | 14 |");
    page->setDocument(Changelog::parse(head + theirs + older), u"CHANGELOG.md"_s, u"1.0.5"_s, u"minne v1.0.5"_s);
    page->showMerge();
    return page;
}

QWidget *notesPageSetAside()
{
    auto *page = static_cast<NotesPage *>(notesPageMerging());
    Q_EMIT page->findChild<MergeView *>()->left();
    return page;
}

QWidget *notesPageRestored()
{
    NotesPage *page = pageOf(head + section + older);
    page->restoreDraft(page->body() + u"\n\n- Typed before the power went"_s, page->body());
    return page;
}

QWidget *notesPageWithoutFile()
{
    auto *page = new NotesPage;
    ReleaseNotes notes;
    notes.findings = {{Severity::Error, u"section-missing"_s, u"CHANGELOG.md"_s,
                       u"There is no changelog at /home/per/minne/CHANGELOG.md."_s,
                       u"Write a CHANGELOG.md with a section for this version."_s}};
    page->setNewFile(u"CHANGELOG.md"_s);
    page->setNotes(notes);
    return page;
}

QWidget *notesPageWithoutSection()
{
    return pageOf("# Changelog\n\n## Unreleased\n\n- Ask several questions at once\n\n" + older);
}

QWidget *notesPageFinding()
{
    NotesPage *page = pageOf(head + section + older);
    page->findChild<FindBar *>()->show();
    page->findChild<FindBar *>()->needle()->setText(u"archive"_s);
    page->findChild<FindBar *>()->step(true);
    return page;
}

} // namespace unmoor::samples
