// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/entrymenu.h"

#include "app/archive/checksettings.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/whynot.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Why \a finding cannot be accepted, or taken back where it is; empty: it can.
QString whyNotAccepted(const Finding &finding)
{
    if (finding.accepted && finding.accepted->source == "unmoor.toml"_L1)
        return EntryMenu::tr("It is accepted in unmoor.toml. Take it out there.");
    if (!finding.accepted && isFirm(finding.code))
        return EntryMenu::tr("It says that the archive is not whole. That cannot be accepted.");
    if (!finding.accepted && finding.severity == Severity::Info)
        return EntryMenu::tr("It is only a note. There is nothing to accept.");
    return {};
}

} // namespace

EntryMenu::EntryMenu(const EntryOffer &offer, QWidget *parent)
    : QMenu(parent)
{
    setAccessibleName(tr("What to do with %1").arg(offer.path));
    const QString whyNoPath =
        offer.path.isEmpty() ? tr("This row stands for several entries. Open it first.") : QString();
    offerUnless(addAction(tr("&Open as text"), this, &EntryMenu::openRequested), offer.whyNoFile);
    offerUnless(addAction(tr("&Save as…"), this, &EntryMenu::saveRequested), offer.whyNoFile);
    addSeparator();
    offerUnless(addAction(tr("&Copy path"), this, [path = offer.path] { QGuiApplication::clipboard()->setText(path); }),
                whyNoPath);
    offerUnless(addAction(tr("Show in the &layout"), this, &EntryMenu::layoutRequested), offer.whyNoLayout);
    addSeparator();
    addFindings(offer.findings);
    showReasons(this);
}

void EntryMenu::addFindings(const QList<Finding> &findings)
{
    if (findings.isEmpty())
        offerUnless(addAction(tr("&Accept with a reason…")), tr("Nothing was found about this entry."));
    for (const Finding &finding : findings) {
        const QString code = buttonLabel(finding.code);
        auto *action = finding.accepted ? addAction(tr("&Take back the acceptance of %1").arg(code), this,
                                                    [this, finding] { Q_EMIT withdrawRequested(finding); })
                                        : addAction(tr("&Accept %1 with a reason…").arg(code), this,
                                                    [this, finding] { Q_EMIT acceptRequested(finding); });
        offerUnless(action, whyNotAccepted(finding));
    }
}

} // namespace unmoor
