// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/logdialog.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "ui/build/logpanel.h"
#include "ui/build/logview.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/keys.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Which build it was, so that nobody takes an earlier one for that of now.
QString headOf(const BuildRecord &build)
{
    const QString when = whenText(build.startedAt.toLocalTime(), QDateTime::currentDateTime());
    const QString what = build.version.isEmpty()
        ? shortCommit(build.revision)
        : LogDialog::tr("%1 at %2").arg(build.version, shortCommit(build.revision));
    const QString how = build.outcome == "failed"_L1 ? LogDialog::tr("The build of %1 for %2 failed, %3.")
        : build.outcome == "canceled"_L1             ? LogDialog::tr("The build of %1 for %2 was canceled, %3.")
                                                     : LogDialog::tr("The build of %1 for %2 succeeded, %3.");
    return how.arg(what, build.triple, when);
}

} // namespace

LogDialog::LogDialog(const BuildRecord &build, qint64 indexBytes, QWidget *parent)
    : QDialog(parent)
    , m_log(build.logFile, indexBytes,
            {.hasSucceeded = build.outcome == "built"_L1 || build.outcome == "cached"_L1, .host = build.host})
    , m_panel(new LogPanel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log of %1").arg(build.triple));
    auto *head = textLabel(headOf(build), theme::Type::Body);
    head->setWordWrap(true);
    head->setContentsMargins(theme::space::m, theme::space::m, theme::space::m, theme::space::xs);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(theme::space::m, theme::space::s, theme::space::m, theme::space::m);
    row->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_panel, 1);
    column->addLayout(row);
    resize(900, 560);
    connect(m_panel, &LogPanel::linkActivated, this, &LogDialog::linkActivated);
    addPageShortcut(this, QKeySequence::Find, [this] { m_panel->focusFind(); });
    addPageShortcut(this, Qt::Key_F8, [this] { m_panel->goToProblem(true); });
    addPageShortcut(this, Qt::SHIFT | Qt::Key_F8, [this] { m_panel->goToProblem(false); });
    connect(&m_log, &LogFollower::progressed, this, &LogDialog::refresh);
    if (m_log.open()) {
        m_panel->view()->setGrowing(true);
        m_log.finish().then(this, [this] {
            m_panel->view()->setGrowing(false);
            refresh();
        });
    } else {
        head->setText(tr("The log could not be read: %1").arg(m_log.errorString()));
    }
    refresh();
    m_panel->setFailed(build.outcome == "failed"_L1);
}

void LogDialog::refresh()
{
    m_panel->setMonitor(&m_log.monitor());
    m_panel->refresh(m_log.monitor().lastMsec());
}

} // namespace unmoor
