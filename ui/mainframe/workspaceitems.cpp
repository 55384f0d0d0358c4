// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/workspaceitems.h"

#include "app/core/when.h"
#include "app/core/words.h"
#include "ui/archive/archivepage.h"
#include "ui/history/historypage.h"
#include "ui/mainframe/problemlist.h"
#include "ui/mainframe/settingsglue.h"
#include "ui/mainframe/workspace.h"
#include "ui/notes/notespage.h"
#include "ui/settings/settingswindow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>

namespace unmoor {

namespace {

/// Runs \a act on \a workspace, if that is still there then.
std::function<void()> in(Workspace &workspace, std::function<void(Workspace &)> act)
{
    return [alive = QPointer(&workspace), act = std::move(act)] {
        if (alive)
            act(*alive);
    };
}

void addNotesCommands(QList<PaletteItem> &items, Workspace &workspace)
{
    QMenu *menu = workspace.notesPage()->commandsMenu(); // goes with the page at the latest
    for (QAction *action : menu->actions()) {
        if (action->isSeparator())
            continue;
        items += PaletteItem{.kind = Words::tr("command"),
                             .text = action->text().remove(u'&'),
                             .detail = Words::tr("Notes"),
                             .keys = action->shortcut().toString(QKeySequence::NativeText),
                             .whyNot = action->statusTip(), // see offerUnless()
                             .run = in(workspace, [action = QPointer(action)](Workspace &there) {
                                 there.setStep(StepRail::Notes);
                                 if (action)
                                     action->trigger();
                             })};
    }
}

void addTargets(QList<PaletteItem> &items, Workspace &workspace)
{
    for (const TargetState &target : workspace.session().targets().rows()) {
        const QString triple = target.target.triple;
        items += PaletteItem{.kind = Words::tr("target"),
                             .text = triple,
                             .detail = target.isIn() ? target.name() : Words::tr("left out"),
                             .run = in(workspace, [triple](Workspace &there) { there.chooseTarget(triple); })};
    }
}

void addProblems(QList<PaletteItem> &items, Workspace &workspace)
{
    for (const Problem &problem : problemsOf(workspace.session()))
        items += PaletteItem{.kind = theme::stateWord(theme::stateOf(problem.severity)),
                             .text = problem.text.simplified(),
                             .detail = whereText(problem),
                             .run = in(workspace, [problem](Workspace &there) { there.showProblem(problem); })};
}

void addSections(QList<PaletteItem> &items, Workspace &workspace)
{
    const auto &changelog = workspace.session().notes().changelog();
    if (!changelog)
        return;
    for (const ChangelogSection &section : changelog->sections())
        items += PaletteItem{.kind = Words::tr("section"),
                             .text = section.heading,
                             .detail = QFileInfo(workspace.session().project().changelogPath()).fileName(),
                             .run = in(workspace, [line = section.headingLine](Workspace &there) {
                                 there.setStep(StepRail::Notes);
                                 there.notesPage()->goToLine(line);
                             })};
}

void addReleases(QList<PaletteItem> &items, Workspace &workspace)
{
    const Ledger *ledger = workspace.session().engine().ledger();
    if (!ledger)
        return;
    const auto releases = ledger->releases(workspace.session().project().checkout.root);
    for (const ReleaseRecord &release : releases.value_or(QList<ReleaseRecord>()))
        items += PaletteItem{.kind = Words::tr("release"),
                             .text = release.tag,
                             .detail = whenText(release.updatedAt, QDateTime::currentDateTime()),
                             .run = in(workspace, [version = release.version](Workspace &there) {
                                 there.setStep(StepRail::History);
                                 there.historyPage()->showReleases();
                                 there.historyPage()->showVersion(version);
                             })};
}

void addFiles(QList<PaletteItem> &items, Workspace &workspace)
{
    for (const TargetState &target : workspace.session().targets().rows()) {
        if (!target.inspection)
            continue;
        const QString triple = target.target.triple;
        for (const ArchiveEntry &entry : target.inspection->contents.entries) {
            if (entry.type == ArchiveEntry::Type::Directory)
                continue;
            items += PaletteItem{.kind = Words::tr("file"),
                                 .text = entry.path,
                                 .detail = triple,
                                 .run = in(workspace, [triple, path = entry.path](Workspace &there) {
                                     there.chooseTarget(triple);
                                     there.setStep(StepRail::Archives);
                                     there.archivePage()->showPath(path);
                                 })};
        }
    }
}

} // namespace

QList<PaletteItem> workspaceItems(Workspace &workspace)
{
    QList<PaletteItem> items;
    addNotesCommands(items, workspace);
    addTargets(items, workspace);
    addProblems(items, workspace);
    addSections(items, workspace);
    addReleases(items, workspace);
    return items;
}

QList<PaletteItem> archiveItems(Workspace &workspace)
{
    QList<PaletteItem> items;
    addFiles(items, workspace);
    return items;
}

QList<PaletteItem> settingsItems(SettingsGlue &settings, const QList<BuildHost> &machines)
{
    QList<PaletteItem> items;
    const QStringList pages = SettingsWindow::pageNames();
    for (int page = 0; page < pages.size(); ++page)
        items +=
            PaletteItem{.kind = Words::tr("setting"), .text = pages[page], .run = [glue = QPointer(&settings), page] {
                            glue->show();
                            glue->window()->setPage(SettingsWindow::Page(page));
                        }};
    for (const BuildHost &machine : machines)
        items += PaletteItem{.kind = Words::tr("machine"),
                             .text = machine.name,
                             .detail = machine.address,
                             .run = [glue = QPointer(&settings), name = machine.name] { glue->showMachine(name); }};
    return items;
}

} // namespace unmoor
