// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydesk.h"

#include "ui/history/changeview.h"
#include "ui/history/historypage.h"
#include "ui/history/releasepane.h"
#include "ui/widgets/filedialog.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int releasesAtOnce = 100;

} // namespace

HistoryDesk::HistoryDesk(Session &session, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(new HistoryPage(parent))
{
    m_page->setReading();
    connectPage();
}

void HistoryDesk::connectPage()
{
    connect(m_page, &HistoryPage::exportRequested, this, &HistoryDesk::exportCsv);
    connect(m_page, &HistoryPage::moreRequested, this, &HistoryDesk::showMore);
    connect(m_page, &HistoryPage::detailsRequested, this, &HistoryDesk::showDetails);
    connect(m_page, &HistoryPage::comparisonRequested, this, &HistoryDesk::showChange);
    connect(m_page->releaseView(), &ReleasePane::logRequested, this, &HistoryDesk::logRequested);
    connect(m_page->changeView(), &ChangeView::archivesRequested, this, [this](const ArchivePair &pair) {
        Q_EMIT archivesRequested(pair, m_page->base().tag, m_page->shown().tag);
    });
}

void HistoryDesk::show()
{
    if (!m_session.engine().ledger() || !m_session.isOpen())
        return;
    const int asked = ++m_asked;
    const int most = std::max(releasesAtOnce, m_page->releases().rowCount()); // what is shown stays
    m_session.history()
        .releases(m_session.snapshot(), {}, most)
        .then(this, [this, asked](const Result<ReleasePart> &part) {
            if (!part)
                return say(part.error());
            if (asked == m_asked)
                m_page->setReleases(part->releases, part->hasMore);
        });
    m_session.history().builds(m_session.snapshot()).then(this, [this](const Result<QList<BuildRecord>> &builds) {
        if (builds)
            m_page->setBuilds(*builds);
        else
            say(builds.error());
    });
    if (m_page->view() == HistoryPage::Details)
        showDetails(m_page->shown());
}

void HistoryDesk::showMore()
{
    const int asked = m_asked;
    m_session.history()
        .releases(m_session.snapshot(), m_page->releases().releases().constLast().tag, releasesAtOnce)
        .then(this, [this, asked](const Result<ReleasePart> &part) {
            if (!part)
                return say(part.error());
            if (asked == m_asked)
                m_page->appendReleases(part->releases, part->hasMore);
        });
}

void HistoryDesk::showDetails(const ReleaseRecord &release)
{
    m_session.history()
        .details(m_session.snapshot(), release)
        .then(this, [this, tag = release.tag](const Result<ReleaseDetails> &details) {
            if (m_page->shown().tag != tag)
                return;
            if (details)
                m_page->releaseView()->setDetails(*details);
            else
                m_page->releaseView()->setMessage(details.error().message);
        });
}

void HistoryDesk::showChange(const ReleaseRecord &before, const ReleaseRecord &after)
{
    m_session.history()
        .compare(m_session.snapshot(), before, after)
        .then(this, [this, was = before.tag, is = after.tag](const Result<ReleaseChange> &change) {
            if (m_page->base().tag != was || m_page->shown().tag != is)
                return;
            if (change)
                m_page->changeView()->setChange(*change);
            else
                m_page->changeView()->setMessage(change.error().message);
        });
}

void HistoryDesk::say(const Error &error)
{
    Q_EMIT ended(std::unexpected(error), tr("The history could not be read"));
}

void HistoryDesk::exportCsv()
{
    auto *dialog = fileDialog(m_page, tr("Export the history as CSV"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(m_session.project().manifest.name + u"-releases.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_session.history().exportCsv(m_session.snapshot(), path).then(this, [this](const Result<void> &written) {
            Q_EMIT ended(written, tr("The history was not exported"));
        });
    });
    dialog->open();
}

} // namespace unmoor
