// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/failurecard.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/build/diffview.h"
#include "ui/build/failurebox.h"
#include "ui/card/selectabletext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stateicon.h"
#include "ui/widgets/wrappingrow.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int tailLines = 4;
constexpr int detailLines = 10;
constexpr int mostLabelWidth = 270; ///< at normal text size

/// \a label on a button: as it is, with a key, and no wider than a card can bear.
QString buttonText(const QString &label, const QWidget &button)
{
    QString text = button.fontMetrics().elidedText(label, Qt::ElideMiddle, theme::rowHeight(mostLabelWidth));
    return u'&' + text.replace(u'&', u"&&"_s);
}

QPlainTextEdit *quote(const QString &text, int lines, const QString &name)
{
    auto *view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setFont(theme::font(theme::Type::Mono));
    view->setTabChangesFocus(true);
    view->setAccessibleName(name);
    view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int shown = qBound(1, int(text.count(u'\n')) + 1, lines);
    view->setFixedHeight(shown * view->fontMetrics().lineSpacing() + 12);
    return view;
}

} // namespace

FailureCard::FailureCard(const BuildFailure &failure, const std::optional<FailureRepair> &repair, const QString &after,
                         QWidget *parent)
    : Card(theme::State::Error, Fill::Base, parent)
    , m_failure(failure)
    , m_repair(repair.value_or(unexaminedRepair(failure)))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space::l + 2, theme::space::m, theme::space::l, theme::space::m);
    column->setSpacing(theme::space::s);
    if (!failure.detail.isEmpty())
        makeDetail();
    column->addWidget(makeHead(after));
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(theme::space::s);
    addWords(inside);
    if (!failure.specified.isEmpty() || !failure.got.isEmpty())
        inside->addWidget(makeHashes());
    else if (!failure.tail.isEmpty())
        inside->addWidget(
            quote(failure.tail.section(u'\n', -tailLines), tailLines, tr("Last lines of %1").arg(failure.derivation)));
    for (const FailureOffer &offer : std::as_const(m_repair.offers))
        if (offer.edit)
            inside->addWidget(makeEdit(*offer.edit));
    if (m_detail)
        inside->addWidget(m_detail);
    // Where room is short it is this that scrolls, and the offers stay in sight.
    auto *scroll = new FailureBox(FailureBox::Holds::Words);
    scroll->setCard(content);
    column->addWidget(scroll);
    column->addWidget(makeActions());
    setAccessibleName(title());
    setAccessibleDescription(u"%1 %2"_s.arg(messageOf(failure, m_repair), hintOf(failure, m_repair)));
}

QString FailureCard::title() const
{
    return m_repair.title.isEmpty() ? failureTitle(m_failure.kind) : m_repair.title;
}

QWidget *FailureCard::makeHead(const QString &after)
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(new StateIcon(theme::State::Error));
    row->addWidget(new ElidedLabel(title(), theme::Type::Title), 1);
    if (m_detail) {
        auto *more = linkButton(tr("Show Nix's own &words"));
        connect(more, &QPushButton::clicked, this, [this, more] {
            m_detail->setVisible(m_detail->isHidden());
            more->setText(m_detail->isHidden() ? tr("Show Nix's own &words") : tr("Hide Nix's own &words"));
        });
        row->addWidget(more);
    }
    if (!after.isEmpty())
        row->addWidget(textLabel(tr("after %1").arg(after), theme::Type::Secondary, true));
    return head;
}

void FailureCard::addWords(QVBoxLayout *column)
{
    column->addWidget(new SelectableText(messageOf(m_failure, m_repair), theme::Type::Body));
    if (const QString hint = hintOf(m_failure, m_repair); !hint.isEmpty())
        column->addWidget(new SelectableText(hint, theme::Type::Body));
    if (!m_failure.notRun.isEmpty()) {
        const QString count = counted(m_failure.notRun.size(), tr("1 step did not run only because of this one:"),
                                      tr("%1 steps did not run only because of this one:"));
        column->addWidget(new ElidedLabel(count + u' ' + m_failure.notRun.join(u", "_s), theme::Type::Secondary, true));
    }
}

QWidget *FailureCard::makeHashes()
{
    auto *hashes = new QWidget;
    auto *grid = new QGridLayout(hashes);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::space::l);
    grid->setVerticalSpacing(theme::space::xs);
    grid->setColumnStretch(1, 100); // up to what the hash needs
    grid->setColumnStretch(3, 1);
    const auto add = [grid](int row, const QString &name, const QString &hash, theme::State state,
                            const QString &where) {
        auto *value = new SelectableText(hash, theme::Type::Mono);
        value->setAccessibleName(name);
        value->setState(state);
        value->setMaximumWidth(value->fontMetrics().horizontalAdvance(hash) + theme::space::l);
        grid->addWidget(textLabel(name, theme::Type::Secondary, true), row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
        auto *place = new ElidedLabel(where, theme::Type::Secondary, true);
        place->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        place->setElideMode(Qt::ElideMiddle);
        grid->addWidget(place, row, 2, Qt::AlignTop);
    };
    // What came is amber, not green: nobody has said that it is right.
    add(0, tr("specified"), m_failure.specified, theme::State::Skipped, m_repair.specifiedAt);
    add(1, tr("got"), m_failure.got, theme::State::Warning, tr("not verified yet"));
    return hashes;
}

