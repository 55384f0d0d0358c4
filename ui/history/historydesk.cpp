// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydesk.h"

#include "app/ledger/historycsv.h"
#include "ui/history/historypage.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace unmoor {

HistoryDesk::HistoryDesk(Session &session, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(new HistoryPage(parent))
{
    connect(m_page, &HistoryPage::exportRequested, this, &HistoryDesk::exportCsv);
}

void HistoryDesk::show()
{
    const Ledger *ledger = m_session.engine().ledger();
    if (!ledger)
        return;
    const QString root = m_session.project().checkout.root;
    m_page->setReleases(ledger->releases(root).value_or(QList<ReleaseRecord>()));
    m_page->setBuilds(ledger->builds(root).value_or(QList<BuildRecord>()));
}

void HistoryDesk::exportCsv()
{
    auto *dialog = new QFileDialog(m_page, tr("Export the history as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(m_session.project().manifest.name + u"-releases.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto releases = m_session.engine().ledger()->releases(m_session.project().checkout.root);
        Q_EMIT ended(releases ? writeHistoryCsv(*releases, path) : Result<void>(std::unexpected(releases.error())),
                     tr("The history was not exported"));
    });
    dialog->open();
}

} // namespace unmoor
