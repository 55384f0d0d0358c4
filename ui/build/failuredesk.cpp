// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/failuredesk.h"

#include "app/core/editor.h"
#include "app/nix/nixtext.h"
#include "ui/build/buildpage.h"
#include "ui/widgets/textdialog.h"

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

void FailureDesk::setTarget(const QString &triple)
{
    const TargetState *target = m_session.targets().find(triple);
    const bool failed = target && target->build == TargetState::Build::Failed;
    const std::optional<BuildFailure> failure = failed ? target->failure : std::nullopt;
    if (std::exchange(m_triple, triple) == triple && failure == m_failure)
        return;
    m_failure = failure;
    m_page->setRepair(std::nullopt);
    if (failure)
        examine();
}

void FailureDesk::examine()
{
    const int question = ++m_question;
    m_session.repairs()
        .examine(m_triple, m_session.snapshot())
        .then(this, [this, question](const Result<FailureRepair> &repair) {
            if (repair && question == m_question)
                m_page->setRepair(*repair);
        });
}

void FailureDesk::act(const FailureOffer &offer)
{
    switch (offer.kind) {
    case FailureOffer::Kind::Retry:
        return Q_EMIT buildRequested(m_triple);
    case FailureOffer::Kind::ApplyEdit:
    case FailureOffer::Kind::AddToGit:
    case FailureOffer::Kind::EnableFeature:
    case FailureOffer::Kind::ChooseHost:
        return apply(offer);
    case FailureOffer::Kind::OpenFile:
        return openFile(offer.position);
    case FailureOffer::Kind::OpenUrl:
        return Q_EMIT linkActivated(QUrl(offer.text));
    case FailureOffer::Kind::UpdateLockFile:
        return proposeLockFile();
    case FailureOffer::Kind::OpenSettings:
        return Q_EMIT hostSettingsRequested(offer.text);
    case FailureOffer::Kind::FreeSpace:
        return Q_EMIT historyRequested();
    case FailureOffer::Kind::ShowNixLog:
        return showLog(offer.text);
    case FailureOffer::Kind::CopyText: // the card does that
    case FailureOffer::Kind::RerunFailedJobs: // of no build of ours
    case FailureOffer::Kind::RerunJob:
    case FailureOffer::Kind::CancelRun:
    case FailureOffer::Kind::BuildHere:
        return;
    }
}

void FailureDesk::apply(const FailureOffer &offer)
{
    if (std::exchange(m_busy, true))
        return;
    m_session.applyRepair(m_triple, offer).then(this, [this, triple = m_triple](const Result<void> &applied) {
        m_busy = false;
        Q_EMIT ended(applied, tr("That could not be done"));
        if (!applied)
            return;
        Q_EMIT buildRequested(triple);
    });
}

void FailureDesk::openFile(const SourcePosition &position)
{
    const QString path = QDir(m_session.project().checkout.root).filePath(position.file);
    const auto editor = ownEditorCommand(path, position.line, position.column);
    if (!editor || !QProcess::startDetached(editor->program, editor->arguments))
        Q_EMIT openLinkRequested(QUrl::fromLocalFile(path));
}

void FailureDesk::proposeLockFile()
{
    if (std::exchange(m_busy, true))
        return;
    const int question = m_question;
    m_session.repairs()
        .proposeLockFile(m_session.snapshot())
        .then(this, [this, question](const Result<FileEdit> &edit) {
            m_busy = false;
            Q_EMIT ended(edit ? Result<void>() : std::unexpected(edit.error()), tr("flake.lock was not updated"));
            if (edit && question == m_question && m_failure)
                m_page->setRepair(lockFileRepair(*m_failure, *edit, m_session.project().tag()));
        });
}

void FailureDesk::showLog(const QString &derivation)
{
    m_session.repairs()
        .nixLog(m_triple, derivation, m_session.snapshot())
        .then(this, [this, derivation](const Result<QString> &log) {
            showText(tr("Log of %1").arg(derivationName(derivation)), log.transform(withoutEscapes),
                     tr("The log cannot be shown"));
        });
}

void FailureDesk::showProcesses()
{
    m_session.repairs().builderProcesses(m_triple).then(this, [this, triple = m_triple](const Result<QString> &table) {
        showText(tr("What builds for %1").arg(triple), table, tr("The processes cannot be shown"));
    });
}

void FailureDesk::showText(const QString &title, const Result<QString> &text, const QString &what)
{
    Q_EMIT ended(text ? Result<void>() : std::unexpected(text.error()), what);
    if (text)
        (new TextDialog(title, *text, m_page->window()))->show();
}

} // namespace unmoor