QWidget *FailureCard::makeEdit(const FileEdit &edit)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space::xs);
    column->addWidget(textLabel(tr("Offered edit"), theme::Type::Secondary, true));
    auto *view = new DiffView(edit.diff());
    view->setAccessibleName(tr("Offered edit of %1").arg(edit.file));
    column->addWidget(view);
    return box;
}

void FailureCard::makeDetail()
{
    m_detail = quote(m_failure.detail, detailLines, tr("Nix's own words"));
    m_detail->hide();
}

/// The first offer is what the eye must find; what only copies comes last, as text.
QWidget *FailureCard::makeActions()
{
    auto *actions = new WrappingRow;
    for (qsizetype i = 0; i < m_repair.offers.size(); ++i)
        actions->addWidget(makeOffer(m_repair.offers[i], i == 0));
    if (!m_repair.note.isEmpty()) {
        auto *note = new ElidedLabel(m_repair.note, theme::Type::Secondary, true);
        note->setContentsMargins(0, 7, 0, 7); // as high as a button
        actions->addWidget(note);
    }
    return actions;
}

QWidget *FailureCard::makeOffer(const FailureOffer &offer, bool isFirst)
{
    const bool copies = offer.kind == FailureOffer::Kind::CopyText;
    auto *button = isFirst && !copies ? accentButton({}) : new QPushButton;
    button->setText(buttonText(offer.label, *button));
    button->setToolTip(toolTipText(offer.detail.left(400)));
    button->setAccessibleName(offer.label);
    button->setAccessibleDescription(offer.detail.left(400));
    connect(button, &QPushButton::clicked, this, [this, offer] { choose(offer); });
    return button;
}

void FailureCard::choose(const FailureOffer &offer)
{
    if (offer.kind == FailureOffer::Kind::CopyText)
        QGuiApplication::clipboard()->setText(offer.text);
    else
        Q_EMIT offerChosen(offer);
}

QString failureTitle(BuildFailure::Kind kind)
{
    using Kind = BuildFailure::Kind;
    switch (kind) {
    case Kind::Interrupted:
        return Words::tr("The build was interrupted");
    case Kind::HashMismatch:
        return Words::tr("A download is not what the flake expects");
    case Kind::LockFileOutdated:
        return Words::tr("flake.lock is out of date");
    case Kind::MissingAttribute:
        return Words::tr("The flake has no such output");
    case Kind::FeatureDisabled:
        return Words::tr("A feature of Nix is switched off");
    case Kind::ImportFromDerivation:
        return Words::tr("Evaluating the flake would build something");
    case Kind::FileNotInGit:
        return Words::tr("A file is not known to git");
    case Kind::DiskFull:
        return Words::tr("The disk is full");
    case Kind::HostKeyChanged:
        return Words::tr("The build host shows another key");
    case Kind::HostUnknown:
        return Words::tr("The build host is not known yet");
    case Kind::KeyRefused:
        return Words::tr("The build host refused the key");
    case Kind::HostUnreachable:
        return Words::tr("The build host does not answer");
    case Kind::NixNotOnHost:
        return Words::tr("The build host has no Nix");
    case Kind::ConnectionLost:
        return Words::tr("The connection was lost");
    case Kind::NoBuilder:
        return Words::tr("Nothing builds for this system");
    case Kind::UnsignedPath:
        return Words::tr("A path is not signed by a trusted key");
    case Kind::TimedOut:
        return Words::tr("A step took too long");
    case Kind::LogLimit:
        return Words::tr("A step wrote too much output");
    case Kind::Killed:
        return Words::tr("A step was killed");
    case Kind::NotReproducible:
        return Words::tr("A step gave another result than before");
    case Kind::HookFailed:
        return Words::tr("The post-build hook failed");
    case Kind::NoOutput:
        return Words::tr("A step left no output");
    case Kind::DaemonDown:
        return Words::tr("The Nix daemon does not answer");
    case Kind::GitOwnership:
        return Words::tr("git does not trust the folder's owner");
    case Kind::BuilderFailed:
        return Words::tr("A step failed");
    case Kind::EvaluationError:
        return Words::tr("The flake could not be evaluated");
    case Kind::NixMissing:
        return Words::tr("Nix is not installed");
    case Kind::Other:
        return Words::tr("The build failed");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace unmoor
