// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/rootsdesk.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/history/rootsdialog.h"

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Reads what is kept; \a done, what was done before, stays in sight.
void read(Session &session, RootsDialog *dialog, const QString &done = {})
{
    session.storage().roots(session.snapshot()).then(dialog, [dialog, done](const Result<RootsOverview> &overview) {
        if (!overview)
            return dialog->showNote(overview.error().message);
        dialog->setOverview(*overview);
        if (!done.isEmpty())
            dialog->showNote(done);
    });
}

void free(Session &session, RootsDialog *dialog, const QStringList &links)
{
    const qint64 bytes = dialog->model()->overview().bytesFreedBy(links);
    const auto freed = session.storage().free(links);
    const QString done =
        counted(links.size(), Words::tr("1 result is no longer kept."), Words::tr("%1 results are no longer kept."))
        + u' ' + Words::tr("nix store gc can reclaim up to %1.").arg(formatBytes(bytes));
    read(session, dialog, freed ? done : freed.error().message);
}

void collect(Session &session, RootsDialog *dialog)
{
    dialog->setCollecting(true);
    session.storage().collectGarbage(session.snapshot()).then(dialog, [&session, dialog](const Result<QString> &words) {
        dialog->setCollecting(false);
        read(session, dialog,
             words ? Words::tr("Nix says: %1").arg(*words)
                   : Words::tr("The garbage was not collected: %1").arg(words.error().message));
    });
}

} // namespace

void openRoots(Session &session, QWidget *parent)
{
    auto *dialog = new RootsDialog(session.project().manifest.name, parent);
    QObject::connect(dialog, &RootsDialog::freeRequested, dialog,
                     [&session, dialog](const QStringList &links) { free(session, dialog, links); });
    QObject::connect(dialog, &RootsDialog::collectRequested, dialog, [&session, dialog] { collect(session, dialog); });
    dialog->open();
    read(session, dialog);
}

} // namespace unmoor
