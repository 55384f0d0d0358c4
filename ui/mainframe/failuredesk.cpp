// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainframe/failuredesk.h"

#include "build/buildpage.h"
#include "build/textdialog.h"
#include "core/editor.h"
#include "nix/nixtext.h"

#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace unmoor {

FailureDesk::FailureDesk(Session &session, BuildPage *page, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(page)
{
    connect(page, &BuildPage::offerChosen, this, &FailureDesk::act);
    connect(page, &BuildPage::processesRequested, this, &FailureDesk::showProcesses);
}

void FailureDesk::setRow(int row)
{
    const bool isRow = row >= 0 && row < m_session.targets().size();
    const TargetState *target = isRow ? &m_session.targets()[row] : nullptr;
    const bool failed = target && target->build == TargetState::Build::Failed;
    const std::optional<BuildFailure> failure = failed ? target->failure : std::nullopt;
    if (std::exchange(m_row, row) == row && failure == m_failure)
        return;
    m_failure = failure;
    m_page->setRepair(std::nullopt);
    if (failure)
        examine();
}

void FailureDesk::examine()
{
    const int question = ++m_question;
    m_session.examineFailure(m_row).then(this, [this, question](const Result<FailureRepair> &repair) {
        if (repair && question == m_question)
            m_page->setRepair(*repair);
    });
}

void FailureDesk::act(const FailureOffer &offer)
{
    switch (offer.kind) {
    case FailureOffer::Kind::Retry:
        return Q_EMIT buildRequested(m_row);
    case FailureOffer::Kind::ApplyEdit:
    case FailureOffer::Kind::AddToGit:
    case FailureOffer::Kind::EnableFeature:
    case FailureOffer::Kind::ChooseHost:
        return apply(offer);
    case FailureOffer::Kind::OpenFile:
        return openFile(offer.position);
    case FailureOffer::Kind::OpenUrl:
        return openUrl(QUrl(offer.text));
    case FailureOffer::Kind::UpdateLockFile:
        return proposeLockFile();
    case FailureOffer::Kind::OpenSettings:
        return Q_EMIT hostSettingsRequested(offer.text);
    case FailureOffer::Kind::FreeSpace:
        return Q_EMIT historyRequested();
    case FailureOffer::Kind::ShowNixLog:
        return showLog(offer.text);
    case FailureOffer::Kind::CopyText: // the card does that
        return;
    }
}

void FailureDesk::apply(const FailureOffer &offer)
{
    if (std::exchange(m_busy, true))
        return;
    m_session.applyRepair(m_row, offer).then(this, [this, row = m_row](const Result<void> &applied) {
        m_busy = false;
        Q_EMIT ended(applied, tr("That could not be done"));
        if (!applied)
            return;
        if (m_session.isRunning(Session::Task::Building))
            return Q_EMIT ended(failure(Error::Kind::Conflict,
                                        tr("The change is made. Other targets are being built: build this one again "
                                           "when they have ended.")),
                                tr("Not built again yet"));
        Q_EMIT buildRequested(row);
    });
}

void FailureDesk::openFile(const SourcePosition &position)
{
    const QString path = QDir(m_session.checkout().root).filePath(position.file);
    const auto editor = ownEditorCommand(path, position.line, position.column);
    if (!editor || !QProcess::startDetached(editor->program, editor->arguments))
        Q_EMIT openLinkRequested(QUrl::fromLocalFile(path));
}

/// The address is out of a builder's log: only pages are opened.
void FailureDesk::openUrl(const QUrl &url)
{
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        Q_EMIT openLinkRequested(url);
}

void FailureDesk::proposeLockFile()
{
    if (std::exchange(m_busy, true))
        return;
    const int question = m_question;
    m_session.proposeLockFile().then(this, [this, question](const Result<FileEdit> &edit) {
        m_busy = false;
        Q_EMIT ended(edit ? Result<void>() : std::unexpected(edit.error()), tr("flake.lock was not updated"));
        if (edit && question == m_question && m_failure)
            m_page->setRepair(lockFileRepair(*m_failure, *edit, m_session.tag()));
    });
}

void FailureDesk::showLog(const QString &derivation)
{
    m_session.nixLog(m_row, derivation).then(this, [this, derivation](const Result<QString> &log) {
        showText(tr("Log of %1").arg(derivationName(derivation)), log.transform(withoutEscapes),
                 tr("The log cannot be shown"));
    });
}

void FailureDesk::showProcesses()
{
    m_session.builderProcesses(m_row).then(this, [this, row = m_row](const Result<QString> &table) {
        showText(tr("What builds for %1").arg(m_session.targets().at(row).target.triple), table,
                 tr("The processes cannot be shown"));
    });
}

void FailureDesk::showText(const QString &title, const Result<QString> &text, const QString &what)
{
    Q_EMIT ended(text ? Result<void>() : std::unexpected(text.error()), what);
    if (text)
        (new TextDialog(title, *text, m_page->window()))->show();
}

} // namespace unmoor
