// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/failurecard.h"

#include "card/selectabletext.h"
#include "widgets/buttons.h"
#include "widgets/elidedlabel.h"
#include "widgets/stateicon.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

FailureCard::FailureCard(const BuildFailure &failure, const QString &after, QWidget *parent)
    : Card(theme::State::Error, Fill::Base, parent)
    , m_failure(failure)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::l + 2, theme::space::m, theme::space::l, theme::space::m);
    column->setSpacing(theme::space::s);
    column->addWidget(makeHead(after));
    column->addWidget(new SelectableText(failure.message, theme::Type::Body));
    if (!failure.hint.isEmpty())
        column->addWidget(new SelectableText(failure.hint, theme::Type::Body));
    if (!failure.specified.isEmpty() || !failure.got.isEmpty())
        column->addWidget(makeHashes());
    if (!failure.file.isEmpty()) {
        const QString place = failure.line > 0 ? u"%1:%2"_s.arg(failure.file).arg(failure.line) : failure.file;
        column->addWidget(new SelectableText(place, theme::Type::Mono));
    }
    if (!failure.detail.isEmpty())
        column->addWidget(makeDetail());
    column->addWidget(makeActions());
    setAccessibleName(failureTitle(failure.kind));
    setAccessibleDescription(u"%1 %2"_s.arg(failure.message, failure.hint));
}

QWidget *FailureCard::makeHead(const QString &after)
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(new StateIcon(theme::State::Error));
    row->addWidget(new ElidedLabel(failureTitle(m_failure.kind), theme::Type::Title), 1);
    if (!m_failure.derivation.isEmpty())
        row->addWidget(textLabel(m_failure.derivation, theme::Type::Mono, true));
    if (!after.isEmpty())
        row->addWidget(textLabel(tr("after %1").arg(after), theme::Type::Secondary, true));
    return head;
}

QWidget *FailureCard::makeHashes()
{
    auto *hashes = new QWidget;
    auto *grid = new QGridLayout(hashes);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::space::l);
    grid->setVerticalSpacing(theme::space::xs);
    grid->setColumnStretch(1, 1);
    const auto add = [grid](int row, const QString &name, const QString &hash, theme::State state) {
        auto *value = new SelectableText(hash, theme::Type::Mono);
        value->setAccessibleName(name);
        value->setState(state);
        grid->addWidget(textLabel(name, theme::Type::Secondary, true), row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
    };
    // What came is amber, not green: nobody has said that it is right.
    add(0, tr("specified"), m_failure.specified, theme::State::Skipped);
    add(1, tr("got"), m_failure.got, theme::State::Warning);
    return hashes;
}

QWidget *FailureCard::makeDetail()
{
    m_detail = new SelectableText(m_failure.detail, theme::Type::Mono);
    m_detail->setAccessibleName(tr("Nix's own words"));
    m_detail->hide();
    return m_detail;
}

QWidget *FailureCard::makeActions()
{
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, theme::space::xs, 0, 0);
    row->setSpacing(theme::space::s);
    if (!m_failure.got.isEmpty()) {
        auto *both = new QPushButton(tr("Copy both &hashes"));
        connect(both, &QPushButton::clicked, this, [this] {
            QGuiApplication::clipboard()->setText(
                u"specified: %1\ngot:       %2\n"_s.arg(m_failure.specified, m_failure.got));
        });
        row->addWidget(both);
    }
    auto *copy = new QPushButton(tr("Copy &failure"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
    row->addWidget(copy);
    if (m_detail) {
        auto *more = linkButton(tr("Show Nix's own &words"));
        connect(more, &QPushButton::clicked, this, [this, more] {
            m_detail->setVisible(m_detail->isHidden());
            more->setText(m_detail->isHidden() ? tr("Show Nix's own &words") : tr("Hide Nix's own &words"));
        });
        row->addWidget(more);
    }
    row->addStretch();
    return actions;
}

QString FailureCard::asText() const
{
    QStringList parts{failureTitle(m_failure.kind), m_failure.message, m_failure.hint, m_failure.detail};
    parts.removeAll(QString());
    return parts.join(u'\n') + u'\n';
}

QString failureTitle(BuildFailure::Kind kind)
{
    using Kind = BuildFailure::Kind;
    switch (kind) {
    case Kind::Interrupted:
        return FailureCard::tr("The build was interrupted");
    case Kind::HashMismatch:
        return FailureCard::tr("A download is not what the flake expects");
    case Kind::LockFileOutdated:
        return FailureCard::tr("flake.lock is out of date");
    case Kind::MissingAttribute:
        return FailureCard::tr("The flake has no such output");
    case Kind::FeatureDisabled:
        return FailureCard::tr("A feature of Nix is switched off");
    case Kind::FileNotInGit:
        return FailureCard::tr("A file is not known to git");
    case Kind::DiskFull:
        return FailureCard::tr("The disk is full");
    case Kind::HostKeyChanged:
        return FailureCard::tr("The build host shows another key");
    case Kind::HostUnknown:
        return FailureCard::tr("The build host is not known yet");
    case Kind::KeyRefused:
        return FailureCard::tr("The build host refused the key");
    case Kind::HostUnreachable:
        return FailureCard::tr("The build host does not answer");
    case Kind::NixNotOnHost:
        return FailureCard::tr("The build host has no Nix");
    case Kind::ConnectionLost:
        return FailureCard::tr("The connection was lost");
    case Kind::NoBuilder:
        return FailureCard::tr("Nothing builds for this system");
    case Kind::UnsignedPath:
        return FailureCard::tr("A path is not signed by a trusted key");
    case Kind::TimedOut:
        return FailureCard::tr("A step took too long");
    case Kind::LogLimit:
        return FailureCard::tr("A step wrote too much output");
    case Kind::Killed:
        return FailureCard::tr("A step was killed");
    case Kind::NotReproducible:
        return FailureCard::tr("A step gave another result than before");
    case Kind::HookFailed:
        return FailureCard::tr("The post-build hook failed");
    case Kind::NoOutput:
        return FailureCard::tr("A step left no output");
    case Kind::DaemonDown:
        return FailureCard::tr("The Nix daemon does not answer");
    case Kind::GitOwnership:
        return FailureCard::tr("git does not trust the folder's owner");
    case Kind::BuilderFailed:
        return FailureCard::tr("A step failed");
    case Kind::EvaluationError:
        return FailureCard::tr("The flake could not be evaluated");
    case Kind::NixMissing:
        return FailureCard::tr("Nix is not installed");
    case Kind::Other:
        return FailureCard::tr("The build failed");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace unmoor
