// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/closequestion.h"

#include "app/core/words.h"
#include "ui/mainframe/workspace.h"
#include "ui/widgets/question.h"

#include <QPushButton>

namespace unmoor {

namespace {

/// What still runs, and what of it starts over.
QStringList whatStops(const Session &session)
{
    QStringList stops;
    if (!session.isBusy())
        return stops;
    for (const TargetState &target : session.targets().rows())
        if (target.build == TargetState::Build::Running && target.other.isEmpty())
            stops += target.current.isEmpty()
                ? Words::tr("The build of %1 stops. What is finished of it stays.").arg(target.name())
                : Words::tr("The build of %1 stops, and %2 starts over next time. What is finished of it stays.")
                      .arg(target.name(), target.current);
    if (session.isPublishing())
        stops += Words::tr("Publishing %1 stops. What is on the host stays, and the next start goes on from there.")
                     .arg(session.project().tag());
    if (stops.isEmpty())
        stops += Words::tr("What is being read is read again at the next start.");
    return stops;
}

} // namespace

void askToClose(QWidget *window, Workspace &workspace, const std::function<void()> &close)
{
    const bool unsaved = workspace.hasUnsavedNotes();
    const bool keeps = unsaved && workspace.keepsUnsavedNotes();
    QStringList details = whatStops(workspace.session());
    if (keeps)
        details.prepend(Words::tr("Kept for later, they stand in the notes again when the project is opened next."));
    else if (unsaved)
        details.prepend(Words::tr("They cannot be kept for later: what is not saved now is lost."));
    QMessageBox *box = plainBox(
        QMessageBox::Warning, Words::tr("Close Unmoor"),
        unsaved
            ? Words::tr("The notes in %1 have unsaved changes.").arg(workspace.session().project().manifest.changelog)
            : Words::tr("Work is still running."),
        details.join(u'\n'), window);
    const auto offer = [&](const QString &words, QMessageBox::ButtonRole role, const std::function<bool()> &first) {
        QObject::connect(box->addButton(words, role), &QPushButton::clicked, &workspace, [first, close] {
            if (first())
                close();
        });
    };
    const auto nothing = [] { return true; };
    if (unsaved) {
        offer(Words::tr("&Save and close"), QMessageBox::AcceptRole, [&workspace] {
            workspace.saveNotes();
            return !workspace.hasUnsavedNotes(); // else the page says why
        });
        if (keeps)
            offer(Words::tr("&Keep for later"), QMessageBox::AcceptRole, nothing);
        offer(Words::tr("&Discard"), QMessageBox::DestructiveRole, [&workspace] {
            workspace.discardNotes();
            return true;
        });
    } else {
        offer(Words::tr("&Stop and close"), QMessageBox::DestructiveRole, nothing);
    }
    box->setEscapeButton(
        box->addButton(unsaved ? Words::tr("&Go on writing") : Words::tr("&Keep open"), QMessageBox::RejectRole));
    box->open();
}

} // namespace unmoor
