// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/repair.h"
#include "ui/card/card.h"

class QPlainTextEdit;

namespace unmoor {

/// Why a build failed: the cause, the evidence, and what can be done about it.
class FailureCard : public Card
{
    Q_OBJECT
public:
    /// \a repair: what is offered; nullopt while that is looked at. \a after: when it failed, "1 m 04 s" into the
    /// build; empty where not known.
    FailureCard(const BuildFailure &failure, const std::optional<FailureRepair> &repair, const QString &after,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void offerChosen(const unmoor::FailureOffer &offer); ///< any but to copy, which the card does itself

private:
    QString title() const;
    QWidget *makeHead(const QString &after);
    void addWords(QVBoxLayout *column);
    QWidget *makeHashes();
    QWidget *makeEdit(const FileEdit &edit);
    void makeDetail();
    QWidget *makeActions();
    QWidget *makeOffer(const FailureOffer &offer, bool isFirst);
    void choose(const FailureOffer &offer);

    BuildFailure m_failure;
    FailureRepair m_repair;
    QPlainTextEdit *m_detail = nullptr;
};

/// The cause in a few words: "A download is not what the flake expects".
QString failureTitle(BuildFailure::Kind kind);

} // namespace unmoor
