// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/comparedialog.h"

#include "app/core/pool.h"
#include "app/core/visibletext.h"
#include "ui/archive/compareview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keys.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Something else may lie where the archive lay.
bool isAsRecorded(const Inspection &inspection, const BuildRecord &build)
{
    return build.sha256.isEmpty() || inspection.contents.sha256 == build.sha256;
}

} // namespace

CompareDialog::CompareDialog(Session &session, const ArchivePair &pair, const QString &before, const QString &after,
                             QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_pair(pair)
    , m_before(before)
    , m_after(after)
    , m_view(new CompareView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Archives of %1").arg(withVisibleSigns(pair.triple)));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::m);
    foot->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    resize(980, 620);
    connect(m_view, &CompareView::actionRequested, this, &CompareDialog::read);
    addPageShortcut(this, QKeySequence::Find, [this] { m_view->find(); });
    addPageShortcut(this, Qt::Key_F8, [this] { m_view->goToChange(true); });
    addPageShortcut(this, Qt::SHIFT | Qt::Key_F8, [this] { m_view->goToChange(false); });
    read();
}

CompareDialog::~CompareDialog()
{
    if (m_isReading)
        m_session.archives().cancelLooking();
}

void CompareDialog::read()
{
    m_isReading = true;
    m_view->setMessage(tr("Reading the archives of %1 and %2…").arg(m_before, m_after));
    m_session.archives()
        .inspectBoth(m_pair.before.archivePath, m_pair.after.archivePath, m_pair.triple, m_session.snapshot())
        .then(this, [this](const Result<std::pair<Inspection, Inspection>> &both) {
            m_isReading = false;
            if (both)
                showBoth(both->first, both->second);
            else
                m_view->setMessage(both.error().message, tr("&Try again"));
        });
}

void CompareDialog::showBoth(const Inspection &before, const Inspection &after)
{
    const bool isOldThere = isAsRecorded(before, m_pair.before);
    if (!isOldThere || !isAsRecorded(after, m_pair.after))
        return m_view->setMessage(
            tr("%1 is not the archive that was built any more: its SHA-256 changed. Nothing was compared.")
                .arg(isOldThere ? m_pair.after.archivePath : m_pair.before.archivePath));
    runInPool(*QThreadPool::globalInstance(), [before, after] {
        return diffArchives(before, after);
    }).then(this, [this](const ArchiveDiff &diff) {
        m_view->setComparison({.diff = diff,
                               .title = tr("%1 against %2").arg(m_after, m_before),
                               .before = m_before,
                               .after = m_after,
                               .folder = {},
                               .targets = {}});
    });
}

} // namespace unmoor
